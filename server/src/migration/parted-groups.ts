/** The engine's groups, parted by what it doesn't know: some of the cases would be refused. */
import type { MigrationGroup as Group, Pathway } from '@percorso/engine';
import type { Hindrance } from '../case/hindrance.ts';
import { describedGroup } from './describe-group.ts';
import type { Future } from './foresee.ts';
import { type Outlook, waitingInWords } from './outlook.ts';
import type { VersionAsked } from './plan-work.ts';
import type { StoredGroup } from './stored-plan.ts';
import type { Judged } from './turns.ts';

/** Like cases of which the same is to be told. */
export interface Part {
  readonly id: string;
  readonly group: Group;
  readonly members: readonly number[];
  readonly stays: boolean;
  readonly hindrance: Hindrance | undefined;
  /** How many would wait, by edition. */
  readonly waiting: ReadonlyMap<string, number>;
}

export const groupId = ({ version }: VersionAsked, at: number) => `v${version}-${at + 1}`;

export function partsOf(
  { asked, groups, isStaying }: Judged & { readonly asked: VersionAsked },
  { hindrances, waiting }: Future,
): Part[] {
  return groups.flatMap((group, at) => {
    const stays = isStaying(group);
    const reasonOf = (member: number) => hindrances.get(member)?.reason.it;
    return [...Map.groupBy(group.members, reasonOf).values()].map((members, nth): Part => {
      const hindrance = hindrances.get(members[0]!);
      const id = hindrance ? `${groupId(asked, at)}-${nth + 1}` : groupId(asked, at);
      return { id, group, members, stays, hindrance, waiting: hindrance ? NOBODY : waiting[at]! };
    });
  });
}

const NOBODY: Part['waiting'] = new Map();

export function groupsOfCases({ cases }: VersionAsked, parts: readonly Part[]): string[] {
  const ids: string[] = new Array(cases.length);
  for (const { id, members } of parts) for (const member of members) ids[member] = id;
  return ids;
}

export function storedGroup(
  { version }: VersionAsked,
  { id, group, stays, hindrance, waiting }: Part,
  before: Pathway,
  after: Pathway,
  outlook: Outlook,
): StoredGroup {
  const described = {
    id,
    version,
    stays,
    ...describedGroup(group, before, after, outlook.organisations),
  };
  if (hindrance) {
    const { reason, unlock } = hindrance;
    const blocked = { reason, unlock };
    return { ...described, verdict: 'blocked', to: [], changes: null, proven: true, blocked };
  }
  const { changes } = described;
  if (!changes || waiting.size === 0) return described;
  return { ...described, changes: { ...changes, waiting: waitingInWords(waiting, outlook) } };
}
