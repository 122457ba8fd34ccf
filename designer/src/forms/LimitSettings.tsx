import { Checkbox } from '@mantine/core';
import type { Field } from '@percorso/engine';
import { useEditor } from '../editor/editor-context.ts';
import { WordsField } from '../panels/fields/WordsField.tsx';
import type { SettingProps } from './ChoicesSetting.tsx';
import { kindOf } from './field-kinds.ts';
import classes from './forms.module.css';
import { NumberSetting } from './NumberSetting.tsx';
import { WORDS } from './words.ts';

type Limit = 'minimum' | 'maximum' | 'minItems' | 'maxItems' | 'maxLength';

/** How little and how much may be answered, and in what unit. */
export function LimitSettings(props: SettingProps) {
  const { words } = useEditor();
  const { field, onChange } = props;
  const { unit: _unit, ...bare } = field;
  switch (kindOf(field)) {
    case 'number':
      return (
        <>
          <Limits {...props} limits={['minimum', 'maximum']} />
          <WordsField
            label={words(WORDS.unit)}
            description={words(WORDS.unitHelp)}
            value={field.unit}
            onCommit={(unit) => onChange({ ...field, unit })}
            onClear={() => onChange(bare)}
          />
          <WholeNumbers {...props} />
        </>
      );
    case 'attendance':
      return <Limits {...props} limits={['minimum', 'maximum']} />;
    case 'choices':
      return <Limits {...props} limits={['minItems', 'maxItems']} />;
    case 'text':
    case 'note':
      return <Limits {...props} limits={['maxLength']} />;
    default:
      return null;
  }
}

function Limits({ field, onChange, limits }: SettingProps & { limits: readonly Limit[] }) {
  const { words } = useEditor();
  return (
    <div className={classes.limits}>
      {limits.map((limit) => (
        <NumberSetting
          key={limit}
          label={words(WORDS.limits[limit])}
          value={field[limit]}
          onCommit={(value) => onChange(withLimit(field, limit, value))}
        />
      ))}
    </div>
  );
}

function withLimit(field: Field, limit: Limit, value: number | undefined): Field {
  const { [limit]: _before, ...others } = field;
  return value === undefined ? others : { ...others, [limit]: value };
}

function WholeNumbers({ field, onChange }: SettingProps) {
  const { words, isReadOnly } = useEditor();
  return (
    <Checkbox
      size="sm"
      label={words(WORDS.wholeNumbers)}
      checked={field.type === 'integer'}
      disabled={isReadOnly}
      onChange={({ currentTarget: { checked } }) =>
        onChange({ ...field, type: checked ? 'integer' : 'number' })
      }
    />
  );
}
