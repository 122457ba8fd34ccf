import type { ClientBase, Pool } from 'pg';
import type { CaseWrite } from './case-write.ts';
import { refusedForNobody } from './organisation-unknown.ts';

/**
 * The statement that everything waits for: it takes any number of revisions of distinct cases and
 * writes each whole or not at all. Every part joins `moved`, and `moved` demands the revision that
 * was read: without that predicate a statement that waited for a lock would go on with what it saw
 * before. `opened` reads `closed` first, because an activity may be left and entered in one step.
 */
const WRITE = (revised: string) => `
WITH input AS (
  SELECT * FROM json_to_recordset($1::json) AS i(
    case_id uuid, expected int, version int, at timestamptz, status text, outcome text,
    snapshot text, steps text[], case_manager_id uuid, link_epoch int, kind text,
    actor_kind text, actor_id uuid, entered text[], left_steps text[], facts text, salt bytea,
    digest bytea, hash bytea, idempotency_key text, request_digest bytea)
), moved AS (
  UPDATE "case" c SET revision = i.expected + 1, version = i.version, status = i.status,
    outcome = i.outcome, snapshot = i.snapshot, steps = i.steps,
    case_manager_id = i.case_manager_id, link_epoch = greatest(c.link_epoch, i.link_epoch),
    changed_at = i.at, last_hash = i.hash
  FROM input i WHERE c.id = i.case_id AND c.revision = i.expected
  RETURNING c.id, c.revision, i.at
), entry AS (
  INSERT INTO trace_entry (case_id, revision, at, kind, actor_kind, actor_id, entered, left_steps,
    facts, salt, digest, hash, idempotency_key, request_digest)
  SELECT m.id, m.revision, i.at, i.kind, i.actor_kind, i.actor_id, i.entered, i.left_steps,
    i.facts, i.salt, i.digest, i.hash, i.idempotency_key, i.request_digest
  FROM moved m JOIN input i ON i.case_id = m.id
  RETURNING case_id, revision, seq
), private AS (
  INSERT INTO private_answer (case_id, revision, field, text)
  SELECT m.id, m.revision, p.field, p.text
  FROM json_to_recordset($2::json) AS p(case_id uuid, field text, text text)
  JOIN moved m ON m.id = p.case_id
), closed AS (
  UPDATE activity a SET status = x.status, decline_reason = x.decline_reason, closed_at = m.at,
    closed_revision = m.revision
  FROM json_to_recordset($3::json)
    AS x(case_id uuid, activity text, status text, decline_reason text)
  JOIN moved m ON m.id = x.case_id
  WHERE a.case_id = x.case_id AND a.activity = x.activity AND a.status IN ('open', 'accepted')
  RETURNING a.id
), opened AS (
  INSERT INTO activity (id, case_id, activity, kind, step, status, role, organisation_id, label,
    help, form, edition_id, due_at, opened_at, opened_revision, appointment_at, appointment_place,
    sub_case_id)
  SELECT o.id, m.id, o.activity, o.kind, o.step, 'open', o.role, o.organisation_id, o.label,
    o.help, o.form, o.edition_id, o.due_at, m.at, m.revision, o.appointment_at,
    o.appointment_place, o.sub_case_id
  FROM json_to_recordset($4::json) AS o(id uuid, case_id uuid, activity text, kind text,
    step text, role text, organisation_id text, label jsonb, help jsonb, form text,
    edition_id uuid, due_at timestamptz, appointment_at timestamptz, appointment_place text,
    sub_case_id uuid)
  JOIN moved m ON m.id = o.case_id
  WHERE (SELECT count(*) FROM closed) >= 0
)${revised}, cleared AS (
  DELETE FROM timer t USING json_to_recordset($5::json) AS x(case_id uuid, timer text), moved m
  WHERE m.id = x.case_id AND t.case_id = x.case_id AND t.timer = x.timer
), timed AS (
  INSERT INTO timer (case_id, timer, step, due_at)
  SELECT m.id, x.timer, x.step, x.due_at
  FROM json_to_recordset($6::json) AS x(case_id uuid, timer text, step text, due_at timestamptz)
  JOIN moved m ON m.id = x.case_id
  ON CONFLICT (case_id, timer) DO UPDATE SET step = excluded.step, due_at = excluded.due_at
), mailed AS (
  INSERT INTO outbox (id, case_id, key, at, recipient, subject, body, status, attempts)
  SELECT x.id, m.id, x.key, m.at, x.recipient, x.subject, x.body, 'waiting', 0
  FROM json_to_recordset($7::json)
    AS x(id uuid, case_id uuid, key text, recipient text, subject text, body text)
  JOIN moved m ON m.id = x.case_id
  ON CONFLICT (key) DO NOTHING
), queued AS (
  SELECT count(*) FROM (
    SELECT array_agg((x.task, x.payload, NULL, x.run_at, NULL, x.key, NULL, NULL)
      ::graphile_worker.job_spec) AS specs
    FROM json_to_recordset($8::json)
      AS x(case_id uuid, task text, payload json, run_at timestamptz, key text)
    JOIN moved m ON m.id = x.case_id) s, LATERAL graphile_worker.add_jobs(s.specs)
  WHERE s.specs IS NOT NULL
)
SELECT e.case_id, e.revision, e.seq, (SELECT count FROM queued) AS queued,
  pg_notify('percorso_change', json_build_object(
    'case', e.case_id, 'revision', e.revision, 'seq', e.seq)::text) AS notified
FROM entry e`;

/** Activities that another version describes; reads `closed` first, for those that open again. */
const REVISED = `, revised AS (
  UPDATE activity a SET status = r.status, step = r.step, role = r.role, label = r.label,
    organisation_id = r.organisation_id, help = r.help, form = r.form, due_at = r.due_at,
    closed_at = NULL, closed_revision = NULL, decline_reason = NULL
  FROM json_to_recordset($9::json) AS r(id uuid, case_id uuid, status text, step text, role text,
    organisation_id text, label jsonb, help jsonb, form text, due_at timestamptz)
  JOIN moved m ON m.id = r.case_id
  WHERE a.id = r.id AND a.case_id = r.case_id AND (SELECT count(*) FROM closed) >= 0
)`;

/** Few changes revise activities: the others don't pay for it. */
const [USUAL, WITH_REVISED] = [WRITE(''), WRITE(REVISED)];

/** A revision that was written. */
export interface Written {
  readonly caseId: string;
  readonly revision: number;
  readonly seq: string;
}

const hex = (bytes: Buffer | null) => bytes && `\\x${bytes.toString('hex')}`;

/**
 * Writes revisions of distinct cases in one statement and says which were written. One that is
 * missing from the answer was stale: nothing of it was written. Throws `Refused`, with nothing
 * written, where one of them gives work to an organisation that isn't there.
 */
export async function writeRevisions(
  on: Pool | ClientBase,
  writes: readonly CaseWrite[],
): Promise<Written[]> {
  const isUsual = writes.every(({ revised }) => revised.length === 0);
  const statement = {
    ...(isUsual
      ? { name: 'write-revisions', text: USUAL }
      : { name: 'write-with-revised', text: WITH_REVISED }),
    values: isUsual ? writeParameters(writes) : [...writeParameters(writes), revisedRows(writes)],
  };
  type Row = { case_id: string; revision: number; seq: string };
  const { rows } = await on.query<Row>(statement).catch((error: unknown) => {
    throw refusedForNobody(error, writes) ?? error;
  });
  return rows.map((row) => ({ caseId: row.case_id, revision: row.revision, seq: row.seq }));
}

function writeParameters(writes: readonly CaseWrite[]): string[] {
  const each = <T>(of: (write: CaseWrite) => readonly T[], row: (item: T) => object) =>
    JSON.stringify(
      writes.flatMap((write) => of(write).map((item) => ({ case_id: write.caseId, ...row(item) }))),
    );
  return [
    JSON.stringify(writes.map(caseRow)),
    each(
      (write) => write.privateAnswers,
      (answer) => answer,
    ),
    each(
      (write) => write.closed,
      ({ activity, status, declineReason }) => ({
        activity,
        status,
        decline_reason: declineReason,
      }),
    ),
    each((write) => write.opened, activityRow),
    each(
      (write) => write.timersCleared,
      (timer) => ({ timer }),
    ),
    each(
      (write) => write.timersSet,
      ({ timer, step, dueAt }) => ({ timer, step, due_at: dueAt }),
    ),
    each(
      (write) => write.mail,
      (mail) => mail,
    ),
    each(
      (write) => write.jobs,
      ({ task, payload, runAt, key }) => ({
        task,
        payload,
        run_at: runAt,
        key,
      }),
    ),
  ];
}

function revisedRows(writes: readonly CaseWrite[]): string {
  const rows = writes.flatMap(({ caseId, revised }) =>
    revised.map(({ organisationId, dueAt, ...row }) => ({
      ...row,
      case_id: caseId,
      organisation_id: organisationId,
      due_at: dueAt,
    })),
  );
  return JSON.stringify(rows);
}

function caseRow(write: CaseWrite): object {
  const { entry } = write;
  return {
    case_id: write.caseId,
    expected: write.expectedRevision,
    version: write.version,
    at: write.at,
    status: write.status,
    outcome: write.outcome,
    snapshot: write.snapshot,
    steps: write.steps,
    case_manager_id: write.caseManagerId,
    link_epoch: write.linkEpoch,
    kind: entry.kind,
    actor_kind: entry.actorKind,
    actor_id: entry.actorId,
    entered: entry.entered,
    left_steps: entry.left,
    facts: entry.facts,
    salt: hex(entry.salt),
    digest: hex(entry.digest),
    hash: hex(entry.hash),
    idempotency_key: entry.idempotencyKey,
    request_digest: hex(entry.requestDigest),
  };
}

function activityRow(activity: CaseWrite['opened'][number]): object {
  return {
    id: activity.id,
    activity: activity.activity,
    kind: activity.kind,
    step: activity.step,
    role: activity.role,
    organisation_id: activity.organisationId,
    label: activity.label,
    help: activity.help,
    form: activity.form,
    edition_id: activity.editionId,
    due_at: activity.dueAt,
    appointment_at: activity.appointmentAt,
    appointment_place: activity.appointmentPlace,
    sub_case_id: activity.subCaseId,
  };
}
