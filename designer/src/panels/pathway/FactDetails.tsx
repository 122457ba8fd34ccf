import { NativeSelect } from '@mantine/core';
import type { Field } from '@percorso/engine';
import { usesOfFact } from '../../commands/uses/uses-of-fact.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { ChoicesSetting } from '../../forms/ChoicesSetting.tsx';
import { DefaultSetting } from '../../forms/DefaultSetting.tsx';
import {
  type FieldKind,
  KIND_WORDS,
  kindOf,
  mayHaveDefault,
  newField,
} from '../../forms/field-kinds.ts';
import { LimitSettings } from '../../forms/LimitSettings.tsx';
import { NounSetting } from '../../forms/NounSetting.tsx';
import { OpportunitySetting } from '../../forms/OpportunitySetting.tsx';
import { CommandButton } from '../fields/CommandButton.tsx';
import { UsedBy } from '../fields/UsedBy.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { WORDS } from '../words.ts';
import { FACT_KINDS } from './fact-kinds.ts';
import { PATHWAY } from './words.ts';

/** Everything that can be said of a fact; what its type needs comes from the form builder. */
export function FactDetails({ fact }: { readonly fact: string }) {
  const { document, words, run, installation, isReadOnly } = useEditor();
  const field = document.data.properties[fact];
  if (!field) return null;
  const kind = kindOf(field);
  const change = (is: Field) => run('change-fact', { of: 'case', fact, is });
  const become = (next: FieldKind) => {
    const { label, noun, help } = field;
    const opportunity = installation.opportunityKinds[0]?.id;
    change({ ...newField(next, opportunity), label, ...(noun && { noun }), ...(help && { help }) });
  };
  return (
    <>
      <WordsField
        label={words(WORDS.name)}
        value={field.label}
        onCommit={(label) => change({ ...field, label })}
      />
      <NativeSelect
        size="sm"
        label={words(PATHWAY.factKind)}
        value={kind}
        disabled={isReadOnly}
        onChange={(event) => become(event.currentTarget.value as FieldKind)}
        data={FACT_KINDS.map((value) => ({ value, label: words(KIND_WORDS[value].label) }))}
      />
      <ChoicesSetting field={field} onChange={change} />
      {kind === 'edition' && <OpportunitySetting field={field} onChange={change} />}
      <LimitSettings field={field} onChange={change} />
      {mayHaveDefault(kind) && (
        <DefaultSetting
          field={field}
          onChange={change}
          label={words(PATHWAY.atStart)}
          help={words(PATHWAY.atStartHelp)}
        />
      )}
      <NounSetting field={field} onChange={change} />
      <UsedBy uses={usesOfFact(document, `case.${fact}`)} />
      <CommandButton command="remove-fact" parameters={{ of: 'case', fact }} c="red">
        {words(PATHWAY.removeFact)}
      </CommandButton>
    </>
  );
}
