import { addDuration } from '@percorso/engine';
import { TIME_ZONE } from '../../case/time-zone.ts';
import type { Persona, Stride } from './persona.ts';

/** A persona's walk with the distance of each happening from its start. */
export function stridesOf(persona: Persona): Stride[] {
  const startMs = Date.parse(persona.start);
  let at = persona.start;
  return persona.walk.flatMap(({ after, do: happening }) => {
    if (after) at = addDuration(at, after, TIME_ZONE);
    // What must be refused is for tests; timers fire by themselves.
    if (happening.type === 'refused' || happening.type === 'timer') return [];
    return [{ offsetMs: Date.parse(at) - startMs, happening }];
  });
}

/** Where in the walk an action is first taken; undefined when it never is. */
export function firstTaking(strides: readonly Stride[], action: string): Stride | undefined {
  return strides.find(
    ({ happening }) => happening.type === 'action' && happening.action === action,
  );
}
