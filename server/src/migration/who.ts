import type { ManyExcepted } from '../contract/migration-exceptions.ts';
import type { StoredGroup } from './stored-plan.ts';

/** Whom a count of a plan is of; everybody where nothing is said. */
export type Who = ManyExcepted['who'];

/** A condition over `pathway_migration_case m`, and the values of its parameters. */
export interface WhoAsked {
  readonly sql: string;
  readonly values: readonly (readonly string[])[];
}

/**
 * The same people as the counts of the view: those who are excepted are counted as staying. The
 * parameters are numbered from `first` on.
 */
export function whoAsked(
  groups: readonly StoredGroup[],
  { fate, ...place }: Who,
  first: number,
): WhoAsked {
  const isEverywhere = Object.values(place).every((one) => one === undefined);
  const there = groups.filter((group) => isAt(group, place));
  const ids = (some: readonly StoredGroup[]) => some.map(({ id }) => id);
  const isIn = (number: number) => `m."group" = any ($${number}::text[])`;
  if (fate === undefined) {
    return isEverywhere
      ? { sql: 'true', values: [] }
      : { sql: `(${isIn(first)})`, values: [ids(there)] };
  }
  if (fate === 'staying') {
    const staying = ids(there.filter(({ stays }) => stays));
    // Who was excepted before the plan was made for the first time is in no group yet.
    return isEverywhere
      ? { sql: `(${isIn(first)} or m.status = 'kept')`, values: [staying] }
      : {
          sql: `(${isIn(first)} or m.status = 'kept' and ${isIn(first + 1)})`,
          values: [staying, ids(there)],
        };
  }
  const verdicts = fate === 'going' ? ['unaffected', 'moved'] : [fate];
  const alike = there.filter(({ stays, verdict }) => !stays && verdicts.includes(verdict));
  return { sql: `(${isIn(first)} and m.status <> 'kept')`, values: [ids(alike)] };
}

function isAt({ id, version, present }: StoredGroup, asked: Omit<Who, 'fate'>): boolean {
  const isNamed = asked.group === undefined || asked.group.split(',').includes(id);
  const isThere = asked.step === undefined || present.some(({ step }) => step === asked.step);
  return isNamed && isThere && (asked.version === undefined || asked.version === version);
}
