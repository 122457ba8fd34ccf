import { Anchor, Text } from '@mantine/core';
import type { MigrationCase, MigrationView } from '@percorso/server/contract';
import { keepPreviousData } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { Pager } from '../programme/Pager.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { StepTag } from '../shell/StepTag.tsx';
import { Window } from '../shell/Window.tsx';
import { ManyActions } from './ManyActions.tsx';
import { PersonActions } from './PersonActions.tsx';
import classes from './redesign.module.css';
import { sumsOf } from './sums.ts';
import { useFollowed } from './useFollowed.ts';
import { queryOf, type Who, whoOf, withoutWho } from './who.ts';

const AT_ONCE = 25;

/** The people behind a number, while the page's address asks for them. */
export function PeopleDialog({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const [search, setSearch] = useSearchParams();
  const who = whoOf(search);
  if (!who) return null;
  const close = () => setSearch(withoutWho(search), { preventScrollReset: true });
  return (
    <Window title={t('who.title')} onClose={close}>
      <People key={JSON.stringify(who)} plan={plan} who={who} />
    </Window>
  );
}

interface Props {
  readonly plan: MigrationView;
  readonly who: Who;
}

function People({ plan, who }: Props) {
  const [offset, setOffset] = useState(0);
  const about = useRef<HTMLDivElement>(null);
  const asked = queryOf(plan, who);
  const query = { ...asked, offset, limit: AT_ONCE };
  const list = useRead(
    'listMigrationCases',
    { params: { id: plan.id }, query },
    { placeholderData: keepPreviousData },
  );
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const { cases, total } = list.data;
  return (
    <>
      <div ref={about} tabIndex={-1}>
        <About plan={plan} who={who} total={total} />
      </div>
      <ManyActions
        plan={plan}
        who={asked}
        cases={cases}
        total={total}
        onDone={() => about.current?.focus()}
      />
      <ul className={classes.people}>
        {cases.map((one) => (
          <Person key={one.id} plan={plan} one={one} onDone={() => about.current?.focus()} />
        ))}
      </ul>
      <Pager offset={offset} limit={AT_ONCE} total={total} onMove={setOffset} />
    </>
  );
}

/** Whom the list is about. */
function About({ plan, who, total }: Props & { readonly total: number }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const group = plan.groups.find(({ id }) => id === who.group);
  const step = plan.steps.find(({ step: { step } }) => step === who.step)?.step;
  const about = [
    group?.from.map(({ label }) => words(label)).join(' + '),
    step && words(step.label),
    who.fate && t(`fate.${who.fate}`),
    who.question && t('fate.needs-decision'),
    who.change && who.about && `${t(`totals.${who.change}`)}: ${aboutWords(plan, who, words)}`,
    who.status && t(`outcome.${who.status}`, { count: total }),
    who.version && t('version', { version: who.version }),
  ].filter(Boolean);
  return (
    <Text role="status" mb="xs">
      <strong>{t('people', { count: total })}</strong>
      {about.length > 0 && ` · ${about.join(' · ')}`}
    </Text>
  );
}

/** The address has the Italian name of what happens; the page may be in another language. */
function aboutWords(plan: MigrationView, who: Who, words: ReturnType<typeof useWords>) {
  const sums = sumsOf(plan.groups).find(({ name }) => name === who.change)?.sums ?? [];
  const about = sums.find((one) => one.about.it === who.about)?.about;
  return about ? words(about) : who.about;
}

interface PersonProps {
  readonly plan: MigrationView;
  readonly one: MigrationCase;
  /** Something was done for them: they may leave the list, and the button with the focus too. */
  readonly onDone: () => void;
}

function Person({ plan, one, onDone }: PersonProps) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const { version, status } = one;
  // Of the plan is the version that they were on: whoever has gone over is on another one now.
  const isOver = status === 'moved' || status === 'gone-on';
  const on = t(isOver ? 'who.came-from' : 'version', { version });
  const said = [on, ...useFollowed(one)];
  return (
    <li className={classes.person}>
      <div>
        <Anchor component={Link} to={`/desk/cases/${one.id}`} fw={600}>
          {one.name}
        </Anchor>
        <div className={classes.way}>
          {one.steps.map((step) => (
            <StepTag key={step.step} step={step} />
          ))}
        </div>
        <span className={classes.quiet}>{said.join(' · ')}</span>
        {one.reason && <Text size="sm">{t('who.reason', { reason: words(one.reason) })}</Text>}
        {one.errorId && <Text size="sm">{t('who.error', { id: one.errorId })}</Text>}
      </div>
      <PersonActions plan={plan} one={one} onDone={onDone} />
    </li>
  );
}
