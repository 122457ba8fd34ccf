import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { checkFact, type FactValue, type Field } from '@percorso/engine';
import { useId } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { FieldControl } from '../forms/FieldControl.tsx';
import type { DraftCondition } from './draft.ts';
import classes from './rules.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly condition: DraftCondition;
  readonly field: Field;
  readonly onChange: (value: FactValue | undefined) => void;
}

/** What the fact is compared with, by the control that fits it. */
export function ConditionValue(props: Props) {
  const { condition, field } = props;
  const options = field.oneOf ?? field.items?.oneOf;
  const isList = condition.op === 'in' || condition.op === 'not-in';
  if (options) return isList ? <SeveralOptions {...props} /> : <OneOption {...props} />;
  if (isList) return <SeveralTexts {...props} />;
  return field.type === 'boolean' ? <YesOrNo {...props} /> : <PlainValue {...props} />;
}

function PlainValue({ condition, field, onChange }: Props) {
  const { language, words, installation } = useEditor();
  const id = useId();
  const { minimum: _least, maximum: _most, ...unbounded } = field;
  const { value } = condition;
  const fault = value === undefined ? undefined : checkFact(unbounded, value);
  // Editions come and go: a condition names one by its identifier.
  const isName = field.format === 'edition';
  const shown: Field = isName ? { type: 'string', label: field.label } : field;
  return (
    <FieldControl
      id={id}
      field={shown}
      label={`${words(WORDS.value)}: ${words(field.label)}`}
      isLabelHidden
      size="sm"
      value={value}
      onChange={onChange}
      error={fault && words(fault.message)}
      language={language}
      timeZone={installation.timeZone}
    />
  );
}

function OneOption({ condition, field, onChange }: Props) {
  const { words } = useEditor();
  const options = field.oneOf ?? field.items?.oneOf ?? [];
  return (
    <NativeSelect
      size="sm"
      aria-label={words(WORDS.value)}
      value={String(condition.value ?? '')}
      data={[
        { value: '', label: words(WORDS.chooseValue) },
        ...options.map((option) => ({ value: option.const, label: words(option.label) })),
      ]}
      onChange={({ currentTarget: { value } }) => onChange(value || undefined)}
    />
  );
}

function SeveralOptions({ condition, field, onChange }: Props) {
  const { words } = useEditor();
  const chosen = typeof condition.value === 'object' ? [...condition.value] : [];
  return (
    <Checkbox.Group
      className={classes.several}
      aria-label={words(WORDS.value)}
      value={chosen}
      onChange={(value: string[]) => onChange(value.length > 0 ? value : undefined)}
    >
      <Group gap="0.4rem 1rem">
        {(field.oneOf ?? field.items?.oneOf ?? []).map((option) => (
          <Checkbox key={option.const} size="sm" value={option.const} label={words(option.label)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function SeveralTexts({ condition, onChange }: Props) {
  const { words } = useEditor();
  const label = words(WORDS.values);
  const value = typeof condition.value === 'object' ? condition.value.join(', ') : '';
  return (
    <TextInput
      size="sm"
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      onChange={({ currentTarget }) => {
        const texts = currentTarget.value.split(',').map((text) => text.trim());
        const given = texts.filter((text) => text !== '');
        onChange(given.length > 0 ? given : undefined);
      }}
    />
  );
}

function YesOrNo({ condition, onChange }: Props) {
  const { words } = useEditor();
  return (
    <NativeSelect
      size="sm"
      aria-label={words(WORDS.value)}
      value={condition.value === false ? 'no' : 'yes'}
      data={[
        { value: 'yes', label: words(WORDS.yes) },
        { value: 'no', label: words(WORDS.no) },
      ]}
      onChange={({ currentTarget: { value } }) => onChange(value === 'yes')}
    />
  );
}
