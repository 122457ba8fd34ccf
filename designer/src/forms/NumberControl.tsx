import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type FieldProps, inputProps } from './field-props.ts';
import { numberIn, numberText } from './number-text.ts';

const UNIT_WIDTH_REM = 0.65;

/** A number as people type it, comma included; its unit stands beside it. */
export function NumberControl(props: FieldProps) {
  const { field, value, language, onChange } = props;
  const [typed, setTyped] = useState('');
  const unit = field.unit?.[language] ?? (field.format === 'attendance' ? '%' : '');
  // «7,» means 7 already, and must not lose its comma while it is typed.
  const text = read(typed) === value ? typed : shown(value, language);
  return (
    <TextInput
      {...inputProps(props)}
      inputMode={field.type === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
      maw="16rem"
      rightSection={unit && <Text c="dimmed">{unit}</Text>}
      rightSectionWidth={`${Math.max(3, unit.length * UNIT_WIDTH_REM + 1)}rem`}
      value={text}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(read(currentTarget.value));
      }}
    />
  );
}

function read(text: string): number | string | undefined {
  return numberIn(text) ?? (text.trim() === '' ? undefined : text);
}

function shown(value: FieldProps['value'], language: FieldProps['language']): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? numberText(value, language) : String(value);
}
