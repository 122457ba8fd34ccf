import { Button, Text } from '@mantine/core';
import type { Overview } from '@percorso/server/contract';
import { IconPrinter, IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { BarTable } from './BarTable.tsx';
import { CaseManagerLoad, LOAD_ANCHOR } from './CaseManagerLoad.tsx';
import { Panel } from './Panel.tsx';
import classes from './programme.module.css';

/** The programme at a glance: figures against targets, and what needs somebody. */
export function OverviewPage() {
  const { t } = useTranslation('programme');
  const dates = useDates();
  const overview = useRead('readOverview', {});
  return (
    <Page
      title={t('overview.title')}
      lead={t('overview.lead', { day: dates.day(new Date().toISOString()) })}
      actions={
        <>
          <Button
            component="a"
            href="/api/figures.csv"
            download
            className="no-print"
            variant="outline"
            leftSection={<IconTableExport size={20} aria-hidden />}
          >
            {t('overview.export')}
          </Button>
          <Button
            className="no-print"
            variant="outline"
            leftSection={<IconPrinter size={20} aria-hidden />}
            onClick={() => print()}
          >
            {t('overview.print')}
          </Button>
        </>
      }
    >
      {overview.error && (
        <ProblemNote error={overview.error} onRetry={() => void overview.refetch()} />
      )}
      {overview.isLoading && <PageSkeleton />}
      {overview.data && <Figures overview={overview.data} />}
    </Page>
  );
}

function Figures({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('programme');
  return (
    <>
      <Attention overview={overview} />
      <div className={classes.panels}>
        <Funnel overview={overview} />
        <Targets overview={overview} />
        <Stages overview={overview} />
        <Outcomes overview={overview} />
      </div>
      {overview.byCaseManager.length > 0 && <CaseManagerLoad people={overview.byCaseManager} />}
      <Panel title={t('overview.groups')}>
        <Text>
          {t('overview.group-cases', { count: overview.groups.cases })},{' '}
          {t('overview.group-youths', { count: overview.groups.youths })}.
        </Text>
      </Panel>
    </>
  );
}

/** What needs a person today comes first. */
function Attention({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('programme');
  const may = useMay();
  const figures = [
    {
      name: 'unassigned',
      value: overview.unassigned,
      to: may('cases.read') ? '/desk/cases?caseManager=none' : undefined,
    },
    {
      name: 'overdue',
      value: overview.overdueTasks,
      to: overview.byCaseManager.length > 0 ? `#${LOAD_ANCHOR}` : undefined,
    },
    { name: 'running', value: overview.running, to: may('cases.read') ? '/desk/cases' : undefined },
    {
      name: 'ended',
      value: overview.ended,
      to: may('cases.read') ? '/desk/cases?status=done' : undefined,
    },
  ];
  return (
    <ul className={classes.figures}>
      {figures.map(({ name, value, to }) => (
        <li
          key={name}
          className={classes.figure}
          data-urgent={(value > 0 && (name === 'unassigned' || name === 'overdue')) || undefined}
        >
          <strong>{value}</strong>
          {to ? (
            <Link to={to}>{t(`overview.${name}`, { count: value })}</Link>
          ) : (
            <span>{t(`overview.${name}`, { count: value })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Funnel({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('programme');
  const bars = (['registered', 'convened', 'takenInCharge'] as const).map((name) => ({
    name,
    label: t(`overview.${name}`),
    value: overview[name],
  }));
  return (
    <Panel title={t('overview.funnel')}>
      <BarTable caption={t('overview.funnel')} bars={bars} withShare />
    </Panel>
  );
}

function Targets({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('programme');
  return (
    <Panel title={t('overview.targets')}>
      <BarTable
        caption={t('overview.targets')}
        bars={[
          {
            name: 'involved',
            label: t('overview.involved'),
            value: overview.takenInCharge + overview.groups.youths,
            target: overview.targets.involved,
            colour: 'green',
          },
          {
            name: 'training',
            label: t('overview.in-training'),
            value: overview.inTrainingOrInternship,
            target: overview.targets.inTrainingOrInternship,
            colour: 'green',
          },
        ]}
      />
      <Text c="dimmed" mt="sm">
        {t('overview.involved-note')}
      </Text>
    </Panel>
  );
}

function Stages({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('programme');
  const words = useWords();
  const may = useMay();
  const bars = overview.byStage.map(({ stage, label, colour, running }) => ({
    name: stage,
    label: words(label),
    value: running,
    colour,
    ...(may('cases.read') && { to: `/desk/cases?stage=${encodeURIComponent(stage)}` }),
  }));
  return (
    <Panel title={t('overview.by-stage')}>
      {bars.length === 0 ? (
        <Text>{t('overview.none')}</Text>
      ) : (
        <BarTable caption={t('overview.by-stage')} bars={bars} />
      )}
    </Panel>
  );
}

function Outcomes({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation(['programme', 'common']);
  const may = useMay();
  const bars = Object.entries(overview.outcomes)
    .filter(([, value]) => value > 0)
    .toSorted(([, one], [, other]) => other - one)
    .map(([outcome, value]) => ({
      name: outcome,
      label: t(`common:outcome.${outcome}`),
      value,
      colour: 'purple',
      ...(may('cases.read') && { to: `/desk/cases?status=done&outcome=${outcome}` }),
    }));
  return (
    <Panel title={t('overview.outcomes')}>
      {bars.length === 0 ? (
        <Text>{t('overview.none')}</Text>
      ) : (
        <BarTable caption={t('overview.outcomes')} bars={bars} />
      )}
    </Panel>
  );
}
