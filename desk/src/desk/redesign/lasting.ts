import type { GroupChanges, MigrationGroup } from '@percorso/server/contract';
import type { Words } from '../../language/words.ts';

/** What moving people does that can't be undone: messages that leave, seats given up. */
export interface Lasting {
  readonly messages: readonly Words[];
  readonly seats: readonly Words[];
}

/** Of the groups that go over; each thing once, however many groups it happens to. */
export function lastingOf(groups: readonly MigrationGroup[]): Lasting {
  const going = groups.filter(({ stays, count }) => !stays && count > 0);
  const changes = going.flatMap((group) => group.changes ?? []);
  return {
    messages: unique(changes.flatMap(({ messages }) => messages)),
    seats: unique(changes.flatMap(seatsGivenUp)),
  };
}

const seatsGivenUp = ({ withdrawn }: GroupChanges) =>
  withdrawn.filter(({ kind }) => kind === 'enrolment');

const unique = (all: readonly { readonly key: string; readonly label: Words }[]) => [
  ...new Map(all.map(({ key, label }) => [key, label])).values(),
];
