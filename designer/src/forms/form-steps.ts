import type { Field, Option, PathwayDocument, Words } from '@percorso/engine';
import { own } from '../commands/edit/records.ts';
import { usesOfField } from '../commands/uses/uses-of-field.ts';
import type { Step } from '../editor/edit-history.ts';
import { newFieldName, newNameIn } from '../editor/new-name.ts';
import type { Installation } from '../editor/props.ts';
import { type FieldKind, hasFirstChoiceLabel, hasFirstLabel, newField } from './field-kinds.ts';

/** Commands on a form, and the name of the field that they leave to go on with. */
export interface FieldSteps {
  readonly field: string;
  readonly steps: readonly Step[];
}

export function adding(
  document: PathwayDocument,
  form: string,
  kind: FieldKind,
  opportunity?: string,
): FieldSteps {
  const is = newField(kind, opportunity);
  const field = newFieldName(propertiesOf(document, form), is.label.it);
  return { field, steps: [{ name: 'add-field', parameters: { form, field, is } }] };
}

/** The same field once more, after the first. */
export function duplicating(document: PathwayDocument, form: string, from: string): FieldSteps {
  const properties = propertiesOf(document, form);
  const is = properties[from]!;
  const field = newFieldName(properties, is.label.it);
  const at = Object.keys(properties).indexOf(from) + 1;
  const isRequired = own(document.forms, form)?.required?.includes(from) ?? false;
  const require: Step = { name: 'require-field', parameters: { form, field, isRequired } };
  return {
    field,
    steps: [
      { name: 'add-field', parameters: { form, field, is, at } },
      ...(isRequired ? [require] : []),
    ],
  };
}

/** A field's label. With its first one, a field that nothing reads yet is named after it too. */
export function labelling(
  document: PathwayDocument,
  form: string,
  field: string,
  label: Words,
): FieldSteps {
  const { [field]: before, ...others } = propertiesOf(document, form);
  const isFirst = hasFirstLabel(before!);
  // The English of the kind would be no translation of what has been written.
  const isUntouched = isFirst && label.en === before!.label.en;
  const is: Field = { ...before!, label: isUntouched ? { ...label, en: label.it } : label };
  const change: Step = { name: 'change-field', parameters: { form, field, is } };
  const isNew = isFirst && usesOfField(document, form, field).length === 0;
  const to = isNew ? newFieldName(others, label.it) : field;
  if (to === field) return { field, steps: [change] };
  return {
    field: to,
    steps: [change, { name: 'rename-field', parameters: { form, field, to } }],
  };
}

function propertiesOf(document: PathwayDocument, form: string) {
  return own(document.forms, form)?.properties ?? {};
}

/** The field with other choices. */
export function withChoices(field: Field, choices: readonly Option[]): Field {
  return field.items
    ? { ...field, items: { ...field.items, oneOf: choices } }
    : { ...field, oneOf: choices };
}

export function choicesOf(field: Field): readonly Option[] {
  return field.oneOf ?? field.items?.oneOf ?? [];
}

type Organisations = Installation['organisations'];

/**
 * One more choice; what it is called in the document is made from its label, and stays. One that
 * says an organisation's name is that organisation: tasks can be assigned to it.
 */
export function newChoice(
  choices: readonly Option[],
  text: string,
  organisations: Organisations = [],
): Option {
  const taken = Object.fromEntries(choices.map((choice) => [choice.const, choice]));
  const known = organisations.find(({ name }) => name === text)?.id ?? text;
  return { const: newNameIn(taken, known, 'choice'), label: { it: text, en: text } };
}

/** The choices with one's label; a choice that had none of its own yet is also called after it. */
export function labelled(
  choices: readonly Option[],
  index: number,
  label: Words,
  organisations: Organisations = [],
): readonly Option[] {
  const before = choices[index]!;
  const isFirst = hasFirstChoiceLabel(before);
  const others = choices.toSpliced(index, 1);
  // The English of the proposal would be no translation of what has been written.
  const isUntouched = isFirst && label.en === before.label.en;
  const said = isUntouched ? { it: label.it, en: label.it } : label;
  const name = isFirst ? newChoice(others, label.it, organisations).const : before.const;
  return choices.with(index, { const: name, label: said });
}

/** A field without a default that its choices no longer have. */
export function withFittingDefault(field: Field): Field {
  const { default: first, ...others } = field;
  const consts = new Set(choicesOf(field).map((choice) => choice.const));
  if (typeof first === 'string') return consts.has(first) ? field : others;
  if (typeof first !== 'object') return field;
  const left = first.filter((one) => consts.has(one));
  if (left.length === first.length) return field;
  return left.length > 0 ? { ...others, default: left } : others;
}
