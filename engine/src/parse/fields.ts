import type { Field, Format, ObjectSchema, PathwayDocument, Words } from '../document.ts';
import { checkFact } from '../forms/field-value.ts';
import { isPrivate } from '../forms/split-answer.ts';
import { kindsOf, partName } from './kind-words.ts';
import type { DocumentProblem, Place } from './problem.ts';
import { listOf, problem } from './problems.ts';
import type { Check } from './scope.ts';

const NUMERIC = ['integer', 'number'];

const TYPES_OF_FORMAT: Readonly<Record<Format, readonly string[]>> = {
  note: ['string'],
  date: ['string'],
  'date-time': ['string'],
  email: ['string'],
  phone: ['string'],
  file: ['string'],
  edition: ['string'],
  consent: ['boolean'],
  attendance: NUMERIC,
};

const TYPES_OF_KEY: readonly (readonly [keyof Field, readonly string[]])[] = [
  ['oneOf', ['string']],
  ['maxLength', ['string']],
  ['items', ['array']],
  ['minItems', ['array']],
  ['maxItems', ['array']],
  ['minimum', NUMERIC],
  ['maximum', NUMERIC],
];

/** Forms, case data and participant facts: each field is of one piece, and facts are not private. */
export const fieldsFit: Check = ({ document }) =>
  schemasOf(document).flatMap(({ schema, place, mayBePrivate }) => [
    ...required(schema, place),
    ...Object.entries(schema.properties).flatMap(([name, field]) => {
      const at = [...place, 'properties', name];
      const problems = checkField(name, field, at);
      return mayBePrivate || !isPrivate(field)
        ? problems
        : [...problems, problem('fact-private', at, name)];
    }),
  ]);

function schemasOf(document: PathwayDocument) {
  const forms = Object.entries(document.forms).map(([name, schema]) => ({
    schema,
    place: ['forms', name],
    mayBePrivate: true,
  }));
  return [
    { schema: document.participant, place: ['participant'], mayBePrivate: false },
    { schema: document.data, place: ['data'], mayBePrivate: false },
    ...forms,
  ];
}

function required(schema: ObjectSchema, place: Place): DocumentProblem[] {
  return (schema.required ?? []).flatMap((name, index) =>
    Object.hasOwn(schema.properties, name)
      ? []
      : [
          problem(
            'required-unknown',
            [...place, 'required', index],
            name,
            listOf(Object.keys(schema.properties)),
          ),
        ],
  );
}

function checkField(name: string, field: Field, place: Place): DocumentProblem[] {
  const misfits = [...ofFormat(field, place), ...ofKeys(field, place), ...ofChoices(field, place)];
  if (misfits.length > 0 || field.default === undefined) return misfits;
  const fault = checkFact(field, field.default);
  return fault ? [problem('default-misfit', [...place, 'default'], name, fault.message)] : [];
}

function ofFormat({ type, format, oneOf, opportunity }: Field, place: Place): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  if (format && !TYPES_OF_FORMAT[format].includes(type)) {
    const right = needs(TYPES_OF_FORMAT[format]);
    problems.push(problem('field-misfit', [...place, 'format'], partName('format'), right));
  }
  if (format && oneOf) {
    const right = {
      it: 'Ha già un formato: o quello, o le scelte.',
      en: 'It has a format: either that, or choices.',
    };
    problems.push(problem('field-misfit', [...place, 'oneOf'], partName('oneOf'), right));
  }
  if (opportunity !== undefined && format !== 'edition') {
    const right = {
      it: 'Vale solo per la scelta di un’edizione.',
      en: 'It is only for the choice of an edition.',
    };
    problems.push(
      problem('field-misfit', [...place, 'opportunity'], partName('opportunity'), right),
    );
  }
  return problems;
}

function ofKeys(field: Field, place: Place): DocumentProblem[] {
  const problems = TYPES_OF_KEY.filter(
    ([key, types]) => field[key] !== undefined && !types.includes(field.type),
  ).map(([key, types]) => problem('field-misfit', [...place, key], partName(key), needs(types)));
  if (field.type === 'array' && !field.items) {
    problems.push(problem('key-missing', place, 'items', partName('items')));
  }
  const isBackwards =
    (field.minimum ?? -Infinity) > (field.maximum ?? Infinity) ||
    (field.minItems ?? 0) > (field.maxItems ?? Infinity);
  if (isBackwards) {
    const right = { it: 'Il minimo supera il massimo.', en: 'It is above the maximum.' };
    const key = field.type === 'array' ? 'minItems' : 'minimum';
    problems.push(problem('field-misfit', [...place, key], partName(key), right));
  }
  return problems;
}

function ofChoices(field: Field, place: Place): DocumentProblem[] {
  const at = field.items ? [...place, 'items', 'oneOf'] : [...place, 'oneOf'];
  const seen = new Set<string>();
  return (field.items?.oneOf ?? field.oneOf ?? []).flatMap((option, index) => {
    if (seen.has(option.const)) {
      return [problem('choice-duplicate', [...at, index, 'const'], option.const)];
    }
    seen.add(option.const);
    return [];
  });
}

function needs(types: readonly string[]): Words {
  const { it, en } = kindsOf(types);
  return { it: `Vale per: ${it}.`, en: `It is for: ${en}.` };
}
