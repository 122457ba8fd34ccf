import type { PathwayDocument } from '@percorso/engine';
import { placedEffects, stepUse, type Use } from './use.ts';

/** Where a message is sent. */
export function usesOfMessage(document: PathwayDocument, message: string): readonly Use[] {
  return placedEffects(document)
    .filter(({ effect }) => effect.type === 'message' && effect.params.message === message)
    .map((one) => stepUse(document, { ...one, path: `${one.path}/params/message` }));
}
