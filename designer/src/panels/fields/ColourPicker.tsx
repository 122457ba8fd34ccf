import { Group, Radio } from '@mantine/core';
import { useEditor } from '../../editor/editor-context.ts';
import { COLOUR_WORDS, type Colour } from '../named-words.ts';
import { COLOURS } from '../stage-colours.ts';
import { Swatch } from './Swatch.tsx';

interface Props {
  readonly label: string;
  readonly value: Colour;
  readonly onChange: (colour: Colour) => void;
}

/** One of the palette's colours, each with its name: colour alone says nothing to some. */
export function ColourPicker({ label, value, onChange }: Props) {
  const { words, isReadOnly } = useEditor();
  return (
    <Radio.Group
      size="sm"
      label={label}
      value={value}
      readOnly={isReadOnly}
      onChange={(colour) => onChange(colour as Colour)}
    >
      <Group gap="xs" mt={4}>
        {COLOURS.map((colour) => (
          <Radio
            key={colour}
            size="sm"
            value={colour}
            label={
              <Group gap={6} wrap="nowrap">
                <Swatch colour={colour} />
                {words(COLOUR_WORDS[colour])}
              </Group>
            }
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
