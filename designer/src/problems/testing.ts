/** Pathways to look at: a shipped one, and the same one broken. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type PathwayDocument, type Persona, parseDocument } from '@percorso/engine';
import { type CommandName, commands } from '../commands/registry.ts';

const definitions = fileURLToPath(new URL('../../../definitions/', import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(`${definitions}${path}`, 'utf8'));

export function shippedPathway(id: string): PathwayDocument {
  const parsed = parseDocument(read(`${id}/pathway.json`));
  if (!parsed.ok) throw new Error(id);
  return parsed.document;
}

export function shippedPersona(pathway: string, id: string): Persona {
  return read(`${pathway}/personas/${id}.json`) as Persona;
}

/** The document after a command that must be possible. */
export function edited(
  document: PathwayDocument,
  name: CommandName,
  parameters: unknown,
): PathwayDocument {
  const result = commands[name].run(document, parameters as never);
  if (!result.ok) throw new Error(result.refusal.words.en);
  return result.document;
}

/** The group pathway without the way out that everybody at its first step has. */
export function brokenGroups(): PathwayDocument {
  const transition = { from: 'requested', kind: 'action', name: 'WITHDRAW', index: 0 };
  return edited(shippedPathway('mig-work-groups'), 'remove-transition', { transition });
}
