import { Text } from '@mantine/core';
import { DEVIATION_WORDS, gatherDeviations } from '@percorso/designer';
import type { PathwayDocument } from '@percorso/engine';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { BarTable } from './BarTable.tsx';
import { Panel } from './Panel.tsx';

interface Props {
  readonly id: string;
  readonly document: PathwayDocument;
}

/** Where those who follow cases had to leave the pathway; nothing where nobody had to. */
export function StepDeviations({ id, document }: Props) {
  const { t } = useTranslation('programme');
  const words = useWords();
  const { data, error } = useRead('readDeviationCounts', { params: { id } });
  const left = useMemo(() => (data ? gatherDeviations(data, document) : []), [data, document]);
  const unplaced = data?.unplaced.cases ?? 0;
  if (!error && left.length + unplaced === 0) return null;
  const bars = left.map(({ step, label, isThere, versions, kinds, total }) => {
    const told = kinds.map(([kind, count]) => `${words(DEVIATION_WORDS[kind])}: ${count}`);
    const gone = t('pathways.left-gone', { count: versions.length, versions: versions.join(', ') });
    return {
      name: step,
      label: words(label),
      value: total,
      detail: [...told, ...(isThere ? [] : [gone])].join(' · '),
    };
  });
  return (
    <Panel title={t('pathways.left')}>
      {error ? (
        <Text c="dimmed">{t('pathways.left-unknown')}</Text>
      ) : (
        <>
          <Text c="dimmed" mb="sm">
            {t('pathways.left-cases', { count: data?.cases ?? 0 })} {t('pathways.left-help')}
            {unplaced > 0 && ` ${t('pathways.left-unplaced', { count: unplaced })}`}
          </Text>
          {bars.length > 0 && <BarTable caption={t('pathways.left')} bars={bars} />}
        </>
      )}
    </Panel>
  );
}
