import type { PathwayDocument, Words } from '@percorso/engine';
import type { CommandRefusal } from '../command.ts';
import { refuse } from '../refusals.ts';
import { saidUses, type Use } from '../uses/use.ts';
import { renamed, withKey, without } from './records.ts';

/** What a document declares by name. */
type Kind = 'rules' | 'forms' | 'actions' | 'messages';

const NOUNS: Readonly<Record<Kind, Words>> = {
  rules: { it: 'la condizione', en: 'condition' },
  forms: { it: 'il modulo', en: 'form' },
  actions: { it: 'l’azione', en: 'action' },
  messages: { it: 'il messaggio', en: 'message' },
};

/** A refusal, unless the name is declared. */
export function undeclared(
  document: PathwayDocument,
  kind: Kind,
  name: string,
): CommandRefusal | undefined {
  if (Object.hasOwn(document[kind], name)) return undefined;
  const { it, en } = NOUNS[kind];
  return refuse('name-unknown', { it: `${it} «${name}»`, en: `${en} “${name}”` });
}

/** The document with one more declaration, unless its name is taken. */
export function declared<K extends Kind>(
  document: PathwayDocument,
  kind: K,
  name: string,
  value: PathwayDocument[K][string],
): PathwayDocument | CommandRefusal {
  if (Object.hasOwn(document[kind], name)) return refuse('name-taken', name);
  return withDeclared(document, kind, name, value);
}

/** The document with another value under a name that is declared. */
export function redeclared<K extends Kind>(
  document: PathwayDocument,
  kind: K,
  name: string,
  value: PathwayDocument[K][string],
): PathwayDocument | CommandRefusal {
  return undeclared(document, kind, name) ?? withDeclared(document, kind, name, value);
}

/** The document without a declaration, unless something uses it. */
export function withoutDeclared(
  document: PathwayDocument,
  kind: Kind,
  name: string,
  uses: readonly Use[],
): PathwayDocument | CommandRefusal {
  const unknown = undeclared(document, kind, name);
  if (unknown) return unknown;
  if (uses.length > 0) return refuse('in-use', saidUses(uses), uses[0]!.path);
  return { ...document, [kind]: without<unknown>(document[kind], name) };
}

/** The document with another name for a declaration; whoever uses it is changed elsewhere. */
export function withNewName(
  document: PathwayDocument,
  kind: Kind,
  from: string,
  to: string,
): PathwayDocument | CommandRefusal {
  const unknown = undeclared(document, kind, from);
  if (unknown || from === to) return unknown ?? document;
  if (Object.hasOwn(document[kind], to)) return refuse('name-taken', to);
  return { ...document, [kind]: renamed<unknown>(document[kind], from, to) };
}

function withDeclared<K extends Kind>(
  document: PathwayDocument,
  kind: K,
  name: string,
  value: PathwayDocument[K][string],
): PathwayDocument {
  return withKey(document, kind, { ...document[kind], [name]: value } as PathwayDocument[K]);
}
