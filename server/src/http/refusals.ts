import type { Refusal } from '@percorso/engine';
import { type Fault, type No, no } from './problems.ts';

/** The engine's refusal as an answer: its own words, and what would turn it into a yes. */
export function noOf(refusal: Refusal, faults?: readonly Fault[]): No {
  return no(refusal.code, {
    detail: refusal.reason,
    ...(refusal.path === undefined ? {} : { path: refusal.path }),
    ...(refusal.unlock.length > 0 ? { unlock: refusal.unlock } : {}),
    ...(faults ? { faults } : {}),
  });
}
