import type { MigrationQuestion, MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../language/words.ts';
import { quotedList } from './quoted-list.ts';
import classes from './redesign.module.css';

type Choice = MigrationQuestion['choices'][number];

/** Whether somebody would be held up by one of the choices: then each says whether anybody would. */
export const isToBeForeseen = ({ choices }: Pick<MigrationQuestion, 'choices'>): boolean =>
  choices.some(({ foreseen }) => foreseen && !isClear(foreseen));

const isClear = ({ blocked, waiting, othersWaiting, undecided }: NonNullable<Choice['foreseen']>) =>
  blocked.length + waiting.length + othersWaiting.length + undecided === 0;

/** Whether seats are needed by some choice: other questions may need the same ones. */
export function needsSeats({ groups }: MigrationView, question: MigrationQuestion): boolean {
  const choices = groups
    .filter(({ id }) => question.groups.includes(id))
    .flatMap((group) => group.questions.flatMap((one) => one.choices));
  return choices.some(({ changes }) =>
    changes.opened.some(({ kind }) => kind === 'enrolment' || kind === 'pathway'),
  );
}

/** Before a choice is made: who would be blocked by it and why, and who would wait for a seat. */
export function Foreseen({ foreseen }: Pick<Choice, 'foreseen'>) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const language = useLanguage();
  if (!foreseen) return null;
  if (isClear(foreseen)) return <span className={classes.foreseen}>{t('foreseen.clear')}</span>;
  const { blocked, waiting, othersWaiting, undecided } = foreseen;
  const seats = [
    ...waiting.map((one) => ({ ...one, name: 'waiting' })),
    ...othersWaiting.map((one) => ({ ...one, name: 'others-waiting' })),
  ];
  return (
    <>
      {blocked.map(({ reason, unlock, count }) => (
        <span key={reason.it} className={classes.foreseen} data-tone="loses">
          <strong>{t('foreseen.blocked', { count })}</strong> {words(reason)} {words(unlock)}
        </span>
      ))}
      {seats.map(({ name, key, label, count }) => (
        <span key={`${name} ${key}`} className={classes.foreseen} data-tone="changes">
          {t(`foreseen.${name}`, { count, what: quotedList([label], language) })}
        </span>
      ))}
      {undecided > 0 && (
        <span className={classes.foreseen}>{t('foreseen.undecided', { count: undecided })}</span>
      )}
    </>
  );
}
