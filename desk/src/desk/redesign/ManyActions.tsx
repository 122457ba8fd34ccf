import { Button, Group, Text, TextInput } from '@mantine/core';
import type { MigrationCase, MigrationView } from '@percorso/server/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestOf } from '../api/operations.ts';
import { useMay } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { offerFor } from './offers.ts';
import { REASON_LENGTH_MAX, REASON_LENGTH_MIN } from './PersonActions.tsx';
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
  const { t } = useTranslation(['redesign', 'common']);
  const { total, onDone } = props;
  const { set, isPending, error } = useExceptMany(props);
  const [isOpen, setOpen] = useState<boolean>();
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const isShort = reason.trim().length < REASON_LENGTH_MIN;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isShort) return;
    set({ kind: 'stay', reason: reason.trim() }, (count) => {
      announce(t('except-all.done', { count }));
      onDone();
    });
  };
  if (!isOpen) {
    return (
      <Button
        mb="sm"
        size="compact-md"
        variant="outline"
        onClick={() => setOpen(true)}
        autoFocus={isOpen === false}
      >
        {t('except-all.open', { count: total })}
      </Button>
    );
  }
  return (
    <form onSubmit={submit} noValidate className={classes.all}>
      <Text mb="xs">{t('except-all.lead', { count: total })}</Text>
      <TextInput
        label={t('except-all.reason')}
        description={t('except-all.example')}
        value={reason}
        maxLength={REASON_LENGTH_MAX}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isAsked && isShort && t('except.needed')}
        autoFocus
      />
      {error && <ProblemNote error={error} />}
      <Group mt="xs" gap="xs">
        <Button type="submit" size="compact-md" loading={isPending}>
          {t('except-all.confirm', { count: total })}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setOpen(false)}>
          {t('common:cancel')}
        </Button>
      </Group>
    </form>
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
