import type { Field, ObjectSchema, PathwayDocument, Words } from '@percorso/engine';
import { placedActivities } from '../../commands/uses/use.ts';
import type { Step } from '../../editor/edit-history.ts';
import { isUntranslated } from '../fields/language-pair.ts';
import { formLabel } from '../sentences.ts';

/** One text of a pathway, in both languages, and the command that writes it anew. */
export interface PathwayText {
  /** Unique, and the same as long as what it belongs to is there. */
  readonly id: string;
  /** What it belongs to: «Azione «Convoca»». */
  readonly where: Words;
  readonly words: Words;
  readonly isLong: boolean;
  readonly write: (words: Words) => Step;
}

type Put = (id: string, words: Words | undefined, write: PathwayText['write']) => PathwayText[];

/** A way to put the texts of one thing; those that aren't there are left out. */
function puts(where: Words): Put {
  return (id, words, write) => {
    if (!words) return [];
    const isLong = words.it.length > 60 || words.it.includes('\n');
    return [{ id, where, words, isLong, write }];
  };
}

function of(it: string, en: string, label: Words): Words {
  return { it: `${it} «${label.it}»`, en: `${en} “${label.en}”` };
}

/** Every text that a coordinator writes, in the order of a reader. */
export function textsOf(document: PathwayDocument): readonly PathwayText[] {
  return [
    ...ofPathway(document),
    ...ofStages(document),
    ...ofSteps(document),
    ...ofActivities(document),
    ...ofActions(document),
    ...ofForms(document),
    ...ofFacts(document),
    ...ofMessages(document),
  ];
}

/** Those whose English is missing, which is then the Italian; what has no letters needs none. */
export function untranslated(texts: readonly PathwayText[]): readonly PathwayText[] {
  return texts.filter(({ words }) => isUntranslated(words) && /\p{L}/u.test(words.it));
}

function ofPathway({ title, summary }: PathwayDocument): PathwayText[] {
  const put = puts({ it: 'Il percorso', en: 'The pathway' });
  return [
    ...put('title', title, (words) => step('describe-pathway', { title: words })),
    ...put('summary', summary, (words) => step('describe-pathway', { summary: words })),
  ];
}

function ofStages({ stages }: PathwayDocument): PathwayText[] {
  return stages.flatMap(({ id: stage, label }) =>
    puts(of('Fase', 'Stage', label))(`stage ${stage}`, label, (words) =>
      step('change-stage', { stage, label: words }),
    ),
  );
}

function ofSteps({ steps }: PathwayDocument): PathwayText[] {
  return Object.entries(steps).flatMap(([key, { label, help }]) => {
    const put = puts(of('Passo', 'Step', label));
    return [
      ...put(`step ${key}`, label, (words) => step('set-step-label', { step: key, label: words })),
      ...put(`step ${key} help`, help, (words) =>
        step('set-step-help', { step: key, help: words }),
      ),
    ];
  });
}

function ofActivities(document: PathwayDocument): PathwayText[] {
  return placedActivities(document).flatMap(({ activity: { id: activity, src: kind, input } }) => {
    const put = puts(of('Attività', 'Activity', input.label));
    const change = (part: object) =>
      step('change-activity', { activity, kind, input: { ...input, ...part } });
    return [
      ...put(`activity ${activity}`, input.label, (label) => change({ label })),
      ...put(`activity ${activity} help`, input.help, (help) => change({ help })),
    ];
  });
}

function ofActions({ actions }: PathwayDocument): PathwayText[] {
  return Object.entries(actions).flatMap(([action, is]) => {
    const put = puts(of('Azione', 'Action', is.label));
    const change = (part: object) => step('change-action', { action, is: { ...is, ...part } });
    return [
      ...put(`action ${action}`, is.label, (label) => change({ label })),
      ...put(`action ${action} help`, is.help, (help) => change({ help })),
    ];
  });
}

function ofForms(document: PathwayDocument): PathwayText[] {
  return Object.entries(document.forms).flatMap(([form, schema]) => {
    const where = of('Modulo', 'Form', formLabel(document, form));
    return [
      ...puts(where)(`form ${form}`, schema.label, (label) =>
        step('set-form-label', { form, label }),
      ),
      ...ofSchema(schema, `form ${form}`, where, (field, is) =>
        step('change-field', { form, field, is }),
      ),
    ];
  });
}

function ofFacts({ data }: PathwayDocument): PathwayText[] {
  const where = { it: 'Dati del caso', en: 'Facts of the case' };
  return ofSchema(data, 'fact', where, (fact, is) => step('change-fact', { of: 'case', fact, is }));
}

function ofSchema(
  { properties }: ObjectSchema,
  id: string,
  around: Words,
  change: (name: string, field: Field) => Step,
): PathwayText[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const put = puts({
      it: `${around.it}, «${field.label.it}»`,
      en: `${around.en}, “${field.label.en}”`,
    });
    const at = `${id} ${name}`;
    const single = (['label', 'noun', 'help', 'unit'] as const).flatMap((key) =>
      put(`${at} ${key}`, field[key], (words) => change(name, { ...field, [key]: words })),
    );
    const options = field.oneOf ?? field.items?.oneOf ?? [];
    const choices = options.flatMap((option, index) =>
      put(`${at} choice ${option.const}`, option.label, (label) =>
        change(name, withOptions(field, options.with(index, { ...option, label }))),
      ),
    );
    return [...single, ...choices];
  });
}

function withOptions(field: Field, options: NonNullable<Field['oneOf']>): Field {
  if (field.items) return { ...field, items: { ...field.items, oneOf: options } };
  return { ...field, oneOf: options };
}

function ofMessages({ messages }: PathwayDocument): PathwayText[] {
  return Object.entries(messages).flatMap(([message, is]) => {
    const put = puts(of('Messaggio', 'Message', is.subject));
    const change = (part: object) => step('change-message', { message, is: { ...is, ...part } });
    return [
      ...put(`message ${message} subject`, is.subject, (subject) => change({ subject })),
      ...put(`message ${message} body`, is.body, (body) => change({ body })),
    ];
  });
}

function step(name: Step['name'], parameters: object): Step {
  return { name, parameters };
}
