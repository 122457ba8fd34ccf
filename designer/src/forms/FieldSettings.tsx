import { Alert, Checkbox, Text } from '@mantine/core';
import { type Field, isPrivate } from '@percorso/engine';
import { IconLock } from '@tabler/icons-react';
import { usesOfField } from '../commands/uses/uses-of-field.ts';
import { useEditor } from '../editor/editor-context.ts';
import { CommandButton } from '../panels/fields/CommandButton.tsx';
import { WordsField } from '../panels/fields/WordsField.tsx';
import { ChoicesSetting } from './ChoicesSetting.tsx';
import { DefaultSetting } from './DefaultSetting.tsx';
import { kindOf, mayHaveDefault } from './field-kinds.ts';
import { useForm } from './form-context.ts';
import { labelling } from './form-steps.ts';
import classes from './forms.module.css';
import { LimitSettings } from './LimitSettings.tsx';
import { NounSetting } from './NounSetting.tsx';
import { OpportunitySetting } from './OpportunitySetting.tsx';
import { WORDS } from './words.ts';

interface Props {
  readonly name: string;
  readonly field: Field;
  readonly onRenamed: (to: string) => void;
  readonly onRemoved: () => void;
}

/** Everything that can be set on a field; each kind of field has what makes sense for it. */
export function FieldSettings({ name, field, onRenamed, onRemoved }: Props) {
  const { document, words, isReadOnly } = useEditor();
  const { form, schema, run } = useForm();
  const kind = kindOf(field);
  const change = (is: Field) =>
    run({ name: 'change-field', parameters: { form, field: name, is } });
  const { help: _help, ...helpless } = field;
  return (
    <div className={classes.settings}>
      <WordsField
        label={words(WORDS.label)}
        value={field.label}
        onCommit={(label) => {
          const { field: to, steps } = labelling(document, form, name, label);
          const result = run(...steps);
          if (result.ok && to !== name) onRenamed(to);
          return result;
        }}
      />
      <Checkbox
        size="sm"
        label={words(kind === 'consent' ? WORDS.consentRequired : WORDS.required)}
        checked={schema.required?.includes(name) ?? false}
        disabled={isReadOnly}
        onChange={({ currentTarget: { checked: isRequired } }) =>
          run({ name: 'require-field', parameters: { form, field: name, isRequired } })
        }
      />
      <ChoicesSetting field={field} onChange={change} />
      {kind === 'edition' && <OpportunitySetting field={field} onChange={change} />}
      <LimitSettings field={field} onChange={change} />
      <WordsField
        label={words(WORDS.help)}
        description={words(WORDS.helpHelp)}
        isLong
        value={field.help}
        onCommit={(help) => change({ ...field, help })}
        onClear={() => change(helpless)}
      />
      {mayHaveDefault(kind) && <DefaultSetting field={field} onChange={change} />}
      {isPrivate(field) ? (
        <Alert color="blue" icon={<IconLock aria-hidden />} p="sm">
          {words(WORDS.privateHelp)}
        </Alert>
      ) : (
        <NounSetting field={field} onChange={change} />
      )}
      <FieldUses name={name} />
      {!isReadOnly && (
        <CommandButton
          command="remove-field"
          parameters={{ form, field: name }}
          variant="subtle"
          color="red"
          onDone={onRemoved}
        >
          {words(WORDS.removeField)}
        </CommandButton>
      )}
    </div>
  );
}

function FieldUses({ name }: { readonly name: string }) {
  const { document, words } = useEditor();
  const { form } = useForm();
  const uses = usesOfField(document, form, name);
  if (uses.length === 0) return null;
  const places = [...new Set(uses.map(({ where }) => words(where)))];
  return (
    <Text size="sm" c="dimmed">
      {words(WORDS.readBy)}: {places.join(', ')}.
    </Text>
  );
}
