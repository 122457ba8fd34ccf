import type { Decision, MappingHints, StepMapping } from '@percorso/engine';
import type { Versions } from './arbitrary-redesign.ts';
import { CONFIGURATION_COUNT_MAX } from './world.ts';

/** What the laws are held against: one redesign, and what was decided of it so far. */
export interface Judged {
  readonly versions: Versions;
  readonly hints: MappingHints;
  readonly mapping: StepMapping;
  readonly decisions: readonly Decision[];
}

/** What breaks a law is thrown. */
export function hold(law: string, holds: boolean, told: unknown = ''): asserts holds {
  if (!holds) throw new Error(`${law}: ${JSON.stringify(told)}`);
}

export function optionsOf({ decisions }: Judged) {
  return { decisions, configurationsMax: CONFIGURATION_COUNT_MAX };
}
