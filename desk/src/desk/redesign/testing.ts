/** Plans and groups to test with. */
import type { GroupChanges, MigrationGroup } from '@percorso/server/contract';

export const words = (text: string) => ({ it: text, en: text });

export const nothing: GroupChanges = {
  opened: [],
  waiting: [],
  withdrawn: [],
  kept: [],
  handedOn: [],
  revised: [],
  timersSet: [],
  timersCleared: [],
  timersRecomputed: [],
  messages: [],
  dataWithoutPlace: [],
  dataBegun: [],
  historyForgotten: [],
  actionsGained: [],
  actionsLost: [],
};

export const group: MigrationGroup = {
  id: 'one',
  version: 1,
  verdict: 'moved',
  stays: false,
  count: 3,
  exceptions: 0,
  from: [],
  to: [],
  changes: nothing,
  proven: true,
  questions: [],
  blocked: null,
};
