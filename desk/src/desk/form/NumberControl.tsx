import { Text, TextInput } from '@mantine/core';
import { useWords } from '../../language/words.ts';
import { type ControlProps, inputProps } from './control.ts';

const UNIT_WIDTH_REM = 0.65;

/** A number as people type it, comma included; its unit stands beside it. */
export function NumberControl(props: ControlProps) {
  const words = useWords();
  const { field } = props;
  const unit = field.unit ? words(field.unit) : field.format === 'attendance' ? '%' : '';
  return (
    <TextInput
      {...inputProps(props)}
      inputMode={field.type === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
      maw="16rem"
      rightSection={unit && <Text c="dimmed">{unit}</Text>}
      rightSectionWidth={`${Math.max(3, unit.length * UNIT_WIDTH_REM + 1)}rem`}
      value={String(props.value ?? '')}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
