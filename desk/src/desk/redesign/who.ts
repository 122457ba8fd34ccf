import type { MigrationCaseStatus, MigrationView } from '@percorso/server/contract';
import { FATES, type Fate } from './verdicts.ts';

/** Which people of a plan are looked at, as the page's address says it. */
export interface Who {
  readonly group?: string;
  readonly fate?: Fate;
  readonly status?: MigrationCaseStatus;
  readonly step?: string;
  readonly version?: number;
}

export const STATUSES: readonly MigrationCaseStatus[] = [
  'waiting',
  'moved',
  'parked',
  'kept',
  'skipped',
  'failed',
  'taken-back',
  'gone-on',
];
const NAMES = ['who', 'group', 'fate', 'status', 'step', 'version'];

/** The address of the same page with these people shown over it. */
export function whoAddress(search: URLSearchParams, who: Who): string {
  const next = withoutWho(search);
  next.set('who', 'shown');
  for (const [name, value] of Object.entries(who)) {
    if (value !== undefined) next.set(name, String(value));
  }
  return `?${next}`;
}

export function withoutWho(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of NAMES) next.delete(name);
  return next;
}

/** Undefined where the address asks for nobody. What it says and nobody knows is not heeded. */
export function whoOf(search: URLSearchParams): Who | undefined {
  if (!search.has('who')) return undefined;
  const [group, step] = [search.get('group'), search.get('step')];
  const fate = FATES.find((one) => one === search.get('fate'));
  const status = STATUSES.find((one) => one === search.get('status'));
  const version = Number(search.get('version'));
  return {
    ...(group && { group }),
    ...(fate && { fate }),
    ...(status && { status }),
    ...(step && { step }),
    ...(Number.isInteger(version) && version > 0 && { version }),
  };
}

type Plan = Pick<MigrationView, 'status' | 'groups' | 'cases' | 'counts'>;

/**
 * The query for the people behind a number of this fate. Undefined where they can't be told apart
 * from others of the same verdict: those whom an answer keeps on their version are no group apart.
 */
export function queryOf(plan: Plan, who: Who): Record<string, string | number> | undefined {
  const { fate, ...others } = who;
  if (fate === undefined) return others;
  if (fate === 'staying') {
    const isOnlyExceptions = plan.groups.every(({ stays, count }) => !stays || count === 0);
    return isOnlyExceptions ? { ...others, status: 'kept' } : undefined;
  }
  const isMixed = plan.groups.some(({ verdict, stays }) => verdict === fate && stays);
  if (isMixed) return undefined;
  // The exceptions are counted elsewhere; once it has begun the status says more than the plan.
  const isBefore = plan.status === 'planned' || plan.status === 'computing';
  return { ...others, verdict: fate, ...(isBefore && { status: 'waiting' }) };
}
