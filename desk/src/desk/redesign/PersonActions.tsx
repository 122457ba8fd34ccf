import { Button, Group, Text, TextInput } from '@mantine/core';
import type { MigrationCase, MigrationView } from '@percorso/server/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useCommand } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { offerFor } from './offers.ts';

const REASON_LENGTH_MIN = 3;
const REASON_LENGTH_MAX = 500;

interface Props {
  readonly plan: MigrationView;
  readonly one: MigrationCase;
}

/** What can be done for one person of a plan: stay, come along after all, be taken back. */
export function PersonActions({ plan, one }: Props) {
  const may = useMay();
  const offer = offerFor(plan.status, one.status);
  if (!may('migrations.change') || !offer) return null;
  if (offer === 'except') return <Except plan={plan} one={one} />;
  return offer === 'include' ? (
    <Include plan={plan} one={one} />
  ) : (
    <TakeBack plan={plan} one={one} />
  );
}

function Except({ plan, one }: Props) {
  const { t } = useTranslation(['redesign', 'common']);
  const except = useCommand('exceptCase');
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const isShort = reason.trim().length < REASON_LENGTH_MIN;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isShort) return;
    const params = { id: plan.id, case: one.id };
    except.mutate(
      { params, body: { reason: reason.trim() } },
      { onSuccess: () => announce(t('except.done', { name: one.name })) },
    );
  };
  if (!isOpen) {
    return (
      <Button
        size="compact-md"
        variant="light"
        aria-label={t('except.open-named', { name: one.name })}
        onClick={() => setOpen(true)}
      >
        {t('except.open')}
      </Button>
    );
  }
  return (
    <form onSubmit={submit} noValidate style={{ flex: '1 1 100%' }}>
      <TextInput
        label={t('except.reason', { name: one.name })}
        value={reason}
        maxLength={REASON_LENGTH_MAX}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isAsked && isShort && t('except.needed')}
        autoFocus
      />
      {except.error && <ProblemNote error={except.error} />}
      <Group mt="xs" gap="xs">
        <Button type="submit" size="compact-md" loading={except.isPending}>
          {t('except.confirm')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setOpen(false)}>
          {t('common:cancel')}
        </Button>
      </Group>
    </form>
  );
}

function Include({ plan, one }: Props) {
  const { t } = useTranslation('redesign');
  const include = useCommand('includeCase');
  const done = { onSuccess: () => announce(t('include.done', { name: one.name })) };
  return (
    <div>
      <Button
        size="compact-md"
        variant="light"
        aria-label={t('include.open-named', { name: one.name })}
        loading={include.isPending}
        onClick={() => include.mutate({ params: { id: plan.id, case: one.id } }, done)}
      >
        {t('include.open')}
      </Button>
      {include.error && <ProblemNote error={include.error} />}
    </div>
  );
}

/** Says what can't be taken back before it is done, and after it what was found to last. */
function TakeBack({ plan, one }: Props) {
  const { t } = useTranslation(['redesign', 'common']);
  const words = useWords();
  const takeBack = useCommand('takeBackCase');
  const [isAsking, setAsking] = useState(false);
  const take = () =>
    takeBack.mutate(
      { params: { id: plan.id, case: one.id } },
      {
        onSuccess: ({ lasting }) => {
          const said = [t('take-back.one-done', { name: one.name }), ...lasting.map(words)];
          announce(said.join(' '));
        },
      },
    );
  if (!isAsking) {
    return (
      <Button
        size="compact-md"
        variant="light"
        color="orange"
        aria-label={t('take-back.one-named', { name: one.name })}
        onClick={() => setAsking(true)}
      >
        {t('take-back.one')}
      </Button>
    );
  }
  return (
    <div style={{ flex: '1 1 100%' }}>
      <Text size="sm">{t('take-back.one-lead')}</Text>
      {takeBack.error && <ProblemNote error={takeBack.error} />}
      <Group mt="xs" gap="xs">
        <Button
          size="compact-md"
          color="orange"
          loading={takeBack.isPending}
          onClick={take}
          autoFocus
        >
          {t('take-back.one-confirm')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setAsking(false)}>
          {t('common:cancel')}
        </Button>
      </Group>
    </div>
  );
}
