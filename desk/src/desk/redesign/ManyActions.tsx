import { Button } from '@mantine/core';
import type { MigrationCase, MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import type { RequestOf } from '../api/operations.ts';
import { useMay } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { ExceptionForm } from './ExceptionForm.tsx';
import { offerFor } from './offers.ts';
import classes from './redesign.module.css';
import { useDoing } from './useDoing.ts';

interface Props {
  readonly plan: MigrationView;
  /** Behind which number they are. */
  readonly who: RequestOf<'listMigrationCases'>['query'];
  /** Some of them. */
  readonly cases: readonly MigrationCase[];
  readonly total: number;
  readonly onDone: () => void;
}

/** What can be done for all behind a number at once: stay where they are, or go over after all. */
export function ManyActions(props: Props) {
  const { plan, who, cases, total } = props;
  const may = useMay();
  const offers = new Set(cases.map((one) => offerFor(plan.status, one.status)));
  // A list by status is of what has become of people, and no part of the plan.
  if (!may('migrations.change') || total < 2 || who?.status !== undefined) return null;
  if (offers.has('except')) return <ExceptAll {...props} />;
  return offers.has('include') ? <IncludeAll {...props} /> : null;
}

type Named = Omit<NonNullable<Props['who']>, 'status' | 'offset' | 'limit' | 'version'>;

function useExceptMany({ plan, who = {} }: Props) {
  const { run, isPending, error } = useDoing('exceptCases');
  const { group, fate, step } = who as Named;
  const asked = {
    ...(group !== undefined && { group }),
    ...(fate !== undefined && { fate }),
    ...(step !== undefined && { step }),
    ...(who.version !== undefined && { version: Number(who.version) }),
  };
  const set = (
    exception: RequestOf<'exceptCases'>['body']['exception'],
    done: (count: number) => void,
  ) =>
    run(
      { params: { id: plan.id }, revision: plan.revision, body: { who: asked, exception } },
      ({ count }) => done(count),
    );
  return { set, isPending, error };
}

function ExceptAll(props: Props) {
  const { t } = useTranslation('redesign');
  const { total, onDone } = props;
  const { set, isPending, error } = useExceptMany(props);
  const except = (reason: string) =>
    set({ kind: 'stay', reason }, (count) => {
      announce(t('except-all.done', { count }));
      onDone();
    });
  return (
    <ExceptionForm
      open={{ mb: 'sm', variant: 'outline', children: t('except-all.open', { count: total }) }}
      className={classes.all}
      lead={t('except-all.lead', { count: total })}
      label={t('except-all.reason')}
      example={t('except-all.example')}
      confirm={t('except-all.confirm', { count: total })}
      isPending={isPending}
      error={error}
      onConfirm={except}
    />
  );
}

function IncludeAll(props: Props) {
  const { t } = useTranslation('redesign');
  const { set, isPending, error } = useExceptMany(props);
  const include = () =>
    set({ kind: 'none' }, (count) => {
      announce(t('include-all.done', { count }));
      props.onDone();
    });
  return (
    <>
      <Button mb="sm" size="compact-md" variant="outline" loading={isPending} onClick={include}>
        {t('include-all.open')}
      </Button>
      {error && <ProblemNote error={error} />}
    </>
  );
}
