import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ControlProps, inputProps } from './control.ts';

const INPUT_TYPES = { email: 'email', phone: 'tel', date: 'date', 'date-time': 'datetime-local' };

/** Text on one line, and what browsers offer as such: addresses, numbers, dates. */
export function TextControl(props: ControlProps) {
  const { t } = useTranslation('form');
  const format = props.field.format ?? '';
  const type = Object.entries(INPUT_TYPES).find(([name]) => name === format)?.[1] ?? 'text';
  return (
    <TextInput
      {...inputProps(props)}
      description={props.help ?? (format === 'file' && t('file-help'))}
      type={type}
      {...(props.field.maxLength ? { maxLength: props.field.maxLength } : {})}
      value={String(props.value ?? '')}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

export function NoteControl(props: ControlProps) {
  return (
    <Textarea
      {...inputProps(props)}
      autosize
      minRows={3}
      maxRows={12}
      {...(props.field.maxLength ? { maxLength: props.field.maxLength } : {})}
      value={String(props.value ?? '')}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
