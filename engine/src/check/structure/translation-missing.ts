import type { PathwayDocument } from '../../document.ts';
import { type Place, pointer } from '../../parse/problem.ts';
import type { Check } from '../check-kind.ts';
import type { Found } from '../finding.ts';

/** A text of so many words is hardly the same in both languages; a name may be. */
const WORD_COUNT_MIN = 3;

/**
 * What people read is written in both languages. An empty text is refused by the parser already;
 * one that was copied over is found here. Choices are left out: many are names and addresses.
 */
export const translationMissing: Check = ({ document }) =>
  PARTS.flatMap((part) => textsIn(document[part], [part]));

const PARTS = [
  ...['title', 'summary', 'participant', 'data', 'forms'],
  ...['actions', 'messages', 'stages', 'steps', 'machine'],
] as (keyof PathwayDocument)[];

function textsIn(value: unknown, place: Place): Found[] {
  if (typeof value !== 'object' || value === null || place.at(-1) === 'oneOf') return [];
  const { it, en } = value as { it?: unknown; en?: unknown };
  if (typeof it === 'string' && typeof en === 'string')
    return isCopied(it, en) ? [found(place)] : [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...place, key]));
}

function isCopied(it: string, en: string): boolean {
  const [text, other] = [it, en].map((one) => one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return text!.length >= WORD_COUNT_MIN && text!.join(' ') === other!.join(' ');
}

function found(place: Place): Found {
  return {
    severity: 'warning',
    elements: [
      { pointer: pointer(place), ...(place[0] === 'steps' && { step: String(place[1]) }) },
    ],
    message: {
      it: 'Il testo inglese è uguale a quello italiano: va tradotto.',
      en: 'The English text is the same as the Italian one: translate it.',
    },
  };
}
