import { Button } from '@mantine/core';
import type { MigrationCase, MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import type { RequestOf } from '../api/operations.ts';
import { useMay } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { ExceptionForm, type ExceptionOption } from './ExceptionForm.tsx';
import { offerTo } from './offers.ts';
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
  const offers = new Set(cases.map((one) => offerTo(plan, one)));
  // One person has a button of their own; a step with one person can have a rule.
  const isMany = total > 1 || who?.step !== undefined;
  // A list by status is of what has become of people, and no part of the plan.
  if (!may('migrations.change') || !isMany || who?.status !== undefined) return null;
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
  const { plan, total, onDone } = props;
  const { set, isPending, error } = useExceptMany(props);
  const rule = useDoing('setStayRule');
  const { place, option } = useRule(props);
  const lead = t('except-all.lead', { count: total });
  const tell = (said: string) => {
    announce(said);
    onDone();
  };
  const except = (reason: string, isRule: boolean) => {
    if (!isRule || !place) {
      set({ kind: 'stay', reason }, (count) => tell(t('except-all.done', { count })));
      return;
    }
    const params = { id: plan.id, ...place };
    const asked = { params, revision: plan.revision, body: { reason } };
    rule.run(asked, () => tell(t('stay-rules.made')));
  };
  return (
    <ExceptionForm
      open={{ mb: 'sm', variant: 'outline', children: t('except-all.open', { count: total }) }}
      className={classes.all}
      lead={option ? lead : `${lead} ${t('except-all.only-now')}`}
      label={t('except-all.reason')}
      example={t('except-all.example')}
      option={option}
      confirm={t('except-all.confirm', { count: total })}
      isPending={isPending || rule.isPending}
      error={rule.error ?? error}
      onConfirm={except}
    />
  );
}

/** The step whose people they are can have a rule of its own, while nobody has been moved. */
function useRule({ plan, who = {} }: Props) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const { step: key } = who as Named;
  const version = Number(who.version);
  const at = plan.steps.find((one) => one.step.step === key && one.version === version);
  if (plan.status !== 'planned' || !at) return {};
  const step = words(at.step.label);
  const option: ExceptionOption = {
    label: t('stay-rules.tick'),
    help: t('stay-rules.tick-help', { step, version }),
    confirm: t('stay-rules.make', { step }),
  };
  return { place: { step: at.step.step, version }, option };
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
