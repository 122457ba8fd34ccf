import { DOCUMENT_BYTES_MAX, NESTING_MAX } from '../limits.ts';
import { findDuplicateKeys } from './duplicate-keys.ts';
import type { DocumentProblem } from './problem.ts';
import { problem } from './problems.ts';

type Read = { readonly value: unknown } | { readonly problems: readonly DocumentProblem[] };

/**
 * The JSON value of a text, or a copy of a value that is JSON, once its size and nesting are known
 * to be bounded: what follows may then walk it by recursion. Never throws.
 */
export function readJson(source: unknown): Read {
  try {
    return readText(typeof source === 'string' ? source : textOf(source));
  } catch {
    return { problems: [problem('not-json', [])] };
  }
}

function readText(text: string | undefined): Read {
  if (text === undefined) return { problems: [problem('not-json', [])] };
  if (isTooLarge(text)) return { problems: [problem('too-large', [])] };
  const { nesting, members } = extentOf(text);
  if (nesting > NESTING_MAX) return { problems: [problem('nested-too-deep', [])] };
  const value: unknown = JSON.parse(text);
  // Of a key that is there twice one is left: as many members as were written, and there is none.
  if (membersOf(value) === members) return { value };
  const duplicates = findDuplicateKeys(text);
  return duplicates.length > 0 ? { problems: duplicates } : { value };
}

/** A text's UTF-8 bytes are at least its length, and at most three times it: few need counting. */
function isTooLarge(text: string): boolean {
  if (text.length * 3 <= DOCUMENT_BYTES_MAX) return false;
  if (text.length > DOCUMENT_BYTES_MAX) return true;
  return new TextEncoder().encode(text).length > DOCUMENT_BYTES_MAX;
}

/**
 * A value handed over in memory as text. The replacer stops a value that would give far too much
 * text before it does, and JSON.stringify itself throws for cycles and for what is nested too deep.
 */
function textOf(value: unknown): string | undefined {
  let partCount = 0;
  return JSON.stringify(value, (_key, part: unknown) => {
    partCount += 1;
    if (partCount > DOCUMENT_BYTES_MAX) throw new RangeError('more parts than a document may have');
    return part;
  });
}

const [BACKSLASH, QUOTE, COLON] = [0x5c, 0x22, 0x3a];
const [BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * The greatest number of brackets open at once, and how many members are written in objects, both
 * outside strings; counted without recursion.
 */
function extentOf(text: string): { readonly nesting: number; readonly members: number } {
  let [open, nesting, members] = [0, 0, 0];
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isInString) {
      if (unit === BACKSLASH) index += 1;
      else if (unit === QUOTE) isInString = false;
    } else if (unit === QUOTE) isInString = true;
    else if (unit === COLON) members += 1;
    else if (unit === BRACE || unit === BRACKET) nesting = Math.max(nesting, ++open);
    else if (unit === BRACE_END || unit === BRACKET_END) open -= 1;
  }
  return { nesting, members };
}

/** How many members all objects of a value have, of one whose nesting is bounded. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts: readonly unknown[] = Object.values(value);
  let count = Array.isArray(value) ? 0 : parts.length;
  for (const part of parts) count += membersOf(part);
  return count;
}
