import { mayDoTask, mayReadTask } from '../access/policies/tasks.ts';
import type { Reader } from '../access/reader.ts';
import { hasRole } from '../access/reader.ts';
import type { TaskList, TaskView } from '../contract/tasks.ts';
import type { Language } from '../contract/words.ts';
import { type No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import {
  ACTIVITY_COLUMNS,
  ACTIVITY_JOINS,
  type ActivityRow,
  activityView,
  isDoable,
  taskFacts,
} from './activity-views.ts';
import { ageOn } from './participant-facts.ts';
import { pathwayVersion } from './pathway-versions.ts';
import { TIME_ZONE } from './time-zone.ts';

export interface TaskRow extends ActivityRow {
  readonly pathway_id: string;
  readonly version: number;
  readonly case_manager_id: string | null;
  readonly manager: string | null;
  readonly shared: boolean;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly group_name: string | null;
  readonly born: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly contact: string | null;
  readonly head_count: number | null;
}

const FROM = `
FROM activity a ${ACTIVITY_JOINS}
JOIN "case" c ON c.id = a.case_id
JOIN participant p ON p.id = c.participant_id
LEFT JOIN person m ON m.id = c.case_manager_id`;

const COLUMNS = `${ACTIVITY_COLUMNS}, c.pathway_id, c.version, c.case_manager_id,
  m.name AS manager, p.first_name, p.last_name, p.group_name, p.birth_date::text AS born, p.email,
  p.phone, p.contact, p.head_count,
  EXISTS (SELECT FROM case_share s WHERE s.case_id = c.id AND s.person_id = $1) AS shared`;

/**
 * A partner's tasks are its organisation's; a case manager's are those of the role in their own
 * cases; a coordinator's are those of the role wherever they are.
 */
const MINE = `
  a.kind IN ('task', 'appointment', 'enrolment') AND (
    ($2::text IS NOT NULL AND a.organisation_id = $2)
    OR (a.organisation_id IS NULL AND a.role = ANY ($3)
      AND (a.person_id IS NULL OR a.person_id = $1)
      AND (c.case_manager_id = $1 OR a.role = 'coordinator')))`;

/** The page is found first: only its rows are worth their names, seats and places in a queue. */
const LIST = `
WITH page AS (
  SELECT a.id, count(*) OVER ()::int AS total,
    row_number() OVER (ORDER BY CASE WHEN $4 THEN a.due_at END NULLS LAST,
      CASE WHEN $4 THEN a.opened_at END, a.closed_at DESC, a.id) AS place
  FROM activity a JOIN "case" c ON c.id = a.case_id
  WHERE ${MINE} AND (a.status IN ('open', 'accepted')) = $4
  ORDER BY place OFFSET $5 LIMIT $6
)
SELECT ${COLUMNS}, page.total ${FROM} JOIN page ON page.id = a.id ORDER BY page.place`;

interface Page {
  readonly status: 'open' | 'closed';
  readonly offset: number;
  readonly limit: number;
}

/** One page of the reader's own tasks, what is due first. */
export async function listTasks(
  server: Server,
  reader: Reader,
  language: Language,
  { status, offset, limit }: Page,
): Promise<TaskList> {
  const { rows } = await server.pool.query<TaskRow & { total: number }>({
    name: 'list-tasks',
    text: LIST,
    values: [
      reader.id,
      ownOrganisation(reader),
      reader.roles.filter((role) => role !== 'partner-operator'),
      status === 'open',
      offset,
      limit,
    ],
  });
  const tasks = await Promise.all(rows.map((row) => taskView(server, row, reader, language)));
  return { tasks, total: rows[0]?.total ?? 0 };
}

const ownOrganisation = (reader: Reader) =>
  hasRole(reader, 'partner-operator') ? (reader.organisation?.id ?? null) : null;

/** A task that the reader may see; what one may not see doesn't exist. */
export async function readTask(server: Server, reader: Reader, id: string): Promise<TaskRow | No> {
  const { rows } = await server.pool.query<TaskRow>({
    name: 'read-task',
    text: `SELECT ${COLUMNS} ${FROM} WHERE a.id = $2
      AND a.kind IN ('task', 'appointment', 'enrolment')`,
    values: [reader.id, id],
  });
  const row = rows[0];
  return row && mayReadTask(reader, factsOf(reader, row)) ? row : no('not-found');
}

export const factsOf = (reader: Reader, row: TaskRow) => taskFacts(row, caseFactsOf(reader, row));

const caseFactsOf = (reader: Reader, row: TaskRow) => ({
  caseManagerId: row.case_manager_id,
  sharedWith: row.shared ? [reader.id] : [],
});

/** A task as its doer sees it: a partner gets a first name and an initial, and no contact yet. */
export async function taskView(
  server: Server,
  row: TaskRow,
  reader: Reader,
  language: Language,
): Promise<TaskView> {
  const { document } = await pathwayVersion(server, row.pathway_id, row.version);
  const now = server.clock();
  const facts = factsOf(reader, row);
  const isTeam = mayReadTask(reader, { ...facts, organisationId: null });
  return {
    ...activityView(row, document, { reader, language }, facts.case, now),
    caseId: isTeam ? row.case_id : null,
    subCase: isTeam ? row.sub_case_id : null,
    subject: subjectOf(row, isTeam),
    age: row.born ? ageOn(row.born, now, TIME_ZONE) : null,
    // A partner has it for as long as there is work to do.
    contact: isTeam || row.status === 'accepted' ? contactOf(row) : null,
    headCount: row.head_count,
    pathwayTitle: document.title,
    ...(row.help && { help: row.help }),
    caseManager: row.manager,
    schema: row.form ? (document.forms[row.form] ?? null) : null,
    may: mayDo(reader, row),
    declineReason: row.decline_reason,
  };
}

const contactOf = (row: TaskRow) => row.phone ?? row.email ?? row.contact;

function subjectOf(row: TaskRow, isTeam: boolean): string {
  if (row.group_name !== null) return row.group_name;
  const last = row.last_name ?? '';
  return `${row.first_name ?? ''} ${isTeam ? last : `${last.slice(0, 1)}.`}`.trim();
}

function mayDo(reader: Reader, row: TaskRow): TaskView['may'] {
  const isOpen = row.status === 'open' || row.status === 'accepted';
  if (!isOpen || !isDoable(row) || !mayDoTask(reader, factsOf(reader, row))) return [];
  const isForPartner = row.organisation_id !== null;
  if (!isForPartner) return ['complete'];
  // A partner accepts before doing: with it comes the contact, and the enrolment is attended.
  return row.status === 'open' ? ['accept', 'decline'] : ['complete', 'decline'];
}
