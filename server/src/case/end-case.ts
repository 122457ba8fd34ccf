import { type CaseState, openActivities } from '@percorso/engine';
import { type EffectRows, NO_EFFECT } from './effect-rows.ts';

/** What ends with a case that ends from outside its pathway: whatever is open or running. */
export function endedRows(state: CaseState): EffectRows {
  return {
    ...NO_EFFECT,
    closed: Object.keys(openActivities(state)).map((activity) => ({
      activity,
      status: 'withdrawn',
      declineReason: null,
    })),
    timersCleared: Object.keys(state.timers),
    needsTransaction: true,
  };
}
