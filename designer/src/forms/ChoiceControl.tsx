import { Checkbox, NativeSelect, Radio, Stack } from '@mantine/core';
import { type FieldProps, groupProps, inputProps } from './field-props.ts';
import { WORDS } from './words.ts';

/** More than this many choices don't lie open on the page. */
const OPEN_MAX = 5;

/** One of several: all in view when they are few, a list otherwise. */
export function ChoiceControl(props: FieldProps) {
  const { field, language, value, onChange } = props;
  const choices = (field.oneOf ?? []).map((option) => ({
    value: option.const,
    label: option.label[language],
  }));
  if (choices.length <= OPEN_MAX) return <OpenChoice {...props} choices={choices} />;
  return (
    <NativeSelect
      {...inputProps(props)}
      value={String(value ?? '')}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      data={[{ value: '', label: WORDS.choose[language] }, ...choices]}
    />
  );
}

/** Yes or no, asked as a question: a tick box could not tell a no from no answer. */
export function YesNoControl(props: FieldProps) {
  const { language } = props;
  const choices = [
    { value: 'yes', label: WORDS.yes[language] },
    { value: 'no', label: WORDS.no[language] },
  ];
  const value = props.value === undefined ? '' : props.value ? 'yes' : 'no';
  const onChange = (chosen: unknown) => props.onChange(chosen === 'yes');
  return <OpenChoice {...props} value={value} onChange={onChange} choices={choices} />;
}

/** Which edition; without real ones, two invented ones stand for them. */
export function EditionControl(props: FieldProps) {
  const { editions, language } = props;
  const choices =
    editions?.map(({ id, label }) => ({ value: id, label })) ??
    [1, 2].map((number) => ({
      value: `example-${number}`,
      label: `${WORDS.exampleEdition[language]} ${number}`,
    }));
  return <OpenChoice {...props} choices={choices} />;
}

interface OpenChoiceProps extends FieldProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

function OpenChoice({ choices, ...props }: OpenChoiceProps) {
  return (
    <Radio.Group
      {...groupProps(props)}
      value={String(props.value ?? '')}
      onChange={(value: string) => props.onChange(value)}
    >
      <Stack gap="xs" mt="xs">
        {choices.map(({ value, label }, index) => (
          <Radio
            key={value}
            id={index === 0 ? `${props.id}-first` : `${props.id}-${value}`}
            size={props.size ?? 'md'}
            value={value}
            label={label}
            required={props.isRequired ?? false}
            aria-invalid={props.error !== undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Any number of several. */
export function ChoicesControl(props: FieldProps) {
  const chosen = Array.isArray(props.value) ? [...props.value] : [];
  return (
    <Checkbox.Group
      {...groupProps(props)}
      value={chosen}
      onChange={(value: string[]) => props.onChange(value.length > 0 ? value : undefined)}
    >
      <Stack gap="xs" mt="xs">
        {props.field.items?.oneOf.map((option, index) => (
          <Checkbox
            key={option.const}
            id={index === 0 ? `${props.id}-first` : `${props.id}-${option.const}`}
            size={props.size ?? 'md'}
            value={option.const}
            label={option.label[props.language]}
            aria-invalid={props.error !== undefined}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** A consent is a tick of one's own; it is never ticked beforehand. */
export function ConsentControl(props: FieldProps) {
  return (
    <Checkbox
      id={props.id}
      label={props.label}
      description={props.help}
      error={props.error}
      size={props.size ?? 'md'}
      aria-invalid={props.error !== undefined}
      checked={props.value === true}
      onChange={({ currentTarget }) => props.onChange(currentTarget.checked || undefined)}
    />
  );
}
