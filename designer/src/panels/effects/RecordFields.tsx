import { NativeSelect, NumberInput } from '@mantine/core';
import type { ObjectSchema } from '@percorso/engine';
import { useId } from 'react';
import { own } from '../../commands/edit/records.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { FieldControl } from '../../forms/FieldControl.tsx';
import { factChoices } from '../choices.ts';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { type RecordDraft, type RecordWay, waysFor } from './record-draft.ts';
import { EFFECTS } from './words.ts';

interface Props {
  readonly form: ObjectSchema | undefined;
  readonly draft: RecordDraft;
  readonly onChange: (draft: RecordDraft) => void;
}

/** Which fact, and what it becomes. */
export function RecordFields({ form, draft, onChange }: Props) {
  const { document, words, language } = useEditor();
  const field = own(document.data.properties, draft.fact ?? undefined);
  const ways = waysFor(field, form !== undefined);
  return (
    <>
      <SearchSelect
        label={words(EFFECTS.fact)}
        value={draft.fact}
        // Another fact has another type: what was typed would not fit it.
        onChange={(fact) =>
          onChange({ ...draft, fact, value: undefined, way: form ? draft.way : 'value' })
        }
        data={factChoices(document, language)}
      />
      {field && (
        <NativeSelect
          size="sm"
          label={words(EFFECTS.how)}
          value={draft.way}
          onChange={(event) => onChange({ ...draft, way: event.currentTarget.value as RecordWay })}
          data={ways.map((way) => ({ value: way, label: words(EFFECTS.ways[way]) }))}
        />
      )}
      {field && <WayFields form={form} draft={draft} onChange={onChange} />}
    </>
  );
}

function WayFields({ form, draft, onChange }: Props) {
  const { document, installation, words, language } = useEditor();
  const id = useId();
  const field = own(document.data.properties, draft.fact ?? undefined);
  if (!field || draft.way === 'forget') return null;
  if (draft.way === 'add') {
    return (
      <NumberInput
        size="sm"
        label={words(EFFECTS.amount)}
        value={draft.add}
        allowDecimal={field.type === 'number'}
        onChange={(add) => typeof add === 'number' && onChange({ ...draft, add })}
      />
    );
  }
  if (draft.way === 'answer') {
    return (
      <SearchSelect
        label={words(EFFECTS.answer)}
        value={draft.answer}
        onChange={(answer) => onChange({ ...draft, answer })}
        data={Object.entries(form?.properties ?? {}).map(([value, { label }]) => ({
          value,
          label: label[language],
        }))}
      />
    );
  }
  return (
    <FieldControl
      id={id}
      size="sm"
      field={field}
      label={words(EFFECTS.value)}
      value={draft.value}
      onChange={(value) => onChange({ ...draft, value })}
      language={language}
      timeZone={installation.timeZone}
    />
  );
}
