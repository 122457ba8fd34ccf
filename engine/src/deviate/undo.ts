import type { CaseState, Circumstances, Effect, Entry, Pathway } from '../case.ts';
import type { Words } from '../document.ts';
import { innermostSteps, presentSteps } from '../pathway.ts';
import { type Versions, type Walked, walkTrace } from '../replay.ts';
import { changesBetween } from './changes-between.ts';
import type { DeviationChange, DeviationRefusal } from './deviation.ts';
import { isTextId } from './examine-deviation.ts';
import { isReplayable } from './happen-again.ts';
import { putBack } from './put-back.ts';
import { nothingToUndo, reasonMissing } from './refusals.ts';
import { lastingOf } from './undo-lasting.ts';
import { whyNotUndone } from './why-not-undone.ts';

export interface UndoOptions {
  /** Id of the reason, a private text. */
  readonly reason: string;
  /** The versions that the case went over to, as for `replay`. */
  readonly versions?: Versions;
  /** What added tasks are called, by id, for the sentences. */
  readonly labels?: Readonly<Record<string, Words>>;
  /** Messages that have not left: those that the undone step sent need not last. */
  readonly unsent?: readonly string[];
  /** The walk of these very entries, where it was made already. */
  readonly walked?: Walked;
}

export type Undone =
  | {
      readonly ok: true;
      /** Exactly the state before the entry that is undone, facts and due dates too. */
      readonly state: CaseState;
      readonly effects: readonly Effect[];
      readonly entry: Entry;
      /** The entry that no longer holds. */
      readonly undone: Entry;
      readonly changes: readonly DeviationChange[];
      /** What nobody can undo: messages that have left, seats that were given up. */
      readonly lasting: readonly Words[];
    }
  | { readonly ok: false; readonly refusal: DeviationRefusal };

/**
 * Undoes the last entry that still holds, with its data. `pathway` is the version that the case
 * began on. To show what it would mean, call it and store nothing. Refused where that entry is no
 * step that can be undone; throws where the trace does not replay.
 */
export function undoLast(
  pathway: Pathway,
  entries: readonly Entry[],
  circumstances: Circumstances,
  { reason, versions = new Map(), labels = {}, unsent = [], walked }: UndoOptions,
): Undone {
  if (!isTextId(reason)) return { ok: false, refusal: reasonMissing() };
  const {
    state: now,
    version,
    last: of,
    former: state,
  } = sound(walked ?? walk(pathway, entries, versions));
  if (!state) return { ok: false, refusal: nothingToUndo() };
  const undone = entries[of]!;
  const here = (version !== undefined && versions.get(version)) || pathway;
  const refusal = whyNotUndone(here, state, undone.event);
  if (refusal || !isReplayable(undone.event)) return { ok: false, refusal: refusal! };
  const effects = effectsOf(here, state, now, circumstances);
  const setting = { pathway: here, circumstances, labels };
  return {
    ok: true,
    state,
    effects,
    entry: entryOf(here, now, state, { type: 'undo', of, reason }, circumstances),
    undone,
    changes: changesBetween(setting, now, state, effects),
    lasting: lastingOf(here, state, undone.event, undone.circumstances, unsent),
  };
}

function walk(pathway: Pathway, entries: readonly Entry[], versions: Versions): Walked {
  const steps = walkTrace(pathway, entries, versions);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function sound(walked: Walked): Extract<Walked, { ok: true }> {
  if (!walked.ok) throw new Error(`The trace does not replay at entry ${walked.at}.`);
  return walked;
}

function effectsOf(
  pathway: Pathway,
  state: CaseState,
  now: CaseState,
  circumstances: Circumstances,
): Effect[] {
  const missing = (these: CaseState, among: CaseState) =>
    Object.keys(these.activities).filter((id) => !Object.hasOwn(among.activities, id));
  const reopening = { withdrawn: missing(now, state), opened: missing(state, now) };
  return putBack(pathway, state, now, reopening, circumstances);
}

function entryOf(
  pathway: Pathway,
  now: CaseState,
  state: CaseState,
  event: Entry['event'],
  circumstances: Circumstances,
): Entry {
  const [had, has] = [presentSteps(pathway, now), presentSteps(pathway, state)];
  return {
    event,
    circumstances,
    left: had.filter((key) => !has.includes(key)),
    entered: has.filter((key) => !had.includes(key)),
    at: innermostSteps(pathway, now),
  };
}
