import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type FieldProps, inputProps } from './field-props.ts';
import { instantAt, localTimeOf } from './wall-clock.ts';
import { WORDS } from './words.ts';

const INPUT_TYPES = { email: 'email', phone: 'tel', date: 'date' } as const;

/** Text on one line, and what browsers offer as such: addresses, numbers, dates. */
export function TextControl(props: FieldProps) {
  const { field, help, language } = props;
  const format = field.format ?? '';
  const type = Object.hasOwn(INPUT_TYPES, format)
    ? INPUT_TYPES[format as keyof typeof INPUT_TYPES]
    : 'text';
  return (
    <TextInput
      {...inputProps(props)}
      description={help ?? (format === 'file' && WORDS.fileHelp[language])}
      type={type}
      {...textProps(props)}
    />
  );
}

export function NoteControl(props: FieldProps) {
  return (
    <Textarea {...inputProps(props)} autosize minRows={3} maxRows={12} {...textProps(props)} />
  );
}

function textProps({ field, value, onChange }: FieldProps) {
  return {
    ...(field.maxLength && { maxLength: field.maxLength }),
    value: String(value ?? ''),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange(currentTarget.value === '' ? undefined : currentTarget.value),
  };
}

/** A day and an hour, on the clocks of the installation's place. */
export function MomentControl(props: FieldProps) {
  const { value, timeZone, onChange } = props;
  const [typed, setTyped] = useState('');
  const isTyped = instantAt(typed, timeZone) === value;
  return (
    <TextInput
      {...inputProps(props)}
      type="datetime-local"
      value={isTyped ? typed : localTimeOf(String(value ?? ''), timeZone)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(instantAt(currentTarget.value, timeZone));
      }}
    />
  );
}
