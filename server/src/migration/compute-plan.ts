import type { Pool } from 'pg';
import { TIME_ZONE } from '../case/time-zone.ts';
import { GIVEN_UP, planningThread } from '../drafts/document-thread.ts';
import type { Server } from '../server.ts';
import { documentText } from './document-text.ts';
import { byVersion, type Inside, readInside } from './inside.ts';
import { type MigrationHead, migrationHead } from './migration-head.ts';
import { readOutlook } from './outlook.ts';
import type { Planned, VersionAsked } from './plan-work.ts';
import { renamesSince } from './renames-since.ts';
import { storePlan } from './store-plan.ts';
import { answersIn, rulesIn } from './stored-plan.ts';

/**
 * Finds out what a preview or a plan means for everybody who is inside, away from the requests. A
 * repeat does no harm, and neither does a second process: what was overtaken is not stored.
 */
export async function computePlan(server: Server, id: string): Promise<void> {
  const head = await migrationHead(server.pool, id);
  if (head?.status !== 'computing') return;
  const inside = await readInside(server.pool, head);
  const planned = await plan(server, head, inside);
  if (planned === GIVEN_UP) throw new Error('the plan took too long or too much memory');
  await storePlan(server, head, inside, planned);
}

const PROGRESS = `update pathway_migration set done = $2, total = $3
  where id = $1 and status = 'computing'`;
const TELL_EVERY_MS = 300;

async function plan(
  server: Server,
  head: MigrationHead,
  inside: readonly Inside[],
): Promise<Planned | typeof GIVEN_UP> {
  const { pool } = server;
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const tell = () => pool.query(PROGRESS, [head.id, Atomics.load(progress, 0), inside.length]);
  await tell();
  // Progress that is not told is no reason to stop.
  const telling = setInterval(() => void tell().catch(() => {}), TELL_EVERY_MS);
  try {
    const after = await textAfter(pool, head);
    return await planningThread.ask({
      kind: 'plan',
      after,
      versions: await versionsOf(pool, head, inside),
      circumstances: { now: server.clock().toISOString(), timeZone: TIME_ZONE },
      outlook: await readOutlook(pool, after),
      progress,
    });
  } finally {
    clearInterval(telling);
  }
}

const DRAWN = 'select document as text from pathway_migration where id = $1';

/** What cases would go over to: a published version, or a draft as it was when this was asked. */
async function textAfter(pool: Pool, { id, pathwayId, toVersion }: MigrationHead): Promise<string> {
  if (toVersion !== null) return documentText(pool, pathwayId, toVersion);
  return (await pool.query<{ text: string }>(DRAWN, [id])).rows[0]!.text;
}

async function versionsOf(
  pool: Pool,
  { pathwayId, toVersion, draftId, decisions }: MigrationHead,
  inside: readonly Inside[],
): Promise<VersionAsked[]> {
  const asked: VersionAsked[] = [];
  for (const [version, cases] of byVersion(inside)) {
    const until = { version: toVersion, draft: draftId };
    const answers = answersIn(decisions).filter((one) => one.version === version);
    const rules = rulesIn(decisions).filter((one) => one.version === version);
    asked.push({
      version,
      text: await documentText(pool, pathwayId, version),
      renamedSteps: await renamesSince(pool, pathwayId, version, until),
      decisions: answers.flatMap(({ steps, at }) => (at ? [{ steps, at }] : [])),
      staying: answers.filter(({ at }) => at === null),
      stayingAt: rules.map(({ step }) => step.step),
      cases: cases.map(({ id: _, version: __, revision: ___, ...one }) => one),
    });
  }
  return asked;
}
