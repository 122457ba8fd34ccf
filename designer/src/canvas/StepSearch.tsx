import { CloseButton, Select } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { MapNode } from '../map/map-nodes.ts';
import { fuzzyScore } from './fuzzy.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly steps: readonly MapNode[];
  readonly onFound: (step: string) => void;
  readonly onClose: () => void;
}

const SHOWN_MAX = 12;

/** A step by its name, in either language. */
export function StepSearch({ steps, onFound, onClose }: Props) {
  const { language, words } = useEditor();
  const labels = useMemo(() => new Map(steps.map((step) => [step.key, step.label])), [steps]);
  const choices = steps.map(({ key, label }) => ({ value: key, label: label[language] }));
  return (
    <search className="canvas-search">
      <Select
        aria-label={words(WORDS.search)}
        placeholder={words(WORDS.search)}
        leftSection={<IconSearch size={18} aria-hidden />}
        size="sm"
        data={choices}
        value={null}
        onChange={(step) => step && onFound(step)}
        searchable
        selectFirstOptionOnChange
        filter={({ search }) =>
          choices
            .map((choice) => ({ choice, score: fuzzyScore(search, labels.get(choice.value)!) }))
            .filter(({ score }) => score !== undefined)
            .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
            .slice(0, SHOWN_MAX)
            .map(({ choice }) => choice)
        }
        nothingFoundMessage={words(WORDS.noStep)}
        comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
        autoFocus
      />
      <CloseButton aria-label={words(WORDS.close)} onClick={onClose} />
    </search>
  );
}
