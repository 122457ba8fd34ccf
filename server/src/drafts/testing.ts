/** What the tests of drafts have in common: coordinators, a published pathway, ways to draw it. */
import { parseDocument } from '@percorso/engine';
import { z } from 'zod';
import { publish } from '../case/testing.ts';
import { COURSE } from '../case/testing-documents.ts';
import type { DraftView } from '../contract/drafts.ts';
import { type Asking, addSomebody, type Somebody, type TestApi } from '../http/testing.ts';
import { programmeData } from '../programme/definitions-folder.ts';
import type { KnownNames } from './unknown-names.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests change any place of it
type Drawn = any;

let keys = 0;
export const newKey = () => `chiave-${++keys}`;

/** The course under another id, so that each test has a pathway of its own. */
export function courseOf(id: string): Drawn {
  const copy = structuredClone(COURSE) as Drawn;
  return { ...copy, id, machine: { ...copy.machine, id } };
}

/** Publishes the course under this id as it would be stored. */
export async function publishCourse(api: TestApi, id: string): Promise<void> {
  const parsed = parseDocument(courseOf(id));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await publish(api.server, parsed.document);
}

export const coordinator = (api: TestApi): Promise<Somebody> =>
  addSomebody(api.server, ['coordinator']);

/** A draft of the current version of a pathway. */
export function draftOf(api: TestApi, as: Somebody, pathway: string): Promise<DraftView> {
  return api.ask('createDraft', { as: as.token, body: { from: 'version', pathway } });
}

/** How somebody saves a draft after drawing in it. */
export function saving(
  as: Somebody,
  draft: { readonly id: string; readonly revision: number; readonly document?: unknown },
  draw: (document: Drawn) => void = () => {},
  more: object = {},
): Asking {
  const document = structuredClone(draft.document) as Drawn;
  draw(document);
  return {
    as: as.token,
    params: { id: draft.id },
    revision: draft.revision,
    key: newKey(),
    body: { document: JSON.stringify(document), ...more },
  };
}

/** How somebody publishes a draft. */
export function publishing(
  as: Somebody,
  draft: { readonly id: string; readonly revision: number },
  note = 'Più giri per tutti',
): Asking {
  return {
    as: as.token,
    params: { id: draft.id },
    revision: draft.revision,
    key: newKey(),
    body: { note },
  };
}

export const named = (as: Somebody, id: string): Asking => ({ as: as.token, params: { id } });

/** Another title is the smallest change that there is. */
export const titled = (title: string) => (document: Drawn) => {
  document.title = { it: title, en: title };
};

/** What the shipped pathways may name. */
export function programmeNames(): KnownNames {
  const organisations = programmeData('organisations.json', z.array(z.object({ id: z.string() })));
  return { organisations: organisations.map(({ id }) => id), services: [] };
}
