import type { CaseState } from '@percorso/engine';
import type { ClientBase } from 'pg';
import type { Server } from '../server.ts';
import { caseWrite, type Decision } from './decision.ts';
import { NO_EFFECT } from './effect-rows.ts';
import { endedRows } from './end-case.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { startCase } from './start-case.ts';
import { writeRevision } from './write-in-transaction.ts';
import { writeRevisions } from './write-statement.ts';

/** A sub-pathway is a case of its own: the same youth and case manager, and a way back. */
export async function startSubCases(
  server: Server,
  client: ClientBase,
  parent: LoadedCase,
  decision: Decision,
  at: Date,
): Promise<void> {
  for (const { activity, pathway, data } of decision.rows.subCases) {
    await startCase(server, client, {
      id: activity.subCaseId!,
      pathwayId: pathway,
      participantId: parent.participantId,
      caseManagerId: parent.caseManagerId,
      parent: { caseId: parent.id, activity: activity.activity },
      data,
      actor: { kind: 'system' },
      at,
    });
    await client.query(
      `INSERT INTO case_share (case_id, person_id)
       SELECT $1, person_id FROM case_share WHERE case_id = $2`,
      [activity.subCaseId, parent.id],
    );
  }
}

/** A case `$1` and the sub-cases within it, ended ones too. */
export const FAMILY = `
WITH RECURSIVE family AS (
  SELECT id FROM "case" WHERE id = $1
  UNION SELECT c.id FROM "case" c JOIN family f ON c.parent_case_id = f.id
)`;

/** Whoever hands a case over hands over its sub-cases: nobody keeps sight of a part of it. */
export async function handOverSubCases(
  server: Server,
  client: ClientBase,
  caseId: string,
  caseManagerId: string,
  by: string,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `${FAMILY} SELECT id FROM "case" WHERE id IN (SELECT id FROM family) AND id <> $1
     ORDER BY id FOR UPDATE`,
    [caseId],
  );
  for (const { id } of rows) {
    const loaded = (await loadCase(client, id))!;
    const decision: Decision = {
      kind: 'assigned',
      facts: { event: { type: 'assigned', person: caseManagerId } },
      entered: [],
      left: [],
      privateAnswers: {},
      rows: NO_EFFECT,
      caseManagerId,
    };
    const actor = { kind: 'person', id: by } as const;
    const write = caseWrite(server, loaded, decision, actor, server.clock(), [], undefined);
    await writeRevisions(client, [write]);
  }
}

/** Sub-cases whose activity this revision withdrew end with it, and give back what they held. */
export async function withdrawSubCases(
  server: Server,
  client: ClientBase,
  caseId: string,
  revision: number,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT c.id FROM activity a JOIN "case" c ON c.id = a.sub_case_id
     WHERE a.case_id = $1 AND a.closed_revision = $2 AND a.status = 'withdrawn'
       AND c.status = 'active' FOR UPDATE OF c`,
    [caseId, revision],
  );
  for (const { id } of rows) await withdrawSubCase(server, client, id);
}

async function withdrawSubCase(server: Server, client: ClientBase, id: string): Promise<void> {
  const loaded = (await loadCase(client, id))!;
  const decision: Decision = {
    kind: 'withdrawn',
    facts: { event: { type: 'withdrawn' } },
    entered: [],
    left: [],
    privateAnswers: {},
    rows: endedRows(JSON.parse(loaded.snapshot) as CaseState),
    endedAs: 'withdrawn',
  };
  const now = server.clock();
  const write = caseWrite(server, loaded, decision, { kind: 'system' }, now, [], undefined);
  await writeRevision(server, client, { loaded, decision, write });
}
