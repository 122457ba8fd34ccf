import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { newStageName } from '../../editor/new-name.ts';
import { ColourPicker } from '../fields/ColourPicker.tsx';
import { LanguagePairInput } from '../fields/LanguagePairInput.tsx';
import { completed, EMPTY_WORDS } from '../fields/language-pair.ts';
import { Swatch } from '../fields/Swatch.tsx';
import type { Colour } from '../named-words.ts';
import { freshColour } from '../stage-colours.ts';
import { WORDS } from '../words.ts';
import { ELEMENT } from './words.ts';

const NONE = '-';
const NEW = '+';

interface Props {
  readonly steps: readonly string[];
  /** Null where they have none, or not the same one. */
  readonly value: string | null;
  readonly label?: string;
}

/** The stage of one or several steps; a new one can be made right here. */
export function StageSelect({ steps, value, label }: Props) {
  const { document, words, run, isReadOnly } = useEditor();
  const [isCreating, setCreating] = useState(false);
  const colourOf = (id: string) => document.stages.find((stage) => stage.id === id)?.colour;
  const data = [
    { value: NONE, label: words(ELEMENT.noStage) },
    ...document.stages.map((stage) => ({ value: stage.id, label: words(stage.label) })),
    { value: NEW, label: words(ELEMENT.newStage) },
  ];
  const choose = (chosen: string | null) => {
    setCreating(chosen === NEW);
    if (chosen === null || chosen === NEW) return;
    run('set-stage', { steps, stage: chosen === NONE ? null : chosen });
  };
  return (
    <Stack gap="xs">
      <Select
        size="sm"
        label={label ?? words(ELEMENT.stage)}
        value={isCreating ? NEW : (value ?? NONE)}
        onChange={choose}
        data={data}
        allowDeselect={false}
        readOnly={isReadOnly}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        leftSection={
          value !== null && !isCreating ? <Swatch colour={colourOf(value)} /> : undefined
        }
        renderOption={({ option }) => (
          <Group gap="xs" wrap="nowrap">
            <Swatch colour={colourOf(option.value)} />
            {option.label}
          </Group>
        )}
      />
      {isCreating && <NewStage steps={steps} onDone={() => setCreating(false)} />}
    </Stack>
  );
}

interface NewStageProps {
  readonly steps: readonly string[];
  readonly onDone: () => void;
}

function NewStage({ steps, onDone }: NewStageProps) {
  const { document, words, runAll } = useEditor();
  const [label, setLabel] = useState(EMPTY_WORDS);
  const [colour, setColour] = useState<Colour>(() => freshColour(document));
  const [isMissing, setMissing] = useState(false);
  const create = () => {
    const whole = completed(label);
    if (!whole) return setMissing(true);
    const id = newStageName(document, whole.it);
    const result = runAll([
      { name: 'add-stage', parameters: { stage: { id, label: whole, colour } } },
      { name: 'set-stage', parameters: { steps, stage: id } },
    ]);
    if (result.ok) onDone();
  };
  return (
    <Stack gap="xs">
      <LanguagePairInput
        label={words(ELEMENT.stageName)}
        value={label}
        onChange={setLabel}
        isRequired
        error={isMissing ? words(WORDS.needed) : undefined}
      />
      <ColourPicker label={words(ELEMENT.colour)} value={colour} onChange={setColour} />
      <Group gap="xs">
        <Button size="sm" onClick={create}>
          {words(ELEMENT.createStage)}
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          {words(WORDS.cancel)}
        </Button>
      </Group>
    </Stack>
  );
}
