import type { ClientBase } from 'pg';
import type { DraftSaved } from '../contract/drafts.ts';
import { withTransaction } from '../database/transaction.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { announce } from './announce.ts';
import { type DraftHead, draftHead, draftText } from './draft-rows.ts';
import { whyNot } from './draft-state.ts';
import { documentInvalid, readDocument } from './read-document.ts';
import { renamingOf } from './renamed-steps.ts';

type Asking = Asked<'saveDraft'>;

/**
 * Saves a draft's document upon the revision that was read. A document that is stored already is
 * no conflict, whoever stored it: so a repeat of a save whose answer was lost is answered alike.
 */
export async function saveDraft(server: Server, asked: Asking): Promise<DraftSaved | No> {
  const { params, body } = asked;
  const refused = whyNot(await draftHead(server.pool, params.id));
  if (refused) return refused;
  const read = await readDocument(body.document);
  if (read instanceof No) return read;
  const head = await draftHead(server.pool, params.id);
  if (read.id !== head?.pathwayId) return documentInvalid([{ path: '/id', message: OTHER_ID }]);
  if (!(await isVersion(server, head.pathwayId, body.baseVersion))) return unknownVersion();
  const at = server.clock();
  const isSaved = await withTransaction(server.pool, (client) =>
    writeRevision(client, asked, read.text, at),
  );
  if (isSaved) return { revision: asked.revision + 1, changedAt: at.toISOString() };
  return whyUnsaved(server, asked, read.text);
}

// The conditions are in the statement itself: whoever saves meanwhile is seen, or waits for it.
const SAVE = `
update draft set document = $3, base_version = coalesce($4, base_version),
  revision = revision + 1, changed_at = $5, changed_by = $6
where id = $1 and revision = $2 and discarded_at is null and published_version is null
  and (document <> $3 or base_version is distinct from coalesce($4, base_version))`;

const LOG = `
insert into draft_edit (draft_id, revision, at, person_id, edits) values ($1, $2, $3, $4, $5)`;

async function writeRevision(client: ClientBase, asked: Asking, text: string, at: Date) {
  const { params, body, reader, revision } = asked;
  const base = body.baseVersion ?? null;
  const values = [params.id, revision, text, base, at, reader.id];
  const { rowCount } = await client.query(SAVE, values);
  if (rowCount === 0) return false;
  const edits = JSON.stringify(body.edits);
  await client.query(LOG, [params.id, revision + 1, at, reader.id, edits]);
  await moveComments(client, params.id, body.edits);
  await announce(client, params.id);
  return true;
}

/** What was said of a step is said of it under its new key, and of the one in its place. */
async function moveComments(client: ClientBase, id: string, edits: Asking['body']['edits']) {
  for (const { step, to } of edits.flatMap((edit) => renamingOf(edit) ?? [])) {
    await client.query('update draft_comment set step = $3 where draft_id = $1 and step = $2', [
      id,
      step,
      to.slice(0, 64),
    ]);
  }
}

async function whyUnsaved(server: Server, asked: Asking, text: string): Promise<DraftSaved | No> {
  const head = await draftHead(server.pool, asked.params.id);
  const closed = whyNot(head);
  if (closed) return closed;
  const isStored = (await draftText(server.pool, asked.params.id)) === text;
  if (isStored && isSameBase(head!, asked)) {
    return { revision: head!.revision, changedAt: head!.changedAt.toISOString() };
  }
  return whyNot(head, asked.revision) ?? no('revision-stale', { revision: head!.revision });
}

const isSameBase = ({ baseVersion }: DraftHead, { body }: Asking) =>
  body.baseVersion === undefined || body.baseVersion === baseVersion;

async function isVersion({ pool }: Server, pathway: string, version: number | undefined) {
  if (version === undefined) return true;
  const { rowCount } = await pool.query(
    'select from pathway_version where pathway_id = $1 and version = $2',
    [pathway, version],
  );
  return rowCount === 1;
}

const OTHER_ID = {
  it: 'L’identificativo del percorso non può cambiare: per un altro percorso comincia una nuova bozza.',
  en: 'The id of the pathway cannot change: begin a new draft for another pathway.',
};

function unknownVersion(): No {
  const message = { it: 'Questa versione non esiste.', en: 'There is no such version.' };
  return no('input-invalid', { faults: [{ path: 'baseVersion', message }] });
}
