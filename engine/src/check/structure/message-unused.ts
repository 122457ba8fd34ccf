import type { Check } from '../check-kind.ts';
import { unused } from './unused.ts';

/** A message that nothing sends. */
export const messageUnused: Check = ({ document, scope }) => {
  const used = new Set<string | undefined>([
    ...scope.effects.map(({ effect }) =>
      effect.type === 'message' ? effect.params.message : undefined,
    ),
    ...scope.invokes.flatMap(({ invoke }) => Object.values(invoke.input.messages ?? {})),
  ]);
  return Object.entries(document.messages)
    .filter(([message]) => !used.has(message))
    .map(([message, { subject }]) =>
      unused(
        'warning',
        ['messages', message],
        subject,
        ['Il messaggio # non parte mai.', 'Message # is never sent.'],
        ['remove-message', { message }],
      ),
    );
};
