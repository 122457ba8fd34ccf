import { Button } from '@mantine/core';
import type { MigrationCase, MigrationGroup, MigrationView } from '@percorso/server/contract';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { Panel } from '../programme/Panel.tsx';
import { StepTag } from '../shell/StepTag.tsx';
import { useBeforePrint } from '../shell/useBeforePrint.ts';
import { Changes } from './Changes.tsx';
import { PrintedPeople } from './PrintedPeople.tsx';
import type { PrintedNames } from './printed-names.ts';
import classes from './redesign.module.css';
import { VerdictMark } from './VerdictMark.tsx';
import { FATES, type Fate } from './verdicts.ts';
import { WhoLink } from './WhoLink.tsx';

const SHOWN_AT_FIRST = 12;

/** Where everybody of a group is an exception, nothing else is to be said of it. */
const isExcepted = ({ count, exceptions }: MigrationGroup) => count === 0 && exceptions > 0;

const fateOf = (group: MigrationGroup): Fate =>
  group.stays || isExcepted(group) ? 'staying' : group.verdict;

interface Props {
  readonly plan: MigrationView;
  readonly names: PrintedNames | undefined;
}

/** Like cases together: what happens to them, and what each of them gains and loses. */
export function Groups({ plan, names }: Props) {
  const { t } = useTranslation('redesign');
  const [isWhole, setWhole] = useState(false);
  // On paper nobody can ask for the rest.
  useBeforePrint(() => setWhole(true));
  const groups = plan.groups
    .filter(({ count, exceptions }) => count + exceptions > 0)
    .toSorted((a, b) => FATES.indexOf(fateOf(a)) - FATES.indexOf(fateOf(b)) || b.count - a.count);
  const isVersionTold = new Set(groups.map(({ version }) => version)).size > 1;
  const rest = groups.length - SHOWN_AT_FIRST;
  const shown = isWhole ? groups : groups.slice(0, SHOWN_AT_FIRST);
  return (
    <Panel title={t('groups.title')}>
      <p className={`${classes.quiet} no-print`}>{t('groups.lead')}</p>
      <ul className={classes.groups}>
        {shown.map((group) => (
          <Group
            key={group.id}
            group={group}
            isVersionTold={isVersionTold}
            people={names?.byGroup.get(group.id)}
          />
        ))}
      </ul>
      {names && names.restCount > 0 && (
        <p className="only-print">{t('paper.rest', { count: names.restCount })}</p>
      )}
      {rest > 0 && !isWhole && (
        <Button mt="md" variant="light" onClick={() => setWhole(true)}>
          {t('groups.more', { count: rest })}
        </Button>
      )}
    </Panel>
  );
}

interface GroupProps {
  readonly group: MigrationGroup;
  /** Only where they come from several versions. */
  readonly isVersionTold: boolean;
}

function Group({
  group,
  isVersionTold,
  people,
}: GroupProps & { readonly people: readonly MigrationCase[] | undefined }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const { blocked, changes, verdict } = group;
  const fate = fateOf(group);
  const stays = fate === 'staying';
  const cases = t('people', { count: group.count + group.exceptions });
  const place = group.from.map(({ label }) => words(label)).join(', ');
  return (
    <li className={classes.group} data-fate={fate}>
      <div className={classes.way}>
        <VerdictMark fate={fate} />
        <span>·</span>
        <WhoLink who={{ group: group.id }} label={`${cases}, ${place}: ${t(`fate.${fate}`)}`}>
          {cases}
        </WhoLink>
        {group.exceptions > 0 && !isExcepted(group) && (
          <span className={classes.quiet}>{t('groups.except', { count: group.exceptions })}</span>
        )}
      </div>
      <Way group={group} isVersionTold={isVersionTold} />
      {stays && (
        <p>
          {t(isExcepted(group) ? 'groups.excepted' : 'groups.stay', { version: group.version })}
        </p>
      )}
      {!stays && blocked && (
        <>
          <p>{words(blocked.reason)}</p>
          <p>
            <strong>{t('groups.unlock')}</strong> {words(blocked.unlock)}
          </p>
        </>
      )}
      {!stays && verdict === 'needs-decision' && <p>{t('groups.undecided')}</p>}
      {!stays && changes && <Changes changes={changes} />}
      {!stays && !group.proven && <p className={classes.quiet}>{t('groups.unproven')}</p>}
      {people && <PrintedPeople people={people} />}
    </li>
  );
}

/** From where to where; a place that stays the same is said once. */
function Way({ group, isVersionTold }: GroupProps) {
  const { t } = useTranslation('redesign');
  const { from, to, version } = group;
  const stays = fateOf(group) === 'staying';
  const name = (steps: typeof from) => steps.map(({ step, label }) => step + label.it).join();
  const isElsewhere = !stays && to.length > 0 && name(from) !== name(to);
  return (
    <div className={classes.way}>
      <span className="visually-hidden">{t('groups.from')}</span>
      {from.map((step) => (
        <StepTag key={step.step} step={step} />
      ))}
      {isVersionTold && <span className={classes.quiet}>({t('version', { version })})</span>}
      {isElsewhere && (
        <>
          <IconArrowRight size={18} role="img" aria-label={t('groups.to')} />
          {to.map((step) => (
            <StepTag key={step.step} step={step} />
          ))}
        </>
      )}
    </div>
  );
}
