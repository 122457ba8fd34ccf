import type { CaseState, Circumstances, Effect, Entry, Pathway } from '../case.ts';
import { putBack } from '../deviate/put-back.ts';
import type { Words } from '../document.ts';
import { innermostSteps } from '../pathway.ts';
import { sortedJson } from '../sorted-json.ts';
import { carryAgain } from './carry-again.ts';
import { changesInPlace, changesOf } from './changes.ts';
import type { Changes } from './migration.ts';
import { type MigrationRefusal, movedSince } from './refusals.ts';
import { sinceThen, whatLasts } from './take-back-words.ts';

/** A migration that was done: its two versions, its entry, and the state that the case had before. */
export interface DoneMigration {
  readonly before: Pathway;
  readonly after: Pathway;
  readonly former: CaseState;
  readonly entry: Entry;
}

export type TakenBack =
  | {
      readonly ok: true;
      /** Exactly the state before the migration, on the version before. */
      readonly state: CaseState;
      /** Opens again what was withdrawn, withdraws what was opened, gives timers their old dates. */
      readonly effects: readonly Effect[];
      readonly entry: Entry;
      /** Activities that stay open and are described by the version before again. */
      readonly activitiesRevised: readonly string[];
      /** What stays as the migration made it: messages that have left, seats that were given up. */
      readonly lasting: readonly Words[];
    }
  | {
      readonly ok: false;
      readonly refusal: MigrationRefusal;
      /** What has happened since then, which nobody can undo. */
      readonly since: readonly Words[];
    };

/** Undoes a migration if the case is still just where it put it. Throws for an entry of another. */
export function takeBack(
  done: DoneMigration,
  now: CaseState,
  circumstances: Circumstances,
): TakenBack {
  const { before, after, former, entry } = done;
  const { event } = entry;
  const passage = event.type === 'migrate' ? event.passage : undefined;
  const carried = carryAgain(before, after, former, entry.circumstances, passage);
  if (event.type !== 'migrate' || !carried) throw new Error('This is not the case’s migration.');
  if (sortedJson(carried.state) !== sortedJson(now)) {
    const refusal = movedSince(after.document, innermostSteps(after, now));
    return { ok: false, refusal, since: sinceThen(after, carried.state, now) };
  }
  const crossing = { before, after, state: former, circumstances: entry.circumstances };
  const changes = carried.arrival ? changesOf(crossing, carried.arrival) : changesInPlace(crossing);
  return {
    ok: true,
    state: former,
    effects: effectsOf(done, now, changes, circumstances),
    entry: {
      event: { type: 'take-back', from: event.to, to: event.from },
      circumstances,
      left: entry.entered,
      entered: entry.left,
    },
    activitiesRevised: changes.activitiesRevised,
    lasting: whatLasts(after.document, changes),
  };
}

function effectsOf(
  { before, former }: DoneMigration,
  now: CaseState,
  changes: Changes,
  circumstances: Circumstances,
): Effect[] {
  const ids = (these: Changes['activitiesOpened']) => these.map(({ activity }) => activity);
  const withdrawn = ids(changes.activitiesOpened);
  const opened = ids(changes.activitiesWithdrawn);
  return putBack(before, former, now, { withdrawn, opened }, circumstances);
}
