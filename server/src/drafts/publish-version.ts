import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { Refused, refusedAsValue } from '../case/refusal.ts';
import type { Published } from '../contract/drafts.ts';
import { withTransaction } from '../database/transaction.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { announcePathway } from './announce.ts';
import { checkingThread, type DocumentThread } from './document-thread.ts';
import { type DraftHead, draftHead, draftText } from './draft-rows.ts';
import { whyNot } from './draft-state.ts';
import { personaEditCount, whyUnfit } from './why-unfit.ts';
import { setCurrentVersion } from './withdraw-version.ts';

type Asking = Asked<'publishVersion'>;

/**
 * Makes a draft the next version of its pathway, on which new cases begin; those inside stay on
 * theirs. All that can be refused is asked again within the transaction that holds the pathway.
 */
export async function publishVersion(
  server: Server,
  asked: Asking,
  thread: DocumentThread = checkingThread,
): Promise<Published | No> {
  const head = await draftHead(server.pool, asked.params.id);
  const repeated = head && (await publishedAlready(server, head, asked));
  if (repeated) return repeated;
  const refused = whyNot(head, asked.revision) ?? (await whyNotOnBase(server, head!));
  if (refused) return refused;
  const text = await draftText(server.pool, asked.params.id);
  const { pathwayId } = head!;
  const personaEdits = await personaEditCount(server.pool, pathwayId);
  const unfit = await whyUnfit(server, head!, text, asked.body, thread);
  if (unfit) return unfit;
  const published = await refusedAsValue(
    withTransaction(server.pool, (client) =>
      publish(server, client, asked, { pathwayId, personaEdits }),
    ),
  );
  if (!(published instanceof No)) return published;
  // Who pressed twice asked for it while the first was being checked.
  const now = await draftHead(server.pool, asked.params.id);
  return (await publishedAlready(server, now!, asked)) ?? published;
}

const PUBLISHED = `
select version, content_hash as "contentHash", published_at as "publishedAt"
from pathway_version
where pathway_id = $1 and version = $2 and published_by = $3 and note = $4`;

/** Sent again because the first answer was lost: what it asks for is already so. */
async function publishedAlready(server: Server, head: DraftHead, asked: Asking) {
  if (head.publishedVersion === null || head.revision !== asked.revision) return undefined;
  const { rows } = await server.pool.query<Published & { publishedAt: Date }>(PUBLISHED, [
    head.pathwayId,
    head.publishedVersion,
    asked.reader.id,
    asked.body.note,
  ]);
  const row = rows[0];
  return row && { ...row, pathway: head.pathwayId, publishedAt: row.publishedAt.toISOString() };
}

/** Asked before the check, which takes seconds, and again once the pathway is held. */
async function whyNotOnBase({ pool }: Server, head: DraftHead): Promise<No | undefined> {
  const { rows } = await pool.query<{ version: number }>(
    'select current_version as version from pathway where id = $1',
    [head.pathwayId],
  );
  const current = rows[0]?.version ?? null;
  return current === head.baseVersion ? undefined : no('version-not-current');
}

/** What was checked, and how often its personas had been changed until then. */
interface Checked {
  readonly pathwayId: string;
  readonly personaEdits: number;
}

/** Throws `Refused`; pathway first, draft second, so that no two wait for each other. */
async function publish(
  server: Server,
  client: ClientBase,
  { params, body, reader, revision }: Asking,
  { pathwayId: pathway, personaEdits }: Checked,
): Promise<Published> {
  const next = await nextVersion(client, pathway);
  await client.query('select from draft where id = $1 for update', [params.id]);
  const head = await draftHead(client, params.id);
  const refused = whyNot(head, revision) ?? (await whyUnapproved(server, client, head!, reader.id));
  if (refused) throw new Refused(refused);
  if (next.current !== head!.baseVersion) throw new Refused(no('version-not-current'));
  if ((await personaEditCount(client, pathway)) !== personaEdits) {
    throw new Refused(no('personas-changed'));
  }
  const document = await draftText(client, params.id);
  const contentHash = createHash('sha256').update(document).digest('hex');
  if (contentHash === next.newestHash) throw new Refused(no('version-unchanged'));
  const at = server.clock();
  const version = next.number;
  await client.query(
    `insert into pathway_version
       (pathway_id, version, document, content_hash, published_at, published_by, note)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [pathway, version, document, contentHash, at, reader.id, body.note],
  );
  await setCurrentVersion(client, pathway);
  await client.query('update draft set published_version = $2 where id = $1', [params.id, version]);
  await announcePathway(client, pathway);
  return { pathway, version, contentHash, publishedAt: at.toISOString() };
}

interface Next {
  readonly number: number;
  /** Null for a pathway that has no version yet. */
  readonly current: number | null;
  readonly newestHash: string | null;
}

// The current version may be published again where newer ones are withdrawn: who began on those
// comes back to it only by a version that is newer still.
const NEXT = `
select v.version + 1 as number, w.current_version as current, v.content_hash as "newestHash"
from pathway w join pathway_version v on v.pathway_id = w.id
where w.id = $1
order by v.version desc limit 1`;

/** Holds the pathway's row, which a new pathway gets here: of two who publish, one waits. */
async function nextVersion(client: ClientBase, pathway: string): Promise<Next> {
  const begun = await client.query(
    'insert into pathway (id, current_version) values ($1, 1) on conflict do nothing',
    [pathway],
  );
  if (begun.rowCount === 1) return { number: 1, current: null, newestHash: null };
  await client.query('select from pathway where id = $1 for update', [pathway]);
  return (await client.query<Next>(NEXT, [pathway])).rows[0]!;
}

// By somebody who is still a coordinator, and neither saved this revision nor publishes it: whoever
// drew the rest of it could otherwise approve and publish a colleague's last touch.
const APPROVED = `
select from draft_approval a join person p on p.id = a.person_id
where a.draft_id = $1 and a.revision = $2 and a.person_id <> all ($3)
  and p.active and 'coordinator' = any(p.roles) limit 1`;

async function whyUnapproved(
  { settings }: Server,
  client: ClientBase,
  head: DraftHead,
  publisher: string,
): Promise<No | undefined> {
  if (!settings.secondApproval) return undefined;
  const { rowCount } = await client.query(APPROVED, [
    head.id,
    head.revision,
    [head.changedBy, publisher],
  ]);
  return rowCount === 0 ? no('approval-missing') : undefined;
}
