import { emptyPathway } from '@percorso/engine';
import { PARTICIPANT_SCHEMA } from '../case/participant-schema.ts';
import type { DraftView } from '../contract/drafts.ts';
import type { Words } from '../contract/words.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { readDraft } from './draft-state.ts';
import { readDocument } from './read-document.ts';

type Asking = Asked<'createDraft'>;
type From<F> = Extract<Asking['body'], { from: F }>;

interface Beginning {
  readonly pathway: string;
  readonly title: Words;
  readonly text: string;
  /** Null: the pathway is new, and its id must be free. */
  readonly base: number | null;
}

/** Begins a draft and hands it out. */
export async function createDraft(server: Server, asked: Asking): Promise<DraftView | No> {
  const beginning = await beginningOf(server, asked.body);
  if (beginning instanceof No) return beginning;
  const id = server.newId();
  const isCreated = await insert(server, asked, id, beginning);
  return isCreated ? readDraft(server, id) : no('pathway-id-taken');
}

function beginningOf(server: Server, body: Asking['body']): Promise<Beginning | No> {
  switch (body.from) {
    case 'version':
      return fromVersion(server, body);
    case 'document':
      return fromDocument(server, body);
    case 'empty':
      return fromNothing(body);
  }
}

const VERSION = `
select v.version, v.document, v.document::json->'title' as title
from pathway w join pathway_version v
  on v.pathway_id = w.id and v.version = coalesce($2, w.current_version)
where w.id = $1`;

async function fromVersion({ pool }: Server, { pathway, version }: From<'version'>) {
  const { rows } = await pool.query<{ version: number; document: string; title: Words }>(VERSION, [
    pathway,
    version ?? null,
  ]);
  const row = rows[0];
  if (!row) return unknownVersion(version === undefined ? 'pathway' : 'version');
  return { pathway, title: row.title, text: row.document, base: row.version };
}

async function fromDocument({ pool }: Server, { document }: From<'document'>) {
  const read = await readDocument(document);
  if (read instanceof No) return read;
  const { rows } = await pool.query<{ version: number }>(
    'select current_version as version from pathway where id = $1',
    [read.id],
  );
  return { pathway: read.id, title: read.title, text: read.text, base: rows[0]?.version ?? null };
}

async function fromNothing({ id, title, subject }: From<'empty'>): Promise<Beginning | No> {
  const participant = PARTICIPANT_SCHEMA[subject];
  const read = await readDocument(
    JSON.stringify(emptyPathway({ id, title, subject, participant })),
  );
  return read instanceof No ? read : { pathway: id, title, text: read.text, base: null };
}

const INSERT = `
insert into draft (id, pathway_id, name, base_version, document, created_at, created_by,
  changed_at, changed_by)
select $1, $2, $3, $4::int, $5, $6, $7, $6, $7
where $4::int is not null or not exists (select from pathway where id = $2)`;

const UNIQUE_VIOLATION = '23505';

/** False: the id of the new pathway is taken, by a pathway or by another draft. */
async function insert(server: Server, asked: Asking, id: string, beginning: Beginning) {
  const { pathway, title, text, base } = beginning;
  const name = asked.body.name ?? title[asked.language].slice(0, 120);
  const values = [id, pathway, name, base, text, server.clock(), asked.reader.id];
  try {
    return (await server.pool.query(INSERT, values)).rowCount === 1;
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

function unknownVersion(path: 'pathway' | 'version'): No {
  const message =
    path === 'pathway'
      ? { it: 'Questo percorso non esiste.', en: 'There is no such pathway.' }
      : { it: 'Questa versione non esiste.', en: 'There is no such version.' };
  return no('input-invalid', { faults: [{ path, message }] });
}
