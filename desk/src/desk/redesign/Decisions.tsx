import { Button } from '@mantine/core';
import type { MigrationDecision, MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import classes from './redesign.module.css';
import { useDoing } from './useDoing.ts';

interface Props {
  readonly plan: MigrationView;
  readonly onOpened: () => void;
}

/** The answers that were given: by whom, and a way to take them back while nobody was moved. */
export function Decisions({ plan, onOpened }: Props) {
  const { t } = useTranslation('redesign');
  if (plan.decisions.length === 0) return null;
  return (
    <ul className={classes.groups} aria-label={t('decisions.title')}>
      {plan.decisions.map((decision) => (
        <Decision
          key={[decision.version, ...decision.steps, '>', ...placeOf(decision)].join(' ')}
          plan={plan}
          decision={decision}
          onOpened={onOpened}
        />
      ))}
    </ul>
  );
}

/** By which it is told from other answers about the same steps. */
const placeOf = ({ at, insteadOf }: MigrationDecision) => at ?? insteadOf?.[0] ?? [];

interface DecisionProps extends Props {
  readonly decision: MigrationDecision;
}

function Decision({ plan, decision, onOpened }: DecisionProps) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const dates = useDates();
  const decide = useDoing('decideGroup');
  const { version, steps } = decision;
  const place = placeOf(decision);
  const choice = place.length > 0 ? place : undefined;
  const open = () =>
    decide.run(
      {
        ...{ params: { id: plan.id }, revision: plan.revision },
        body: { version, steps, choice, decision: { kind: 'open' } },
      },
      () => {
        announce(t('decisions.opened'));
        onOpened();
      },
    );
  return (
    <li className={classes.group} data-fate={decision.at ? 'moved' : 'staying'}>
      {words(decision.words)}
      <p>
        <strong>{words(decision.answer)}</strong>
      </p>
      <p className={classes.quiet}>
        {t('decisions.by', {
          name: decision.by.name,
          when: dates.shortDayAndTime(decision.decidedAt),
        })}
      </p>
      {decide.error && <ProblemNote error={decide.error} />}
      {plan.status === 'planned' && (
        <Button
          mt="xs"
          size="compact-md"
          variant="light"
          loading={decide.isPending}
          aria-label={t('decisions.change-named', {
            answer: words(decision.answer),
            question: words(decision.words),
          })}
          onClick={open}
        >
          {t('decisions.change')}
        </Button>
      )}
    </li>
  );
}
