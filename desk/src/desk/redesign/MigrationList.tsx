import { Alert, Anchor, Badge, Button, Group, Text } from '@mantine/core';
import type { MigrationRow } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { Panel } from '../programme/Panel.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import classes from './redesign.module.css';
import { useNewPlan } from './useNewPlan.ts';
import { isBusy, isOutdated, stateOf } from './verdicts.ts';

interface Props {
  readonly pathway: string;
  readonly currentVersion: number;
}

const LOOK_AGAIN_MS = 3000;

/** Those who are still on older versions, the way to move them, and the moves there have been. */
export function MigrationList({ pathway, currentVersion }: Props) {
  const { t } = useTranslation('redesign');
  const may = useMay();
  const list = useRead(
    'listMigrations',
    { params: { id: pathway } },
    {
      refetchInterval: ({ state: { data } }) =>
        data?.migrations.some(isBusy) ? LOOK_AGAIN_MS : false,
    },
  );
  const history = useRead('readVersionHistory', { params: { id: pathway } });
  const behind = (history.data?.versions ?? [])
    .filter(({ version }) => version < currentVersion)
    .reduce((sum, { running }) => sum + running, 0);
  const rows = list.data?.migrations ?? [];
  if (behind + rows.length === 0 && !list.error) return null;
  return (
    <Panel title={t('move.list')}>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {behind > 0 && (
        <Alert color="blue" mb="md">
          <Text mb="sm">{t('move.behind', { count: behind })}</Text>
          {may('migrations.change') && list.data && (
            <Next pathway={pathway} currentVersion={currentVersion} rows={rows} />
          )}
        </Alert>
      )}
      <ul className={classes.groups}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Panel>
  );
}

/** What is under way or prepared comes before a plan of its own. */
function Next({
  pathway,
  currentVersion,
  rows,
}: Props & { readonly rows: readonly MigrationRow[] }) {
  const { t } = useTranslation('redesign');
  const [search] = useSearchParams();
  const { make, isPending, error } = useNewPlan(pathway);
  const going = rows.find((row) => isUnderWay(row));
  const ready = rows.find((row) => row.isCurrent && row.status === 'planned');
  if (going) {
    return (
      <Button component={Link} to={`/desk/migrations/${going.id}`}>
        {t('move.under-way')}
      </Button>
    );
  }
  const answers = search.get('preview') ?? ready?.id;
  return (
    <Group>
      <Button loading={isPending} onClick={() => make(currentVersion, answers)}>
        {t('move.open')}
      </Button>
      {ready && (
        <Button component={Link} to={`/desk/migrations/${ready.id}`} variant="default">
          {t('move.continue')}
        </Button>
      )}
      {error && <ProblemNote error={error} />}
    </Group>
  );
}

/** One that can't go on keeps nobody from making another plan: it is closed when that one begins. */
const isUnderWay = (row: MigrationRow) =>
  ['running', 'stopped', 'taking-back'].includes(row.status) && !isOutdated(row);

function Row({ row }: { readonly row: MigrationRow }) {
  const { t } = useTranslation('redesign');
  const dates = useDates();
  const state = stateOf(row);
  return (
    <li>
      <Anchor component={Link} to={`/desk/migrations/${row.id}`} fw={600}>
        {t('move.named', { version: row.version })}
      </Anchor>{' '}
      <Badge color={COLOURS[state] ?? 'gray'}>{t(`move.state.${state}`)}</Badge>
      <Text size="sm" c="dimmed">
        {t('move.by', {
          name: row.createdBy.name,
          when: dates.shortDayAndTime(row.createdAt),
        })}
        {row.startedAt && ` · ${t(...outcomeOf(row))}`}
      </Text>
    </li>
  );
}

/** How many went over; once they are taken back, how many that was. */
function outcomeOf({ status, cases }: MigrationRow) {
  const back = cases['taken-back'] ?? 0;
  const isBack = status === 'taken-back' && back > 0;
  return isBack
    ? (['move.returned', { count: back }] as const)
    : (['move.moved', { count: cases.moved ?? 0 }] as const);
}

const COLOURS: Partial<Record<ReturnType<typeof stateOf>, string>> = {
  failed: 'red',
  planned: 'blue',
  running: 'blue',
  stopped: 'orange',
  done: 'green',
};
