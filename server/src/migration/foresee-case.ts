import {
  activitiesIn,
  type CaseState,
  type Changes,
  type Circumstances,
  carryAgain,
  type Effect,
  type Passage,
  type Pathway,
  type Population,
  start,
} from '@percorso/engine';
import { enrolmentsAmong, whyNoSeat } from '../case/edition-outlook.ts';
import { type EffectRows, effectRows, type SubCaseStart } from '../case/effect-rows.ts';
import type { Hindrance } from '../case/hindrance.ts';
import { UNBORN } from '../case/load-case.ts';
import { whyNobodyOf } from '../case/organisation-unknown.ts';
import { quoted } from '../case/quoted.ts';
import { type CaseSource, factsFor } from './case-source.ts';
import type { Outlook } from './outlook.ts';

/** Where cases go over to, and what there is then. */
export interface Scene {
  readonly after: Pathway;
  readonly circumstances: Omit<Circumstances, 'participant'>;
  readonly outlook: Outlook;
  readonly pathwayOf: (text: string) => Pathway;
}

/** What the database would say to a case that goes over. */
export interface Foreseen {
  /** It would be refused, and nothing of it written. */
  readonly hindrance: Hindrance | undefined;
  /** The editions in which it would need a seat. */
  readonly takes: readonly string[];
}

/** Does it take seats, sub-pathways or organisations? What goes on stays with whoever has it. */
export function asksForMore({ activitiesOpened }: Changes, { document }: Pathway): boolean {
  const declared = activitiesIn(document);
  return activitiesOpened.some(({ activity, kind }) => {
    const { assignee } = declared.get(activity)!.input;
    const isGiven = assignee !== undefined && 'organisation' in assignee;
    return kind === 'enrolment' || kind === 'pathway' || isGiven;
  });
}

/** By the very rows that the move would write. */
export function foreseeCase(
  scene: Scene,
  before: Pathway,
  source: CaseSource,
  { state, participant = {} }: Population,
  passage: Passage,
): Foreseen {
  const { after, circumstances } = scene;
  const here = { ...circumstances, participant };
  const carried = carryAgain(before, after, state, here, passage);
  if (!carried) throw new Error('A case can’t go the way of another that is like it.');
  return foreseeRows(scene, source, rowsOf(state, 'migrate', carried));
}

const rowsOf = (
  before: CaseState,
  type: 'migrate' | 'start',
  { state: after, effects }: { readonly state: CaseState; readonly effects: readonly Effect[] },
) => {
  const nameless = { caseId: '', parentCaseId: null, newId: () => '' };
  return effectRows({ ...nameless, event: { type }, before, after, effects });
};

/** In the order in which the database would refuse them. */
function foreseeRows(scene: Scene, source: CaseSource, { opened, subCases }: EffectRows): Foreseen {
  const { editions, organisations } = scene.outlook;
  const enrolments = enrolmentsAmong(opened);
  const within = subCases.map((one) => foreseeStart(scene, source, one));
  const hindrance =
    firstOf(enrolments, ({ activity, id }) => whyNoSeat(activity, editions.get(id ?? ''))) ??
    firstOf(within, (one) => one.hindrance) ??
    whyNobodyOf(organisations, opened);
  const own = enrolments.flatMap(({ id }) => id ?? []);
  const takes = [...own, ...within.flatMap((one) => one.takes)];
  return { takes, hindrance };
}

function firstOf<T, Found>(all: readonly T[], find: (one: T) => Found | undefined) {
  for (const one of all) {
    const found = find(one);
    if (found) return found;
  }
  return undefined;
}

/** A pathway within the pathway begins in the same transaction: what refuses it refuses both. */
function foreseeStart(
  scene: Scene,
  source: CaseSource,
  { activity: { label }, pathway, data }: SubCaseStart,
): Foreseen {
  const text = scene.outlook.pathways.get(pathway);
  if (text === undefined) {
    const reason = quoted(label, CLOSED);
    return { takes: [], hindrance: { code: 'pathway-closed', reason, unlock: REOPEN } };
  }
  const { circumstances, pathwayOf } = scene;
  const begun = pathwayOf(text);
  const participant = factsFor(source, begun, begun, circumstances);
  const started = start(begun, { ...circumstances, participant }, data);
  if (started.ok) return foreseeRows(scene, source, rowsOf(UNBORN, 'start', started));
  const { code, reason } = started.refusal;
  return { takes: [], hindrance: { code, reason, unlock: CORRECT } };
}

const CLOSED = {
  it: '# apre un percorso che ora nessuno può cominciare: le sue versioni sono ritirate.',
  en: '# opens a pathway that nobody can begin now: its versions are withdrawn.',
};
const REOPEN = {
  it: 'Ripristinare una versione di quel percorso, o pubblicarne una nuova.',
  en: 'Restore a version of that pathway, or publish a new one.',
};
const CORRECT = {
  it: 'Correggere i dati del caso, o il percorso che si apre.',
  en: 'Correct the facts of the case, or the pathway that it opens.',
};
