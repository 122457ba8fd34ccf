import { Text } from '@mantine/core';
import type { PathwayDocument } from '@percorso/engine';
import type { Population } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useMay } from '../api/session.ts';
import { BarTable } from './BarTable.tsx';
import { Panel } from './Panel.tsx';

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
  const colours = new Map<string, string>(document.stages.map((stage) => [stage.id, stage.colour]));
  const bars = Object.entries(document.steps)
    .filter(([step]) => (population.steps[step] ?? 0) > 0)
    .map(([step, { label, stage }]) => ({
      name: step,
      label: words(label),
      value: population.steps[step] ?? 0,
      colour: (stage && colours.get(stage)) || 'grey',
      ...(may('cases.read') && { to: `/desk/cases?pathway=${id}&step=${step}` }),
    }));
  return (
    <Panel title={t('pathways.where')}>
      <Text c="dimmed" mb="sm">
        {t('pathways.running', { count: population.running })}. {t('pathways.where-help')}
      </Text>
      {bars.length === 0 ? (
        <Text>{t('pathways.nobody')}</Text>
      ) : (
        <BarTable caption={t('pathways.where')} bars={bars} />
      )}
    </Panel>
  );
}
