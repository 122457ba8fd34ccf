import { NativeSelect, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './deviation.module.css';

export interface ChoiceItem {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

interface Props {
  readonly label: string;
  readonly choices: readonly ChoiceItem[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | false;
  readonly help?: string;
}

/** So many are seen at a glance. */
const SEEN_MAX = 6;

/** One of some: side by side while they are few, else in a list that opens. */
export function Choice(props: Props) {
  return (
    <div data-faulty={props.error ? true : undefined}>
      {props.choices.length > SEEN_MAX ? <Many {...props} /> : <Few {...props} />}
    </div>
  );
}

function Few({ label, help, choices, value, onChange, error }: Props) {
  return (
    <Radio.Group
      label={label}
      description={help}
      value={value}
      onChange={onChange}
      error={error}
      withAsterisk
    >
      <Stack gap="sm" mt="xs">
        {choices.map((one) => (
          <Radio
            key={one.value}
            value={one.value}
            label={one.label}
            description={one.group !== one.label && one.group}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Many({ label, help, choices, value, onChange, error }: Props) {
  const { t } = useTranslation('deviation');
  const groups = Map.groupBy(choices, ({ group }) => group ?? '');
  return (
    <NativeSelect
      className={`${classes.wide}`}
      label={label}
      description={help}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      withAsterisk
      aria-required
    >
      <option value="">{t('choose')}</option>
      {[...groups].map(([group, items]) => (
        <Options key={group} group={group} items={items} />
      ))}
    </NativeSelect>
  );
}

function Options({ group, items }: { group: string; items: readonly ChoiceItem[] }) {
  const options = items.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
  return group ? <optgroup label={group}>{options}</optgroup> : options;
}
