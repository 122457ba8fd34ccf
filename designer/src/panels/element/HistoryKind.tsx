import { Radio, Stack } from '@mantine/core';
import type { MachineNode } from '@percorso/engine';
import { findNode, keysInside } from '../../commands/edit/nodes.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { StepSelect } from '../fields/StepSelect.tsx';
import { ELEMENT } from './words.ts';

interface Props {
  readonly step: string;
  readonly node: MachineNode;
}

/** How much a return remembers, and where it leads as long as there is nothing to remember. */
export function HistoryKind({ step, node }: Props) {
  const { document, words, run, isReadOnly } = useEditor();
  const history = node.history ?? 'shallow';
  const otherwise = node.target?.replace(/^#/, '') ?? null;
  const found = findNode(document, step);
  const around = 'code' in found ? undefined : findNode(document, found.parent ?? '');
  const inside = new Set(around && !('code' in around) ? keysInside('', around.node) : []);
  return (
    <Stack gap="sm">
      <Radio.Group
        size="sm"
        label={words(ELEMENT.memory)}
        value={history}
        readOnly={isReadOnly}
        onChange={(value) =>
          run('change-history', { step, history: value as 'shallow' | 'deep', otherwise })
        }
      >
        <Stack gap={6} mt={4}>
          {(['shallow', 'deep'] as const).map((value) => (
            <Radio key={value} size="sm" value={value} label={words(ELEMENT.memories[value])} />
          ))}
        </Stack>
      </Radio.Group>
      <StepSelect
        label={words(ELEMENT.otherwise)}
        placeholder={words(ELEMENT.groupStart)}
        clearable
        value={otherwise}
        isChoice={(one) => one !== step && inside.has(one)}
        onChange={(value) => run('change-history', { step, history, otherwise: value })}
      />
    </Stack>
  );
}
