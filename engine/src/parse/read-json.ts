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
  if (nestingOf(text) > NESTING_MAX) return { problems: [problem('nested-too-deep', [])] };
  const value: unknown = JSON.parse(text);
  const duplicates = findDuplicateKeys(text);
  return duplicates.length > 0 ? { problems: duplicates } : { value };
}

/** A text's UTF-8 bytes are at least its length: long texts need no counting. */
function isTooLarge(text: string): boolean {
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

/** The greatest number of brackets open at once, outside strings; counted without recursion. */
function nestingOf(text: string): number {
  let open = 0;
  let greatest = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index];
    if (isInString) {
      if (unit === '\\') index += 1;
      else if (unit === '"') isInString = false;
    } else if (unit === '"') isInString = true;
    else if (unit === '{' || unit === '[') greatest = Math.max(greatest, ++open);
    else if (unit === '}' || unit === ']') open -= 1;
  }
  return greatest;
}
