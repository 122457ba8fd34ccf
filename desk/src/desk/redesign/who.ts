import type { MigrationCaseStatus, MigrationView } from '@percorso/server/contract';
import type { RequestOf } from '../api/operations.ts';
import { changeSentences } from './change-sentences.ts';
import { FATES, type Fate } from './verdicts.ts';

/** `going`: everybody who goes over. */
type ListedFate = Fate | 'going';

/** Which people of a plan are looked at, as the page's address says it. */
export interface Who {
  readonly group?: string;
  readonly fate?: ListedFate;
  readonly status?: MigrationCaseStatus;
  readonly step?: string;
  readonly version?: number;
  /** A question as `questionName` says it; with `version`. */
  readonly question?: string;
  /** Those to whom this happens: the name of a sentence of changes, and what it is about. */
  readonly change?: string;
  readonly about?: string;
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
const LISTED: readonly ListedFate[] = [...FATES, 'going'];
const NAMES = [
  'who',
  'group',
  'fate',
  'status',
  'step',
  'version',
  'question',
  'change',
  'about',
] as const;

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
  const names = ['group', 'step', 'question', 'change', 'about'] as const;
  const named = names.flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value] as const] : [];
  });
  const fate = LISTED.find((one) => one === search.get('fate'));
  const status = STATUSES.find((one) => one === search.get('status'));
  const version = Number(search.get('version'));
  return {
    ...Object.fromEntries(named),
    ...(fate && { fate }),
    ...(status && { status }),
    ...(Number.isInteger(version) && version > 0 && { version }),
  };
}

type Plan = Pick<MigrationView, 'groups' | 'questions'>;

/** What the server is asked for: the people behind a number, exactly as many as it says. */
export function queryOf(plan: Plan, who: Who): RequestOf<'listMigrationCases'>['query'] {
  const { question, change, about, ...others } = who;
  if (question !== undefined) {
    const { version } = who;
    const asked = plan.questions.find(
      (one) => one.version === version && questionName(one) === question,
    );
    return { ...others, fate: 'needs-decision', group: asked?.groups.join() ?? NO_GROUP };
  }
  if (change === undefined || about === undefined) return others;
  const groups = plan.groups.filter((group) => happensTo(group, change, about));
  return { ...others, fate: 'going', group: groups.map(({ id }) => id).join() || NO_GROUP };
}

/** Of what the address names there may be nothing any more, once somebody has answered. */
const NO_GROUP = '-';

/** How the address calls a question, beside its version: no other has its choices. */
export function questionName({ steps, choices }: Plan['questions'][number]): string {
  return [...steps, ...(choices[0] ? ['>', ...choices[0].at] : [])].join(' ');
}

function happensTo({ changes, stays }: Plan['groups'][number], change: string, about: string) {
  if (!changes || stays) return false;
  return changeSentences(changes).some(
    (one) => one.name === change && one.about.some(({ it }) => it === about),
  );
}
