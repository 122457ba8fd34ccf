/** A walk told as somebody's story. */
import type { CaseEvent, CaseState } from '../../case.ts';
import type { Facts, Field, Language, ObjectSchema, Words } from '../../document.ts';
import { own } from '../../parse/scope.ts';
import { compiled, presentSteps } from '../../pathway.ts';
import { inBoth, labelWithin, valueInWords } from '../../rules/fact-words.ts';
import type { Model } from '../explore/model.ts';
import type { CounterExample } from '../finding.ts';
import { quoted, stepLabel } from '../words.ts';
import { durationInWords } from './duration-in-words.ts';
import { repeated } from './repeated.ts';

/** Who, what happened, and where they are in the end. */
export function tellWalk(
  model: Model,
  { participant, happenings }: Omit<CounterExample, 'told'>,
  state: CaseState,
): Words {
  return inBoth((language) => {
    const who = [whoIs(model, participant, language), missing(model, state, language)];
    const told = repeated(happenings.map((one) => happened(model, one, language)));
    const story = told.map(({ items, count }) => timesOver(items, count, language));
    const then = language === 'it' ? ', poi ' : ', then ';
    const beginning = who.filter(Boolean).join(', ');
    return story.length > 0 ? `${beginning}: ${story.join(then)}` : beginning;
  });
}

function whoIs({ document }: Model, facts: Facts, language: Language): string {
  const group = document.subject === 'group';
  const somebody = {
    it: group ? 'un gruppo' : 'una persona',
    en: group ? 'a group' : 'somebody',
  }[language];
  const traits = Object.entries(facts).map(([name, value]) => {
    const field = document.participant.properties[name];
    const said = valueInWords(field, value, language);
    if (name === 'age') return language === 'it' ? `di ${said}` : `aged ${value}`;
    return `${labelWithin(field, name, language)}: ${said}`;
  });
  const age = traits.filter((_, at) => Object.keys(facts)[at] === 'age');
  const rest = traits.filter((trait) => !age.includes(trait));
  const withAll = rest.length > 0 ? ` (${rest.join('; ')})` : '';
  return [somebody, ...age].join(' ') + withAll;
}

/** Of the facts that the rules at the last steps ask for, those that are missing or denied. */
function missing(model: Model, state: CaseState, language: Language): string {
  const { tree } = compiled(model.pathway);
  const asked = new Set<string>();
  for (const key of presentSteps(model.pathway, state)) {
    for (const branch of [...tree.steps.get(key)!.actions.values()].flat()) {
      for (const name of factsIn(model, branch.guard)) asked.add(name);
    }
  }
  const unknown = [...asked].filter((name) => !(state.data[name] ?? false));
  const labels = unknown.map((name) =>
    labelWithin(model.document.data.properties[name], name, language),
  );
  const without = language === 'it' ? 'senza ' : 'without ';
  return labels.length > 0 ? `${without}${labels.join(', ')}` : '';
}

function factsIn(model: Model, guard: string | undefined): string[] {
  if (guard === undefined) return [];
  return model
    .factsOf(guard)
    .flatMap((fact) => (fact.startsWith('case.') ? [fact.slice('case.'.length)] : []));
}

function happened(model: Model, event: CaseEvent, language: Language): string {
  const { document } = model;
  if (event.type === 'action') {
    const { label, form } = document.actions[event.action]!;
    const said = answered(own(document.forms, form), event.answer, language);
    return quoted(label, language) + said;
  }
  if (event.type === 'timer') {
    const { duration } = compiled(model.pathway).tree.timers.get(event.timer)!;
    const time = durationInWords(duration, language);
    const isOne = /^1 [^ ]+$/.test(time);
    if (language === 'it') return `${isOne ? 'passa' : 'passano'} ${time}`;
    return `${time} ${isOne ? 'goes' : 'go'} by`;
  }
  if (event.type === 'correct') return '';
  const { input } = compiled(model.pathway).tree.activities.get(event.activity)!;
  const label = quoted(input.label, language);
  if (event.type === 'failed') {
    return language === 'it' ? `${label} non va a buon fine` : `${label} falls through`;
  }
  const said = answered(own(document.forms, input.form), event.answer, language);
  return language === 'it' ? `${label} si conclude${said}` : `${label} ends${said}`;
}

/** What was chosen; dates and free text say nothing to the story. */
function answered(
  schema: ObjectSchema | undefined,
  answer: Facts | undefined,
  language: Language,
): string {
  const tells = (field: Field) => field.type !== 'string' || field.oneOf !== undefined;
  const said = Object.entries(answer ?? {}).flatMap(([name, value]) => {
    const field = schema?.properties[name];
    if (!field || !tells(field)) return [];
    return [`${labelWithin(field, name, language)}: ${valueInWords(field, value, language)}`];
  });
  return said.length > 0 ? ` (${said.join('; ')})` : '';
}

function timesOver(items: readonly string[], count: number, language: Language): string {
  const joined = items.join(language === 'it' ? ' e ' : ' and ');
  if (count === 1) return joined;
  if (language === 'it') return `${joined}, ${count === 2 ? 'due' : count} volte`;
  return `${joined}, ${count === 2 ? 'twice' : `${count} times`}`;
}

/** «… : dopo «Convocazione» non è possibile più nulla». */
export function endingAt(told: Words, model: Model, steps: readonly string[], end: Words): Words {
  return inBoth((language) => {
    const labels = steps.map((key) => quoted(stepLabel(model.document, key), language));
    const and = language === 'it' ? ' e ' : ' and ';
    const it = labels.length > 1 ? 'ai passi' : 'al passo';
    const place = `${language === 'it' ? it : 'at'} ${labels.join(and)}`;
    const text = `${told[language]}; ${place} ${end[language]}`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
}
