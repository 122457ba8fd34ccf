import { Button, Group, Text, TextInput } from '@mantine/core';
import type { MigrationCase, MigrationView } from '@percorso/server/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useMay } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { offerFor } from './offers.ts';
import { useDoing } from './useDoing.ts';

export const REASON_LENGTH_MIN = 3;
export const REASON_LENGTH_MAX = 500;

interface Props {
  readonly plan: MigrationView;
  readonly one: MigrationCase;
  readonly onDone: () => void;
}

/** What can be done for one person of a plan: stay, come along after all, be taken back. */
export function PersonActions(props: Props) {
  const { plan, one } = props;
  const may = useMay();
  const offer = offerFor(plan.status, one.status);
  if (!may('migrations.change') || !offer) return null;
  if (offer === 'except') return <Except {...props} />;
  return offer === 'include' ? <Include {...props} /> : <TakeBack {...props} />;
}

function Except({ plan, one, onDone }: Props) {
  const { t } = useTranslation(['redesign', 'common']);
  const except = useDoing('exceptCase');
  const [isOpen, setOpen] = useState<boolean>();
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const isShort = reason.trim().length < REASON_LENGTH_MIN;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isShort) return;
    const params = { id: plan.id, case: one.id };
    except.run({ params, body: { reason: reason.trim() } }, () => {
      announce(t('except.done', { name: one.name }));
      onDone();
    });
  };
  if (!isOpen) {
    return (
      <Button
        size="compact-md"
        variant="light"
        aria-label={t('except.open-named', { name: one.name })}
        onClick={() => setOpen(true)}
        // Whoever thinks better of it is where they were.
        autoFocus={isOpen === false}
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

function Include({ plan, one, onDone }: Props) {
  const { t } = useTranslation('redesign');
  const include = useDoing('includeCase');
  const done = () => {
    announce(t('include.done', { name: one.name }));
    onDone();
  };
  return (
    <div>
      <Button
        size="compact-md"
        variant="light"
        aria-label={t('include.open-named', { name: one.name })}
        loading={include.isPending}
        onClick={() => include.run({ params: { id: plan.id, case: one.id } }, done)}
      >
        {t('include.open')}
      </Button>
      {include.error && <ProblemNote error={include.error} />}
    </div>
  );
}

/** Says what can't be taken back before it is done, and after it what was found to last. */
function TakeBack({ plan, one, onDone }: Props) {
  const { t } = useTranslation(['redesign', 'common']);
  const words = useWords();
  const takeBack = useDoing('takeBackCase');
  const [isAsking, setAsking] = useState<boolean>();
  const take = () =>
    takeBack.run({ params: { id: plan.id, case: one.id } }, ({ lasting }) => {
      const said = [t('take-back.one-done', { name: one.name }), ...lasting.map(words)];
      announce(said.join(' '));
      onDone();
    });
  if (!isAsking) {
    return (
      <Button
        size="compact-md"
        variant="light"
        color="orange"
        aria-label={t('take-back.one-named', { name: one.name })}
        onClick={() => setAsking(true)}
        autoFocus={isAsking === false}
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
