import { Tabs, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { gatherDeviations } from '@percorso/designer';
import { PathwayMap, PathwayOutline } from '@percorso/designer/map';
import type { PathwayDocument } from '@percorso/engine';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLanguage } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Panel } from './Panel.tsx';
import classes from './programme.module.css';
import { StepDeviations } from './StepDeviations.tsx';
import { StepPopulation } from './StepPopulation.tsx';

interface Props {
  readonly id: string;
  readonly version: number;
}

/** A version with how many stand where and where youths left it: drawn, and in lists. */
export function PathwayNow({ id, version }: Props) {
  const may = useMay();
  const read = useRead('readPathwayVersion', { params: { id, version } });
  const population = useRead('readPopulation', { params: { id } });
  if (read.error) return <ProblemNote error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  // The server serves only documents that its engine has parsed.
  const document = read.data.document as PathwayDocument;
  return (
    <>
      <Drawing key={version} id={id} document={document} counts={population.data?.steps ?? {}} />
      {population.error && <ProblemNote error={population.error} />}
      {population.data && (
        <StepPopulation id={id} document={document} population={population.data} />
      )}
      {may('cases.count-deviations') && <StepDeviations id={id} document={document} />}
    </>
  );
}

interface DrawingProps {
  readonly id: string;
  readonly document: PathwayDocument;
  readonly counts: Readonly<Record<string, number>>;
}

/** The map, or the same as a list: the first thing on a phone. */
function Drawing({ id, document, counts }: DrawingProps) {
  const { t } = useTranslation(['programme', 'case']);
  const language = useLanguage();
  const navigate = useNavigate();
  const may = useMay();
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const deviationCounts = useDeviationCounts(id, document);
  const shown = { document, language, counts, deviationCounts };
  return (
    <Panel title={t('pathways.map')} isForScreens>
      <Text c="dimmed" mb="sm">
        {t('pathways.map-help')}
      </Text>
      <Tabs defaultValue={isPhone ? 'list' : 'map'} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="map">{t('case:where.map')}</Tabs.Tab>
          <Tabs.Tab value="list">{t('case:where.list')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="map">
          <div className={classes.map}>
            <PathwayMap
              {...shown}
              {...(may('cases.read') && {
                onStep: (step: string) => void navigate(`/desk/cases?pathway=${id}&step=${step}`),
              })}
            />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="list">
          <PathwayOutline {...shown} />
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
}

/** How often youths left the pathway at each step, whichever versions they were on. */
function useDeviationCounts(id: string, document: PathwayDocument) {
  const enabled = useMay()('cases.count-deviations');
  const { data } = useRead('readDeviationCounts', { params: { id } }, { enabled });
  return useMemo(() => {
    if (!data) return undefined;
    const left = gatherDeviations(data, document);
    return Object.fromEntries(left.map(({ step, total }) => [step, total]));
  }, [data, document]);
}
