import { Button } from '@mantine/core';
import type { FactValue, Field } from '@percorso/engine';
import { useId } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { useTyped } from '../panels/fields/useTyped.ts';
import type { SettingProps } from './ChoicesSetting.tsx';
import { FieldControl } from './FieldControl.tsx';
import classes from './forms.module.css';
import { WORDS } from './words.ts';

interface Props extends SettingProps {
  /** What it is called where it is not a form's. */
  readonly label?: string;
  readonly help?: string;
}

/** The value that stands in the field before anybody writes. */
export function DefaultSetting({ field, onChange, label, help }: Props) {
  const { language, words, installation, isReadOnly } = useEditor();
  const id = useId();
  const typed = useTyped<FactValue | undefined>(field.default, (value) =>
    value === field.default ? undefined : onChange(withDefault(field, value)),
  );
  const isPicked = ['boolean', 'array'].includes(field.type) || field.oneOf !== undefined;
  const isChosen = field.type !== 'string' || field.oneOf !== undefined;
  return (
    <fieldset className={classes.choices} disabled={isReadOnly} onBlur={typed.flush}>
      <FieldControl
        id={id}
        field={field}
        label={label ?? words(WORDS.default)}
        help={help ?? words(WORDS.defaultHelp)}
        size="sm"
        value={typed.value}
        onChange={(value) => {
          typed.type(value);
          if (isPicked) typed.flush();
        }}
        error={typed.refusal && words(typed.refusal)}
        language={language}
        timeZone={installation.timeZone}
      />
      {typed.value !== undefined && isChosen && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              typed.type(undefined);
              typed.flush();
            }}
          >
            {words(WORDS.noDefault)}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function withDefault(field: Field, value: FactValue | undefined): Field {
  const { default: _before, ...others } = field;
  return value === undefined ? others : { ...others, default: value };
}
