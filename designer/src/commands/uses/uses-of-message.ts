import type { PathwayDocument } from '@percorso/engine';
import { placedActivities, placedEffects, stepUse, type Use } from './use.ts';

/** Where a message is sent. */
export function usesOfMessage(document: PathwayDocument, message: string): readonly Use[] {
  const effects = placedEffects(document)
    .filter(({ effect }) => effect.type === 'message' && effect.params.message === message)
    .map((one) => stepUse(document, { ...one, path: `${one.path}/params/message` }));
  const enrolments = placedActivities(document).flatMap(({ step, path, activity }) =>
    Object.entries(activity.input.messages ?? {})
      .filter(([, sent]) => sent === message)
      .map(([key]) => stepUse(document, { step, path: `${path}/input/messages/${key}` })),
  );
  return [...effects, ...enrolments];
}
