import { Checkbox, NativeSelect, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { type ControlProps, groupProps, inputProps } from './control.ts';

/** More than this many choices don't lie open on the page. */
const OPEN_MAX = 5;

/** One of several: all in view when they are few, a list otherwise. */
export function ChoiceControl(props: ControlProps) {
  const { t } = useTranslation('form');
  const words = useWords();
  const options = props.field.oneOf ?? [];
  if (options.length > OPEN_MAX) {
    return (
      <NativeSelect
        {...inputProps(props)}
        value={String(props.value ?? '')}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <option value="">{t('choose')}</option>
        {options.map((option) => (
          <option key={option.const} value={option.const}>
            {words(option.label)}
          </option>
        ))}
      </NativeSelect>
    );
  }
  const choices = options.map((option) => ({ value: option.const, label: words(option.label) }));
  return <OpenChoice {...props} choices={choices} />;
}

/** Yes or no, asked as a question: a tick box could not tell a no from no answer. */
export function YesNoControl(props: ControlProps) {
  const { t } = useTranslation('form');
  const choices = [
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ];
  const value = props.value === undefined ? '' : props.value ? 'yes' : 'no';
  const onChange = (chosen: unknown) => props.onChange(chosen === 'yes');
  return <OpenChoice {...props} value={value} onChange={onChange} choices={choices} />;
}

interface OpenChoiceProps extends ControlProps {
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
            value={value}
            label={label}
            required={props.isRequired}
            aria-invalid={props.error !== undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Any number of several. */
export function ChoicesControl(props: ControlProps) {
  const words = useWords();
  const chosen = Array.isArray(props.value) ? [...props.value] : [];
  return (
    <Checkbox.Group
      {...groupProps(props)}
      value={chosen}
      onChange={(value: string[]) => props.onChange(value)}
    >
      <Stack gap="xs" mt="xs">
        {props.field.items?.oneOf.map((option, index) => (
          <Checkbox
            key={option.const}
            id={index === 0 ? `${props.id}-first` : `${props.id}-${option.const}`}
            value={option.const}
            label={words(option.label)}
            aria-invalid={props.error !== undefined}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** A consent is a tick of one's own; it is never ticked beforehand. */
export function ConsentControl(props: ControlProps) {
  return (
    <Checkbox
      id={props.id}
      label={props.label}
      description={props.help}
      error={props.error}
      aria-invalid={props.error !== undefined}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}
