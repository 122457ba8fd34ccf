import type { PathwayDocument } from '@percorso/engine';
import type { CommandResult } from '../commands/command.ts';
import { refuse } from '../commands/refusals.ts';
import { mergeDocuments } from './merge-documents.ts';

/** What one edit of mine did. */
export interface DocumentEdit {
  readonly before: PathwayDocument;
  readonly after: PathwayDocument;
}

/**
 * The present document without my edit, whatever a colleague changed since then; redoing is the
 * inverse of `{before: after, after: before}`. Refused where the colleague changed the same things.
 */
export function inverseOf(
  { before, after }: DocumentEdit,
  present: PathwayDocument,
): CommandResult {
  const merged = mergeDocuments(after, before, present);
  if (merged.ok) return merged;
  const titles = merged.conflicts.map(({ title }) => title);
  const list = (language: 'it' | 'en') =>
    [...new Set(titles.map((title) => title[language]))].slice(0, TOLD_MAX).join(', ');
  return { ok: false, refusal: refuse('undo-conflict', { it: list('it'), en: list('en') }) };
}

const TOLD_MAX = 3;
