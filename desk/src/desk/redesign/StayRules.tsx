import { Button } from '@mantine/core';
import type { MigrationView, StayRule } from '@percorso/server/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useMay } from '../api/session.ts';
import { Panel } from '../programme/Panel.tsx';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import classes from './redesign.module.css';
import { useDoing } from './useDoing.ts';

interface Props {
  readonly plan: MigrationView;
}

/** Steps whose people stay, whoever they are by then: why, by whom, and a way to lift it. */
export function StayRules({ plan }: Props) {
  const { t } = useTranslation('redesign');
  const { rules } = plan;
  const here = useRef<HTMLDivElement>(null);
  // Once the last one is lifted the list is gone, and the focus is still at its place.
  return (
    <div ref={here} tabIndex={-1}>
      {rules.length > 0 && (
        <Panel title={t('stay-rules.title')}>
          <p className={classes.quiet}>{t('stay-rules.lead')}</p>
          <ul className={classes.groups}>
            {rules.map((rule) => (
              <Rule
                key={`${rule.version} ${rule.step.step}`}
                plan={plan}
                rule={rule}
                onLifted={() => here.current?.focus()}
              />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

interface RuleProps extends Props {
  readonly rule: StayRule;
  /** The button with the focus goes away with the rule. */
  readonly onLifted: () => void;
}

function Rule({ plan, rule, onLifted }: RuleProps) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const dates = useDates();
  const may = useMay();
  const { run, isPending, error } = useDoing('liftStayRule');
  const { version } = rule;
  const step = words(rule.step.label);
  const lift = () =>
    run(
      {
        params: { id: plan.id, version, step: rule.step.step },
        revision: plan.revision,
      },
      () => {
        announce(t('stay-rules.lifted', { step }));
        onLifted();
      },
    );
  return (
    <li className={classes.group} data-fate="staying">
      <strong>{t('stay-rules.says', { step, version })}</strong>
      <p>{t('who.reason', { reason: words(rule.reason) })}</p>
      <p className={classes.quiet}>
        {t('decisions.by', {
          name: rule.by.name,
          when: dates.shortDayAndTime(rule.decidedAt),
        })}
      </p>
      {error && <ProblemNote error={error} />}
      {plan.status === 'planned' && may('migrations.change') && (
        <Button
          mt="xs"
          size="compact-md"
          variant="light"
          loading={isPending}
          aria-label={t('stay-rules.lift-named', { step })}
          onClick={lift}
        >
          {t('stay-rules.lift')}
        </Button>
      )}
    </li>
  );
}
