import { Text } from '@mantine/core';
import { mapNodes } from '@percorso/designer/map';
import type { PathwayDocument } from '@percorso/engine';
import type { Population } from '@percorso/server/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useMay } from '../api/session.ts';
import { BarTable } from './BarTable.tsx';
import { Panel } from './Panel.tsx';
import { populatedSteps } from './populated-steps.ts';

interface Props {
  readonly id: string;
  readonly document: PathwayDocument;
  readonly population: Population;
}

/** How many stand at each step, in the order of the document; each leads to who they are. */
export function StepPopulation({ id, document, population }: Props) {
  const { t } = useTranslation('programme');
  const words = useWords();
  const may = useMay();
  const steps = useMemo(() => mapNodes(document), [document]);
  const bars = populatedSteps(steps, population.steps).map(({ step, depth, count }) => ({
    name: step.key,
    label: words(step.label),
    value: count,
    depth,
    colour: step.stage?.colour ?? 'grey',
    ...(may('cases.read') && { to: `/desk/cases?pathway=${id}&step=${step.key}` }),
  }));
  return (
    <Panel title={t('pathways.where')}>
      <Text c="dimmed" mb="sm">
        {t('pathways.running', { count: population.running })}. {t('pathways.where-help')}{' '}
        {may('cases.read') && <span className="no-print">{t('pathways.where-choose')}</span>}
      </Text>
      {bars.length === 0 ? (
        <Text>{t('pathways.nobody')}</Text>
      ) : (
        <BarTable caption={t('pathways.where')} bars={bars} />
      )}
    </Panel>
  );
}
