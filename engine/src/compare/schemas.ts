import type { ObjectSchema, Words } from '../document.ts';
import type { Place } from '../parse/problem.ts';
import { own } from '../parse/scope.ts';
import { type Comparison, difference } from './comparison.ts';
import { type Declared, declarationDifferences, phrasesOf } from './declarations.ts';
import type { Difference, ElementType } from './difference.ts';
import { isSame, propertyDifferences } from './property-differences.ts';

const FORMS: Declared = {
  type: 'form',
  phrases: phrasesOf(['Nuovo modulo', 'Il modulo', 'del modulo', 'non c’è più'], 'form'),
  nameOf: (form, key) => (form as ObjectSchema).label ?? { it: key, en: key },
  but: ['properties', 'required'],
};

const NOUNS = {
  field: phrasesOf(['Nuova domanda', 'La domanda', 'della domanda', 'non c’è più'], 'question'),
  fact: phrasesOf(['Nuovo dato', 'Il dato', 'del dato', 'non c’è più'], 'fact'),
};

/** What differs of the facts of the participant and of the case, and of the forms. */
export function schemaDifferences(comparison: Comparison): Difference[] {
  const [before, after] = [comparison.before.document, comparison.after.document];
  const keys = Object.keys(after.forms).filter((key) => Object.hasOwn(before.forms, key));
  const fields = keys.flatMap((key) => {
    const pair = [own(before.forms, key)!, own(after.forms, key)!] as const;
    return fieldDifferences(comparison, 'field', ['forms', key], pair);
  });
  return [
    ...(['participant', 'data'] as const).flatMap((source) => {
      const pair = [before[source], after[source]] as const;
      return fieldDifferences(comparison, 'fact', [source], pair);
    }),
    ...declarationDifferences(comparison, FORMS, (key) => ['forms', key], [
      before.forms,
      after.forms,
    ]),
    ...fields,
  ];
}

function fieldDifferences(
  comparison: Comparison,
  type: 'field' | 'fact',
  place: Place,
  pair: readonly [ObjectSchema, ObjectSchema],
): Difference[] {
  const [was, is] = pair.map(({ properties, required = [] }) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [
        name,
        required.includes(name) ? { ...field, required: true } : field,
      ]),
    ),
  );
  const declared: Declared = {
    type,
    phrases: NOUNS[type],
    nameOf: (field, name) => ('label' in field ? (field.label as Words) : { it: name, en: name }),
  };
  const placeOf = (name: string) => [...place, 'properties', name];
  return [
    ...declarationDifferences(comparison, declared, placeOf, [was!, is!]).map((one) =>
      inItsSchema(one, place),
    ),
    ...schemaItself(comparison, type === 'fact' ? 'fact' : 'form', place, pair),
  ];
}

/** A field is told from one of the same name elsewhere, and is required by its schema. */
function inItsSchema(one: Difference, place: Place): Difference {
  const key = `${place.at(-1)}.${one.element.key}`;
  const path = one.element.path.replace(/\/properties\/[^/]+\/required$/, '/required');
  return { ...one, element: { ...one.element, key, path } };
}

/** A schema of facts itself, and the order in which any schema lists its required fields. */
function schemaItself(
  comparison: Comparison,
  type: ElementType,
  place: Place,
  pair: readonly [ObjectSchema, ObjectSchema],
): Difference[] {
  const subject = { type, key: String(place.at(-1)), place };
  const [was, is] = [requiredIn(pair[0]), requiredIn(pair[1])];
  const isReordered = isSame([...was].sort(), [...is].sort()) && !isSame(was, is);
  const but = ['properties', 'required'];
  return [
    ...(isReordered ? [difference(comparison, 'changed', subject, ORDER)] : []),
    ...(type === 'fact' ? propertyDifferences(comparison, subject, OF_FACTS, pair, but) : []),
  ];
}

function requiredIn({ required = [] }: ObjectSchema): readonly string[] {
  return required;
}

const ORDER: Words = {
  it: 'Cambia l’ordine in cui sono elencate le risposte obbligatorie',
  en: 'The order in which the needed answers are listed changed',
};
const OF_FACTS: Words = { it: 'del gruppo di dati', en: 'of the group of facts' };
