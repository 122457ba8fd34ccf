import type { MigrationQuestion, MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Sentences } from './Changes.tsx';
import { consequencesOf } from './consequences-of.ts';
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
      {found.map(({ count, sentences }) => (
        <div key={JSON.stringify(sentences)}>
          {found.length > 1 && <p className={classes.quiet}>{t('questions.for', { count })}</p>}
          <Sentences sentences={sentences} />
        </div>
      ))}
    </div>
  );
}
