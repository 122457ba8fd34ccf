import { type Facts, type Pathway, presentSteps, start } from '@percorso/engine';
import type { ClientBase } from 'pg';
import { no } from '../http/problems.ts';
import { noOf } from '../http/refusals.ts';
import type { Server } from '../server.ts';
import { circumstancesOf } from './advance-case.ts';
import { type Actor, caseWrite, type Decision } from './decision.ts';
import { effectRows } from './effect-rows.ts';
import { type LoadedCase, loadCase, UNBORN } from './load-case.ts';
import { mailOf } from './messages.ts';
import { currentVersion, pathwayVersion } from './pathway-versions.ts';
import { Refused } from './refusal.ts';
import { writeRevision } from './write-in-transaction.ts';

export interface NewCaseRow {
  readonly id: string;
  readonly pathwayId: string;
  readonly participantId: string;
  readonly caseManagerId: string | null;
  readonly parent?: { readonly caseId: string; readonly activity: string };
  readonly receiptCode?: string;
  readonly data?: Facts;
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * Begins a case of a participant whose row exists, within an open transaction. The row is inserted
 * at revision 0 and its first entry is then written like any other; throws `Refused` when the
 * pathway says no.
 */
export async function startCase(
  server: Server,
  client: ClientBase,
  row: NewCaseRow,
): Promise<LoadedCase> {
  const version = await currentVersion(client, row.pathwayId);
  if (version === undefined) throw new Refused(no('pathway-closed'));
  await client.query(
    `INSERT INTO "case" (id, pathway_id, version, participant_id, case_manager_id, parent_case_id,
       parent_activity, revision, status, snapshot, steps, receipt_code, link_epoch, registered_at,
       changed_at, last_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 'active', '{}', '{}', $8, 0, $9, $9, '')`,
    [
      row.id,
      row.pathwayId,
      version,
      row.participantId,
      row.caseManagerId,
      row.parent?.caseId ?? null,
      row.parent?.activity ?? null,
      row.receiptCode ?? null,
      row.at,
    ],
  );
  const loaded = (await loadCase(client, row.id))!;
  const pathway = await pathwayVersion(server, row.pathwayId, version, client);
  const decision = decideStart(server, loaded, pathway, row);
  const mail = await mailOf(server, loaded, pathway.document, decision, row.at, client);
  const write = caseWrite(server, loaded, decision, row.actor, row.at, mail, undefined);
  await writeRevision(server, client, { loaded, decision, write });
  return loaded;
}

function decideStart(
  server: Server,
  loaded: LoadedCase,
  pathway: Pathway,
  row: NewCaseRow,
): Decision {
  const started = start(pathway, circumstancesOf(loaded, pathway, row.at), row.data);
  if (!started.ok) throw new Refused(noOf(started.refusal));
  return {
    kind: 'start',
    facts: started.entry,
    entered: started.entry.entered,
    left: [],
    privateAnswers: {},
    state: started.state,
    steps: presentSteps(pathway, started.state),
    rows: effectRows({
      caseId: row.id,
      parentCaseId: row.parent?.caseId ?? null,
      before: UNBORN,
      after: started.state,
      event: { type: 'start' },
      effects: started.effects,
      newId: server.newId,
    }),
  };
}
