import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useSession } from '../api/session.ts';
import classes from './shell.module.css';
import { useBeforePrint } from './useBeforePrint.ts';

interface Props {
  /** Which pathway and version the page is about, where its title doesn't say so. */
  readonly about: string | undefined;
}

/** On paper only, where no address tells it: what this is about, when and by whom it was printed. */
export function Printed({ about }: Props) {
  const { t } = useTranslation('common');
  const dates = useDates();
  const { person } = useSession();
  const [at, setAt] = useState(() => new Date().toISOString());
  useBeforePrint(() => setAt(new Date().toISOString()));
  return (
    <div className={`${classes.printed} only-print`}>
      {about && <strong>{about}</strong>}
      <span>{t('printed', { when: dates.dayAndTime(at), name: person.name })}</span>
    </div>
  );
}
