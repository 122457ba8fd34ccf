import type { ClientBase } from 'pg';
import { mayDeleteComment } from '../access/policies/drafts.ts';
import type { Reader } from '../access/reader.ts';
import type { DraftComment } from '../contract/drafts.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { draftHead } from './draft-rows.ts';
import { changeDraft } from './draft-state.ts';

/** A conversation that nobody reads any more. */
const COMMENTS_MAX = 1000;

const LIST = `
select m.id, m.step, m.parent_id as parent, m.text, m.at, m.revision,
  json_build_object('id', p.id, 'name', p.name) as person, m.deleted_at is not null as deleted,
  m.resolved_at as "resolvedAt", json_build_object('id', r.id, 'name', r.name) as resolver
from draft_comment m join person p on p.id = m.person_id left join person r on r.id = m.resolved_by
where m.draft_id = $1 and ($2::uuid is null or m.id = $2)
order by m.at, m.id`;

interface Stored extends Omit<DraftComment, 'at' | 'resolved'> {
  at: Date;
  resolvedAt: Date | null;
  resolver: { id: string | null; name: string | null };
}

async function readComments({ pool }: Server, draftId: string, id: string | null = null) {
  const { rows } = await pool.query<Stored>(LIST, [draftId, id]);
  return rows.map(({ resolvedAt, resolver, ...row }): DraftComment => {
    const by = resolver as { id: string; name: string };
    const resolved = resolvedAt === null ? null : { by, at: resolvedAt.toISOString() };
    return { ...row, at: row.at.toISOString(), resolved };
  });
}

/** Comments of closed drafts can be read, too. */
export async function listComments(server: Server, draftId: string) {
  if (!(await draftHead(server.pool, draftId))) return no('not-found');
  return { comments: await readComments(server, draftId) };
}

export async function addComment(
  server: Server,
  { params, body, reader }: Asked<'addComment'>,
): Promise<DraftComment | No> {
  const id = server.newId();
  const added = await changeDraft(server, params.id, async (client) => {
    const counted = await client.query<{ n: number }>(
      'select count(*)::int as n from draft_comment where draft_id = $1',
      [params.id],
    );
    if (counted.rows[0]!.n >= COMMENTS_MAX) return no('comments-full');
    const thread = body.parent === null ? null : await commentIn(client, params.id, body.parent);
    if (thread === undefined || (thread && thread.parentId !== null)) return noSuchThread();
    await client.query(
      `insert into draft_comment (id, draft_id, parent_id, step, person_id, at, text, revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        params.id,
        body.parent,
        thread ? thread.step : body.step,
        reader.id,
        server.clock(),
        body.text,
        await nextRevision(client, params.id),
      ],
    );
    return id;
  });
  return added instanceof No ? added : (await readComments(server, params.id, id))[0]!;
}

type Named = { readonly id: string; readonly comment: string };

/** Resolves a thread, or opens it again; a repeat changes nothing. */
export function settleComment(
  server: Server,
  { id, comment }: Named,
  resolver: Reader | null,
): Promise<undefined | No> {
  return changeDraft(server, id, async (client) => {
    const found = await commentIn(client, id, comment);
    if (!found || found.parentId !== null) return no('not-found');
    if (found.isResolved === (resolver !== null)) return undefined;
    await client.query(
      `update draft_comment set resolved_at = $2, resolved_by = $3, revision = $4 where id = $1`,
      [comment, resolver && server.clock(), resolver?.id ?? null, await nextRevision(client, id)],
    );
    return undefined;
  });
}

/** Takes a comment back: its words go, its place stays for those who answered. */
export function deleteComment(
  server: Server,
  { id, comment }: Named,
  reader: Reader,
): Promise<undefined | No> {
  return changeDraft(server, id, async (client) => {
    const found = await commentIn(client, id, comment);
    if (!found) return no('not-found');
    if (!mayDeleteComment(reader, found)) return no('forbidden', { detail: NOT_YOURS });
    if (found.isDeleted) return undefined;
    await client.query(
      `update draft_comment set text = '', deleted_at = $2, revision = $3 where id = $1`,
      [comment, server.clock(), await nextRevision(client, id)],
    );
    return undefined;
  });
}

interface Found {
  parentId: string | null;
  personId: string;
  step: string | null;
  isDeleted: boolean;
  isResolved: boolean;
}

const FOUND = `
select parent_id as "parentId", person_id as "personId", step,
  deleted_at is not null as "isDeleted", resolved_at is not null as "isResolved"
from draft_comment where draft_id = $1 and id = $2`;

async function commentIn(client: ClientBase, draftId: string, id: string) {
  return (await client.query<Found>(FOUND, [draftId, id])).rows[0];
}

/** The draft's row is held: numbers become visible in their order. */
async function nextRevision(client: ClientBase, draftId: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `update draft set comment_revision = comment_revision + 1 where id = $1
     returning comment_revision as n`,
    [draftId],
  );
  return rows[0]!.n;
}

const NOT_YOURS = {
  it: 'Un commento lo elimina solo chi l’ha scritto.',
  en: 'A comment is deleted only by whoever wrote it.',
};

function noSuchThread(): No {
  const message = {
    it: 'Il commento a cui rispondi non c’è: rispondi al primo della conversazione.',
    en: 'The comment that you answer is not there: answer the first of the conversation.',
  };
  return no('input-invalid', { faults: [{ path: 'parent', message }] });
}
