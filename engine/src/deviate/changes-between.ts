/** What a case gains and loses between two states of one version, in sentences. */
import type { CaseState, Circumstances, Effect, Pathway } from '../case.ts';
import { about, stepLabel } from '../check/words.ts';
import type { ActivityKind, Facts, FactValue, Field, Words } from '../document.ts';
import { namesOf } from '../migrate/words.ts';
import { compiled, innermostSteps } from '../pathway.ts';
import { fieldOfFact, inBoth, momentInWords, valueInWords } from '../rules/fact-words.ts';
import { sortedJson } from '../sorted-json.ts';
import { activitySentence, type Fate } from './activity-sentence.ts';
import { ADDED_TASK, openActivities } from './ad-hoc.ts';
import type { DeviationChange } from './deviation.ts';

export interface Setting {
  readonly pathway: Pathway;
  readonly circumstances: Circumstances;
  /** What added tasks are called, by id. */
  readonly labels: Readonly<Record<string, Words>>;
}

/** In the order in which people ask: where, what is to do, by when, what is known, who is told. */
export function changesBetween(
  setting: Setting,
  before: CaseState,
  after: CaseState,
  effects: readonly Effect[],
): DeviationChange[] {
  return [
    ...(before.status === 'done' ? [REOPENED] : []),
    ...stepChanges(setting.pathway, before, after),
    ...activityChanges(setting, before, after, effects),
    ...effects.flatMap((effect) => lacksOf(setting.pathway, effect)),
    ...deadlineChanges(setting, before, after),
    ...factChanges(setting.pathway, before.data, after.data),
    ...messageChanges(setting.pathway, effects),
  ];
}

const REOPENED: DeviationChange = {
  about: 'end',
  words: {
    it: 'Il percorso si riapre: l’esito registrato non vale più.',
    en: 'The pathway is open again: the recorded outcome no longer holds.',
  },
};

function stepChanges(pathway: Pathway, before: CaseState, after: CaseState): DeviationChange[] {
  const [had, has] = [innermostSteps(pathway, before), innermostSteps(pathway, after)];
  const change = (steps: string[], it: string, en: string): DeviationChange[] => {
    const names = namesOf(pathway.document, steps);
    const words = { it: it.replace('#', () => names.it), en: en.replace('#', () => names.en) };
    return steps.length > 0 ? [{ about: 'steps', words }] : [];
  };
  return [
    ...change(
      had.filter((key) => !has.includes(key)),
      'Il caso lascia #.',
      'The case leaves #.',
    ),
    ...change(
      has.filter((key) => !had.includes(key)),
      'Il caso è poi in #.',
      'The case is then at #.',
    ),
  ];
}

function activityChanges(
  { pathway, labels }: Setting,
  before: CaseState,
  after: CaseState,
  effects: readonly Effect[],
): DeviationChange[] {
  const { activities } = compiled(pathway).tree;
  const [had, has] = [openActivities(before), openActivities(after)];
  const begun = new Set(
    effects.flatMap((one) => (one.type === 'open-activity' ? [one.activity] : [])),
  );
  const fateOf = (id: string): Fate | undefined => {
    const [was, is] = [Object.hasOwn(had, id), Object.hasOwn(has, id)];
    if (was && is) return begun.has(id) ? 'restarted' : undefined;
    return is ? 'opened' : 'withdrawn';
  };
  return Object.entries({ ...had, ...has }).flatMap(([id, kind]) => {
    const fate = fateOf(id);
    const label = activities.get(id)?.input.label ?? labels[id] ?? ADDED_TASK;
    if (!fate) return [];
    return [{ about: aboutOf(kind), words: activitySentence(kind, fate, label) }];
  });
}

function aboutOf(kind: ActivityKind): DeviationChange['about'] {
  return kind === 'enrolment' ? 'seat' : 'activity';
}

/** Off the arrows it may be that nobody has chosen the edition, the time or the place yet. */
function lacksOf({ document }: Pathway, effect: Effect): DeviationChange[] {
  if (effect.type !== 'open-activity') return [];
  const { edition, at, place, assignee, label } = effect.input;
  const organisation = assignee && 'organisation' in assignee ? assignee.organisation : undefined;
  const asked = Object.entries({ edition, at, place, organisation });
  return asked.flatMap(([name, reference]) => {
    if (typeof reference !== 'object' || Object.hasOwn(effect.resolved, name)) return [];
    const { fact } = reference;
    const missing = fieldOfFact(document, fact)?.label ?? { it: fact, en: fact };
    const words = about(
      label,
      `Per # manca ancora il dato «${missing.it}».`,
      `For # the fact “${missing.en}” is still missing.`,
    );
    return [{ about: 'fact' as const, words }];
  });
}

function deadlineChanges(
  { pathway, circumstances }: Setting,
  before: CaseState,
  after: CaseState,
): DeviationChange[] {
  const { document, tree } = compiled(pathway);
  const { now, timeZone } = circumstances;
  return Object.entries({ ...before.timers, ...after.timers }).flatMap(([id, dueAt]) => {
    if (before.timers[id] === after.timers[id]) return [];
    const { step } = tree.timers.get(id)!;
    const label = step === tree.root.key ? document.title : stepLabel(document, step);
    const moment = momentInWords(dueAt, timeZone);
    const words = !Object.hasOwn(after.timers, id)
      ? about(label, 'Il termine di # non vale più.', 'The time limit of # no longer holds.')
      : Date.parse(dueAt) <= Date.parse(now)
        ? about(
            label,
            `Il termine di # è già passato (${moment.it}): scade subito.`,
            `The time limit of # has passed already (${moment.en}): it runs out at once.`,
          )
        : about(label, `Termine di #: ${moment.it}.`, `Time limit of #: ${moment.en}.`);
    return [{ about: 'deadline' as const, words }];
  });
}

function factChanges({ document }: Pathway, before: Facts, after: Facts): DeviationChange[] {
  return Object.keys({ ...before, ...after }).flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    if (sortedJson(was) === sortedJson(is)) return [];
    return [
      { about: 'fact' as const, words: factSentence(document.data.properties[name]!, was, is) },
    ];
  });
}

function factSentence(field: Field, was: FactValue | undefined, is: FactValue | undefined): Words {
  // An edition is known to the server alone: here it is only a number that says nothing.
  if (field.format === 'edition' && is !== undefined)
    return about(field.label, 'Il dato # cambia.', 'The fact # changes.');
  const said = (value: FactValue) => inBoth((language) => valueInWords(field, value, language));
  const [old, next] = [
    was === undefined ? UNKNOWN : said(was),
    is === undefined ? UNKNOWN : said(is),
  ];
  return about(
    field.label,
    `Il dato # diventa: ${next.it} (ora: ${old.it}).`,
    `The fact # becomes: ${next.en} (now: ${old.en}).`,
  );
}

const UNKNOWN: Words = { it: 'non noto', en: 'not known' };

function messageChanges({ document }: Pathway, effects: readonly Effect[]): DeviationChange[] {
  return effects.flatMap((one) => {
    if (one.type !== 'message') return [];
    const { subject } = document.messages[one.message]!;
    const words = about(subject, 'Parte il messaggio #.', 'The message # is sent.');
    return [{ about: 'message' as const, words }];
  });
}
