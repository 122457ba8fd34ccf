import type { ActivityKind } from '@percorso/engine';

const KINDS: readonly ActivityKind[] = ['pathway', 'service'];

/**
 * Is an activity of this kind begun anew where it is open again after an undoing or a take-back?
 * What was under way in it has ended for good; of the others the very row is open again.
 */
export function isBegunAnew(kind: string): boolean {
  return (KINDS as readonly string[]).includes(kind);
}
