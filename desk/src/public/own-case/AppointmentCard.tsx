import type { OwnCase } from '@percorso/server/contract';
import { useEffect, useState } from 'react';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../words.ts';
import { calendarFile } from './calendarFile.ts';

/** The next appointment: when, where, with whom, and a file for the phone's calendar. */
export function AppointmentCard({ own: { appointment } }: { own: OwnCase }) {
  const { t, pick } = useWords();
  const dates = useDates();
  const [file, setFile] = useState<string>();
  const title = appointment ? `MiG-Work: ${pick(appointment.label)}` : '';
  useEffect(() => {
    if (!appointment) return;
    const text = calendarFile(appointment, title, new Date());
    const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
    setFile(address);
    return () => URL.revokeObjectURL(address);
  }, [appointment, title]);
  if (!appointment) return null;
  return (
    <section className="card appointment" aria-labelledby="appointment">
      <h2 id="appointment">{t('own.appointment')}</h2>
      <p className="when">{dates.dayAndTime(appointment.at)}</p>
      <p>{pick(appointment.label)}</p>
      <dl>
        <dt>{t('own.where')}</dt>
        <dd>{appointment.place}</dd>
        <dt>{t('own.with')}</dt>
        <dd>{appointment.with}</dd>
      </dl>
      {file && (
        <a href={file} download="mig-work.ics">
          {t('own.calendar')}
        </a>
      )}
    </section>
  );
}
