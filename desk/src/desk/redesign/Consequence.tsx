import type { GroupChanges, MigrationQuestion, MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Changes } from './Changes.tsx';
import { changeSentences } from './change-sentences.ts';
import classes from './redesign.module.css';

interface Props {
  readonly plan: MigrationView;
  readonly question: MigrationQuestion;
  /** One of its choices. */
  readonly at: readonly string[];
}

/** What a choice would mean; for several groups only where it isn't the same for all of them. */
export function Consequence({ plan, question, at }: Props) {
  const { t } = useTranslation('redesign');
  const found = consequencesOf(plan, question, at);
  return (
    <div className={classes.choice}>
      {found.map(({ key, count, changes }) => (
        <div key={key}>
          {found.length > 1 && <p className={classes.quiet}>{t('questions.for', { count })}</p>}
          <Changes changes={changes} isBrief />
        </div>
      ))}
    </div>
  );
}

function consequencesOf({ groups }: MigrationView, question: MigrationQuestion, at: Props['at']) {
  const found = new Map<string, { key: string; count: number; changes: GroupChanges }>();
  for (const { id, count, questions } of groups) {
    if (!question.groups.includes(id)) continue;
    const same = questions.find(({ steps }) => steps.join() === question.steps.join());
    const choice = same?.choices.find((one) => one.at.join() === at.join());
    if (!choice) continue;
    const key = JSON.stringify(changeSentences(choice.changes, true));
    const before = found.get(key)?.count ?? 0;
    found.set(key, { key, count: before + count, changes: choice.changes });
  }
  return [...found.values()];
}
