import type { ManyExcepted } from '../contract/migration-exceptions.ts';
import type { StoredGroup } from './stored-plan.ts';

/** Whom a count of a plan is of; everybody where nothing is said. */
export type Who = ManyExcepted['who'];

/** `WHO` names the rows of these groups as parameters 2 to 4. */
export type WhoAsked = readonly [
  groups: readonly string[] | null,
  isWithoutExceptions: boolean,
  keptIn: readonly string[],
];

/** A condition over `pathway_migration_case m`. */
export const WHO = `
  ($2::text[] is null or (m."group" = any ($2) and not ($3 and m.status = 'kept'))
    or (m.status = 'kept' and coalesce(m."group", '') = any ($4)))`;

// Who was excepted before the plan was made for the first time is in no group yet.
const NO_GROUP = '';

/** The same people as the counts of the view: those who are excepted are counted as staying. */
export function whoAsked(groups: readonly StoredGroup[], { fate, ...place }: Who): WhoAsked {
  const isEverywhere = Object.values(place).every((one) => one === undefined);
  const there = groups.filter((group) => isAt(group, place));
  const ids = there.map(({ id }) => id);
  if (fate === undefined) return [isEverywhere ? null : ids, false, []];
  if (fate === 'staying') {
    const staying = there.filter(({ stays }) => stays).map(({ id }) => id);
    return [staying, false, isEverywhere ? [...ids, NO_GROUP] : ids];
  }
  const verdicts = fate === 'going' ? ['unaffected', 'moved'] : [fate];
  const alike = there.filter(({ stays, verdict }) => !stays && verdicts.includes(verdict));
  return [alike.map(({ id }) => id), true, []];
}

function isAt({ id, version, present }: StoredGroup, asked: Omit<Who, 'fate'>): boolean {
  const isNamed = asked.group === undefined || asked.group.split(',').includes(id);
  const isThere = asked.step === undefined || present.some(({ step }) => step === asked.step);
  return isNamed && isThere && (asked.version === undefined || asked.version === version);
}
