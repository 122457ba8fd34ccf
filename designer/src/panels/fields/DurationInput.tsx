import { NativeSelect, NumberInput } from '@mantine/core';
import { useEditor } from '../../editor/editor-context.ts';
import { DURATION_UNITS, type DurationUnit, type Span } from '../duration.ts';
import { WORDS } from '../words.ts';
import classes from './fields.module.css';

interface Props {
  readonly label: string;
  readonly value: Span;
  readonly onChange: (span: Span) => void;
  readonly description?: string;
  readonly onLeave?: () => void;
}

/** A number and its unit: «14 giorni». */
export function DurationInput({ label, value, onChange, description, onLeave }: Props) {
  const { words, isReadOnly } = useEditor();
  return (
    <div className={classes.duration}>
      <NumberInput
        size="sm"
        label={label}
        description={description}
        inputWrapperOrder={['label', 'input', 'description']}
        value={value.count}
        min={1}
        max={9999}
        allowDecimal={false}
        allowNegative={false}
        readOnly={isReadOnly}
        onBlur={onLeave}
        onChange={(count) => {
          if (typeof count === 'number' && count >= 1) onChange({ ...value, count });
        }}
      />
      <NativeSelect
        size="sm"
        aria-label={`${label}: ${words(WORDS.unit).toLowerCase()}`}
        value={value.unit}
        disabled={isReadOnly}
        onBlur={onLeave}
        onChange={(event) =>
          onChange({ ...value, unit: event.currentTarget.value as DurationUnit })
        }
        data={DURATION_UNITS.map((unit) => ({ value: unit, label: words(WORDS.units[unit]) }))}
      />
    </div>
  );
}
