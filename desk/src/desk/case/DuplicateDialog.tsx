import { Button, Group, Text } from '@mantine/core';
import type { CaseView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useCommand, useRead } from '../api/queries.ts';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { Window } from '../shell/Window.tsx';
import classes from './case.module.css';
import { useCase } from './case-context.ts';
import { RefusalNote } from './RefusalNote.tsx';
import { closeWith } from './useCaseCommand.ts';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Two cases side by side: is it the same person? */
export function DuplicateDialog({ caseId, onClose }: Props) {
  const { t } = useTranslation('case');
  const { view } = useCase();
  const other = useRead('readCase', { params: { id: caseId } });
  const decide = useCommand('decideDuplicate');
  const say = (decision: 'same-person' | 'different-people') =>
    decide.mutate(
      { params: { id: view.id }, body: { other: caseId, decision } },
      { onSuccess: () => closeWith(t('duplicates.decided'), onClose) },
    );
  return (
    <Window title={t('duplicates.question')} onClose={onClose}>
      <RefusalNote error={other.error ?? decide.error} />
      {other.isLoading && <PageSkeleton rows={3} />}
      {other.data && <Comparison one={view} other={other.data} />}
      <Text c="dimmed" mt="md">
        {t('duplicates.consequence')}
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button
          variant="default"
          loading={decide.isPending}
          onClick={() => say('different-people')}
        >
          {t('duplicates.different')}
        </Button>
        <Button loading={decide.isPending} onClick={() => say('same-person')}>
          {t('duplicates.same')}
        </Button>
      </Group>
    </Window>
  );
}

interface ComparisonProps {
  readonly one: CaseView;
  readonly other: CaseView;
}

function Comparison({ one, other }: ComparisonProps) {
  const { t } = useTranslation('case');
  const words = useWords();
  const dates = useDates();
  const rows: readonly [string, (view: CaseView) => string][] = [
    ['name', ({ participant }) => participant.name],
    ['birth-date', ({ participant: { birthDate } }) => (birthDate ? dates.day(birthDate) : '')],
    ['phone', ({ participant }) => participant.phone ?? ''],
    ['email', ({ participant }) => participant.email ?? ''],
    ['district', ({ participant }) => participant.district ?? ''],
    ['registered', ({ registeredAt }) => dates.day(registeredAt)],
    ['pathway', ({ pathwayTitle }) => words(pathwayTitle)],
    ['where', ({ steps }) => steps.map(({ label }) => words(label)).join(', ')],
    ['case-manager', ({ caseManager }) => caseManager?.name ?? ''],
  ];
  return (
    <table className={classes.compare}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('duplicates.this')}</th>
          <th scope="col">{t('duplicates.other')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, read]) => (
          <tr key={name} data-differs={read(one) !== read(other) || undefined}>
            <th scope="row">{t(`duplicates.field.${name}`)}</th>
            <td>{read(one) || '—'}</td>
            <td>{read(other) || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
