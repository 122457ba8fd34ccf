import type { PathwayDocument } from '@percorso/engine';
import type { CommandRefusal } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import type { ParametersOf } from '../editor/edit-history.ts';
import { WORDS } from './words.ts';

/** What stands before a fragment's own keys, to know it among other texts. */
const KIND = 'percorso/steps';
/** Longer texts are not even looked into. */
const LENGTH_MAX = 1_000_000;

export type Pasted =
  | { readonly ok: true; readonly parameters: ParametersOf<'paste-fragment'> }
  | { readonly ok: false; readonly why: { readonly it: string; readonly en: string } };

/** Steps as a text: their names, and the document in which what belongs to them is found. */
export function copiedText(document: PathwayDocument, steps: readonly string[]): string {
  return JSON.stringify({ kind: KIND, steps, document });
}

/** What a pasted text holds, or why it can't be used. Never throws, whatever the text is. */
export function readPasted(text: string, into: string | undefined): Pasted {
  if (text.length > LENGTH_MAX) return { ok: false, why: WORDS.unpasteable.tooLong };
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== KIND) {
    return { ok: false, why: WORDS.unpasteable.notSteps };
  }
  const { kind: _, ...fragment } = value as Record<string, unknown>;
  const parameters = commands['paste-fragment'].parse({
    fragment,
    ...(into !== undefined && { into }),
  });
  if (isRefusal(parameters)) return { ok: false, why: parameters.words };
  return { ok: true, parameters };
}

function isRefusal(value: object): value is CommandRefusal {
  return 'code' in value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
