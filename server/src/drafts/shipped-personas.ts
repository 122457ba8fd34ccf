import type { Persona } from '@percorso/engine';
import { personaValues, shippedPathways } from '../programme/definitions-folder.ts';

const read = new Map<string, readonly Persona[]>();

/** The personas of a pathway in the installation's files, which don't change while it runs. */
export function shippedPersonas(pathway: string): readonly Persona[] {
  const known = read.get(pathway);
  if (known) return known;
  if (!shippedPathways().includes(pathway)) return [];
  // The files are the repository's own, and its tests walk each of them.
  const personas = personaValues(pathway) as Persona[];
  read.set(pathway, personas);
  return personas;
}
