import { Autocomplete, Button, Group, Stack, TextInput } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { NodeToolbar, Position } from '@xyflow/react';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { NewStep } from '../editor/new-step.ts';
import type { Point } from '../map/box.ts';
import { actionChoices } from '../panels/choices.ts';
import { WORDS } from './words.ts';

/** The step after which another is being added, and where, if that was shown. */
export interface AddingAfter {
  readonly after: string;
  /** In the window's pixels. */
  readonly point?: Point;
}

interface Props {
  readonly adding: AddingAfter;
  readonly onAdd: (label: Words, action: NewStep['action']) => void;
  readonly onClose: () => void;
}

/** Beside a step: what the next one is called, and which action leads there. */
export function AddAfter({ adding, onAdd, onClose }: Props) {
  const { document, language, words } = useEditor();
  const [name, setName] = useState('');
  const [way, setWay] = useState('');
  const [isMissing, setMissing] = useState(false);
  const choices = actionChoices(document, language);
  const text = name.trim();
  const action = way.trim();
  const known = choices.find(({ label }) => label.toLowerCase() === action.toLowerCase());
  const submit = () => {
    if (!text) return setMissing(true);
    const chosen = known ? { name: known.value } : { label: { it: action, en: action } };
    onAdd({ it: text, en: text }, action ? chosen : undefined);
  };
  return (
    <NodeToolbar nodeId={adding.after} isVisible position={Position.Right} offset={16}>
      <form
        className="canvas-card nodrag nopan nowheel"
        aria-label={words(WORDS.addAfter)}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          event.stopPropagation();
        }}
      >
        <Stack gap="xs">
          <TextInput
            size="sm"
            label={words(WORDS.newStepName)}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={isMissing && !text ? words(WORDS.nameNeeded) : undefined}
            autoFocus
          />
          <Autocomplete
            size="sm"
            label={words(WORDS.whichAction)}
            description={action && !known ? words(WORDS.newAction) : words(WORDS.actionHelp)}
            data={[...new Set(choices.map(({ label }) => label))]}
            value={way}
            onChange={setWay}
            limit={8}
            comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
          />
          <Group gap="xs" justify="flex-end">
            <Button size="compact-md" variant="subtle" onClick={onClose}>
              {words(WORDS.cancel)}
            </Button>
            <Button size="compact-md" type="submit">
              {words(WORDS.add)}
            </Button>
          </Group>
        </Stack>
      </form>
    </NodeToolbar>
  );
}
