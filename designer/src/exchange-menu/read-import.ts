import type { PathwayDocument } from '@percorso/engine';
import { type Imported, importDocument, importMachine } from '../exchange/index.ts';

/**
 * A pathway from a text, whole or as a bare machine: which of the two it is, the text says. It
 * keeps this pathway's id, since a draft stays a draft of its pathway.
 */
export function readImport(text: string, into: PathwayDocument): Imported {
  const whole = importDocument(text);
  if (whole.ok) return { ok: true, document: withId(whole.document, into.id) };
  const isMachine = whole.problems.some(({ code }) => code === 'file-is-machine');
  if (!isMachine) return whole;
  const machine = importMachine(text, into);
  return machine.ok ? { ok: true, document: withId(machine.document, into.id) } : machine;
}

function withId(document: PathwayDocument, id: string): PathwayDocument {
  if (document.id === id) return document;
  const { machine } = document;
  return { ...document, id, machine: machine.id === document.id ? { ...machine, id } : machine };
}
