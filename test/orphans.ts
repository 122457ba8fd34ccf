/** What must hold in the database whatever happened to it: nothing hangs in the air. */
import type { Pool } from 'pg';

const OPEN = `status IN ('open', 'accepted')`;

/** Each finds what contradicts its name; nothing is what we want. */
const CHECKS: Readonly<Record<string, string>> = {
  'a case has exactly the entries of its revisions, and the last one’s hash': `
    SELECT c.id FROM "case" c LEFT JOIN trace_entry l
      ON l.case_id = c.id AND l.revision = c.revision
    WHERE l.hash IS DISTINCT FROM c.last_hash
      OR c.revision <> (SELECT count(*) FROM trace_entry t WHERE t.case_id = c.id)`,
  'an entry belongs to a revision that its case has reached': `
    SELECT t.case_id FROM trace_entry t LEFT JOIN "case" c ON c.id = t.case_id
    WHERE c.id IS NULL OR t.revision > c.revision`,
  'the open activities are those of the snapshot': `
    SELECT c.id FROM "case" c CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_object_agg(a.activity, a.kind), '{}') AS found
      FROM activity a WHERE a.case_id = c.id AND a.${OPEN}) a
    WHERE a.found <> CASE WHEN c.status = 'done' THEN '{}'
      ELSE (c.snapshot::jsonb -> 'activities') || coalesce((
        SELECT jsonb_object_agg(added, 'task')
        FROM jsonb_object_keys(c.snapshot::jsonb -> 'adHoc') added), '{}') END`,
  'the timers are those of the snapshot': `
    SELECT c.id FROM "case" c CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_object_agg(t.timer, extract(epoch FROM t.due_at)), '{}') AS found
      FROM timer t WHERE t.case_id = c.id) t
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_object_agg(key, extract(epoch FROM value::timestamptz)), '{}') AS kept
      FROM jsonb_each_text(c.snapshot::jsonb -> 'timers')) s
    WHERE t.found <> CASE WHEN c.status = 'done' THEN '{}' ELSE s.kept END`,
  'a timer has the job that fires it': `
    SELECT t.case_id FROM timer t WHERE NOT EXISTS (SELECT FROM graphile_worker.jobs j
      WHERE j.key = 'timer:' || t.case_id || ':' || t.timer)`,
  'an edition’s taken seats are those of its enrolments': `
    SELECT e.id FROM edition e WHERE e.taken <> (SELECT count(*) FROM enrolment n
      WHERE n.edition_id = e.id AND n.status IN ('enrolled', 'attending', 'completed'))`,
  'an enrolment runs as long as its activity': `
    SELECT coalesce(n.id, a.id) FROM enrolment n FULL JOIN
      (SELECT * FROM activity WHERE kind = 'enrolment') a ON a.id = n.activity_id
    WHERE a.id IS NULL OR n.id IS NULL
      OR a.${OPEN} <> (n.status IN ('waiting', 'enrolled', 'attending'))`,
  'a sub-case runs as long as the activity that waits for it, or is about to tell it': `
    SELECT a.id FROM activity a LEFT JOIN "case" c ON c.id = a.sub_case_id
    WHERE a.kind = 'pathway' AND (c.id IS NULL OR (a.${OPEN} <> (c.status = 'active')
      AND NOT EXISTS (SELECT FROM graphile_worker.jobs j
        WHERE j.key = 'sub-case-ended:' || c.id)))`,
  'a participant has a case': `
    SELECT p.id FROM participant p
    WHERE NOT EXISTS (SELECT FROM "case" c WHERE c.participant_id = p.id)`,
  'a letter that waits has the job that sends it': `
    SELECT o.id FROM outbox o WHERE o.status = 'waiting' AND NOT EXISTS (
      SELECT FROM graphile_worker.jobs j WHERE j.key = 'mail:' || o.key)`,
};

/** One line for each thing that hangs in the air. */
export async function findOrphans(pool: Pool): Promise<string[]> {
  const found: string[] = [];
  for (const [rule, query] of Object.entries(CHECKS)) {
    const { rows } = await pool.query<Record<string, string>>(query);
    found.push(...rows.map((row) => `${Object.values(row)[0]}: not so: ${rule}`));
  }
  return found;
}
