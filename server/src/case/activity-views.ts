import type { PathwayDocument } from '@percorso/engine';
import type { Pool } from 'pg';
import type { TaskFacts } from '../access/policies/tasks.ts';
import { mayDoTask } from '../access/policies/tasks.ts';
import type { Reader } from '../access/reader.ts';
import type { ActivityView } from '../contract/cases.ts';
import type { Language, Role, Words } from '../contract/words.ts';
import { placeInWords } from './activity-input.ts';

/** The columns of an activity with the names that it is shown with; see `ActivityRow`. */
export const ACTIVITY_COLUMNS = `
  a.id, a.case_id, a.activity, a.kind, a.label, a.help, a.status, a.role, a.form, a.opened_at,
  a.due_at, a.appointment_at, a.appointment_place, a.sub_case_id, a.decline_reason,
  a.organisation_id, g.name AS organisation, a.person_id, w.name AS person, n.edition_id,
  n.status AS enrolment, o.title, e.starts_on::text,
  CASE WHEN n.status = 'waiting' THEN (SELECT count(*)::int FROM enrolment q
    WHERE q.edition_id = n.edition_id AND q.status = 'waiting'
      AND (q.queued_at, q.seq) <= (n.queued_at, n.seq)) END AS position`;

export const ACTIVITY_JOINS = `
  LEFT JOIN organisation g ON g.id = a.organisation_id
  LEFT JOIN person w ON w.id = a.person_id
  LEFT JOIN enrolment n ON n.activity_id = a.id
  LEFT JOIN edition e ON e.id = n.edition_id
  LEFT JOIN opportunity o ON o.id = e.opportunity_id`;

export interface ActivityRow {
  readonly id: string;
  readonly case_id: string;
  readonly activity: string;
  readonly kind: ActivityView['kind'];
  readonly label: Words;
  readonly help: Words | null;
  readonly status: ActivityView['status'];
  readonly role: Role | null;
  readonly form: string | null;
  readonly opened_at: Date;
  readonly due_at: Date | null;
  readonly appointment_at: Date | null;
  readonly appointment_place: string | null;
  readonly sub_case_id: string | null;
  readonly decline_reason: string | null;
  readonly organisation_id: string | null;
  readonly organisation: string | null;
  readonly person_id: string | null;
  readonly person: string | null;
  readonly edition_id: string | null;
  readonly enrolment: NonNullable<ActivityView['enrolment']>['status'] | null;
  readonly title: Words | null;
  readonly starts_on: string | null;
  readonly position: number | null;
}

/** The activities of one case, the open ones first. */
export async function readActivities(pool: Pool, caseId: string): Promise<ActivityRow[]> {
  const { rows } = await pool.query<ActivityRow>({
    name: 'activities-of-case',
    text: `SELECT ${ACTIVITY_COLUMNS} FROM activity a ${ACTIVITY_JOINS} WHERE a.case_id = $1
      ORDER BY a.status NOT IN ('open', 'accepted'), a.opened_at DESC, a.id`,
    values: [caseId],
  });
  return rows;
}

export function activityView(
  row: ActivityRow,
  document: PathwayDocument,
  reader: { readonly reader: Reader; readonly language: Language },
  caseFacts: TaskFacts['case'],
  now: Date,
): ActivityView {
  const isOpen = row.status === 'open' || row.status === 'accepted';
  return {
    id: row.id,
    activity: row.activity,
    kind: row.kind,
    label: row.label,
    status: row.status,
    assignedTo: {
      role: row.role,
      organisation: row.organisation_id
        ? { id: row.organisation_id, name: row.organisation ?? '' }
        : null,
      person: row.person_id ? { id: row.person_id, name: row.person ?? '' } : null,
    },
    form: row.form,
    openedAt: row.opened_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    overdue: isOpen && row.due_at !== null && row.due_at < now,
    mine: isOpen && isDoable(row) && mayDoTask(reader.reader, taskFacts(row, caseFacts)),
    appointment:
      row.kind === 'appointment'
        ? {
            at: row.appointment_at?.toISOString() ?? null,
            place: placeInWords(document, row.activity, row.appointment_place, reader.language),
          }
        : null,
    enrolment: enrolmentOf(row),
    subCase: row.sub_case_id,
  };
}

/** A sub-pathway and a service end by themselves; who waits for a seat has nothing to attend. */
export const isDoable = (row: Pick<ActivityRow, 'kind' | 'enrolment'>) =>
  row.kind !== 'pathway' && row.kind !== 'service' && row.enrolment !== 'waiting';

export const taskFacts = (row: ActivityRow, caseFacts: TaskFacts['case']): TaskFacts => ({
  organisationId: row.organisation_id,
  role: row.role,
  personId: row.person_id,
  case: caseFacts,
});

function enrolmentOf(row: ActivityRow): ActivityView['enrolment'] {
  if (!row.edition_id || !row.enrolment || !row.title || !row.starts_on) return null;
  return {
    edition: row.edition_id,
    title: row.title,
    startsOn: row.starts_on,
    status: row.enrolment,
    position: row.position,
  };
}
