import type { Role } from '@percorso/engine';
import type { ActivityView, PossibilityView } from '@percorso/server/contract';

export interface SortedPossibilities {
  /** The one obvious thing, if there is one. */
  readonly primary: PossibilityView | undefined;
  readonly others: readonly PossibilityView[];
  /** Those that end the case: last, and set apart. */
  readonly final: readonly PossibilityView[];
  /** Refused now, with the reason. */
  readonly refused: readonly PossibilityView[];
  /** Possible, but for somebody else to do. */
  readonly elsewhere: readonly PossibilityView[];
}

const ORDER = ['primary', 'normal', 'quiet', 'final'];

/** What the reader is offered, in the order in which it should meet the eye. */
export function sortPossibilities(
  possibilities: readonly PossibilityView[],
  roles: readonly Role[],
): SortedPossibilities {
  const isOwn = (one: PossibilityView) => one.roles.some((role) => roles.includes(role));
  const own = possibilities.filter(isOwn);
  const possible = own
    .filter(({ verdict }) => verdict !== 'no')
    .toSorted((a, b) => ORDER.indexOf(a.emphasis) - ORDER.indexOf(b.emphasis));
  const primary = possible.find(({ emphasis }) => emphasis === 'primary');
  return {
    primary,
    others: possible.filter((one) => one !== primary && one.emphasis !== 'final'),
    final: possible.filter(({ emphasis }) => emphasis === 'final'),
    refused: own.filter(({ verdict }) => verdict === 'no'),
    elsewhere: possibilities.filter((one) => !isOwn(one) && one.verdict !== 'no'),
  };
}

export const isOpen = ({ status }: ActivityView) => status === 'open' || status === 'accepted';

/** A task that a colleague added for this one case: no step waits for it. */
export const isAdded = ({ activity }: ActivityView) => activity.startsWith('ad-hoc/');

/** Whether a task of the reader's own goes before the pathway's actions: late, or the only call. */
export function isTaskFirst(
  activities: readonly ActivityView[],
  { primary }: SortedPossibilities,
): boolean {
  const own = activities.filter((activity) => activity.mine && isOpen(activity));
  return own.some(({ overdue }) => overdue) || (own.length > 0 && !primary);
}
