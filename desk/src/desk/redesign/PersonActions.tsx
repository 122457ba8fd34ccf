import { Button, Group, Text } from '@mantine/core';
import type { MigrationCase, MigrationView } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useMay } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { ExceptionForm } from './ExceptionForm.tsx';
import { offerTo } from './offers.ts';
import classes from './redesign.module.css';
import { useDoing } from './useDoing.ts';

interface Props {
  readonly plan: MigrationView;
  readonly one: MigrationCase;
  readonly onDone: () => void;
}

/** What can be done for one person of a plan: stay, come along after all, be taken back. */
export function PersonActions(props: Props) {
  const { plan, one } = props;
  const may = useMay();
  const offer = offerTo(plan, one);
  if (!may('migrations.change') || !offer) return null;
  if (offer === 'except') return <Except {...props} />;
  return offer === 'include' ? <Include {...props} /> : <TakeBack {...props} />;
}

function Except({ plan, one, onDone }: Props) {
  const { t } = useTranslation('redesign');
  const { run, isPending, error } = useDoing('exceptCase');
  const { name } = one;
  const except = (reason: string) =>
    run({ params: { id: plan.id, case: one.id }, body: { reason } }, () => {
      announce(t('except.done', { name }));
      onDone();
    });
  return (
    <ExceptionForm
      open={{
        variant: 'light',
        'aria-label': t('except.open-named', { name }),
        children: t('except.open'),
      }}
      className={classes.whole}
      label={t('except.reason', { name })}
      confirm={t('except.confirm')}
      isPending={isPending}
      error={error}
      onConfirm={except}
    />
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
    <div className={classes.whole}>
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
