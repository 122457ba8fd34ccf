import type { DeviationRefusal, Refusal } from '@percorso/engine';
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

/** The same of a deviation; what would change it names no fact. */
export function noOfDeviation({ code, reason, unlock, path }: DeviationRefusal): No {
  return no(code, {
    detail: reason,
    ...(path === undefined ? {} : { path: path.replace(/^task\./, '') }),
    ...(unlock ? { unlock: [{ words: unlock, fact: '' }] } : {}),
  });
}
