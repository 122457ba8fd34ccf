import { MESSAGE_NAMES } from '../document.ts';
import { problem } from './problems.ts';
import type { Check } from './scope.ts';

const KNOWN: readonly string[] = MESSAGE_NAMES;
const POSSIBLE = KNOWN.map((name) => `{${name}}`).join(', ');

/** Every `{name}` in a message is one that is replaced. */
export const messagesFit: Check = ({ document }) =>
  Object.entries(document.messages).flatMap(([id, message]) =>
    (['subject', 'body'] as const).flatMap((part) =>
      (['it', 'en'] as const).flatMap((language) =>
        placeholdersIn(message[part][language])
          .filter((name) => !KNOWN.includes(name))
          .map((name) => {
            const place = ['messages', id, part, language];
            return problem('placeholder-unknown', place, name, POSSIBLE);
          }),
      ),
    ),
  );

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
}
