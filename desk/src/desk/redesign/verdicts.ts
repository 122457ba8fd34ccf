import type { MigrationView, Verdict } from '@percorso/server/contract';

/** What happens to somebody; `staying`: by exception, or because it was decided so. */
export type Fate = Verdict | 'staying';

/** What somebody has to do something about comes first. */
export const FATES: readonly Fate[] = [
  'needs-decision',
  'blocked',
  'moved',
  'unaffected',
  'staying',
];

export const peopleIn = (counts: MigrationView['counts']): number =>
  FATES.reduce((sum, fate) => sum + counts[fate], 0);

/** How many go over when the plan is started, stay where they are, and wait for an answer. */
export function summaryOf({ counts }: Pick<MigrationView, 'counts'>) {
  return {
    going: counts.moved + counts.unaffected,
    staying: counts.staying + counts.blocked,
    undecided: counts['needs-decision'],
  };
}

/** How far a plan has come, in one word: one that was closed is neither through nor taken back. */
export const stateOf = ({ status, isClosed }: Pick<MigrationView, 'status' | 'isClosed'>) =>
  isClosed ? 'closed' : status;

const BUSY = ['computing', 'running', 'taking-back'];

/** Is something going on by itself, so that it will be another one soon? */
export const isBusy = ({ status }: Pick<MigrationView, 'status'>): boolean => BUSY.includes(status);

/** Was it stopped, and can't go on, since its version is no longer the one in use? */
export const isOutdated = ({ status, isCurrent }: Pick<MigrationView, 'status' | 'isCurrent'>) =>
  status === 'stopped' && !isCurrent;

/** Is everybody being looked at for the first time, so that nothing is known yet? */
export const isFirstLook = ({ status, groups }: Pick<MigrationView, 'status' | 'groups'>) =>
  status === 'computing' && groups.length === 0;
