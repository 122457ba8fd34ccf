/** What an undoing makes of activities, seats and sub-cases: their very rows, not new ones. */
import { type CaseState, type DeviationChange, openActivities } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';
import type { Words } from '../../contract/words.ts';
import { type No, no } from '../../http/problems.ts';
import { isBegunAnew } from '../begun-anew.ts';
import type { RevisedActivity } from '../case-write.ts';
import type { EffectRows } from '../effect-rows.ts';
import { Refused } from '../refusal.ts';
import { sentence } from './sentence.ts';

interface FormerRow extends Omit<RevisedActivity, 'status' | 'dueAt'> {
  readonly activity: string;
  readonly kind: string;
  readonly label: Words;
  readonly status: string;
  readonly dueAt: Date | null;
  readonly organisation: string | null;
  readonly personId: string | null;
  readonly openedRevision: number;
  readonly subCaseId: string | null;
  readonly editionId: string | null;
  /** What its enrolment was before it was dropped. */
  readonly droppedFrom: string | null;
  readonly isFull: boolean | null;
}

/** The rows that a step ended, and all that are open now. */
export interface FormerRows {
  readonly revision: number;
  readonly ended: readonly FormerRow[];
  readonly open: readonly FormerRow[];
}

const READ = `
SELECT a.id, a.activity, a.kind, a.label, a.help, a.status, a.step, a.role, a.form,
  a.due_at AS "dueAt", a.organisation_id AS "organisationId", g.name AS organisation,
  a.person_id AS "personId", a.opened_revision AS "openedRevision", a.sub_case_id AS "subCaseId",
  n.edition_id AS "editionId", n.dropped_from AS "droppedFrom", e.taken >= e.seats AS "isFull"
FROM activity a LEFT JOIN organisation g ON g.id = a.organisation_id
LEFT JOIN enrolment n ON n.activity_id = a.id LEFT JOIN edition e ON e.id = n.edition_id
WHERE a.case_id = $1 AND (a.closed_revision = $2 OR a.status IN ('open', 'accepted'))
ORDER BY n.edition_id, a.id`;

/** Of the step that made this revision. */
export async function formerRows(
  pool: Pool,
  caseId: string,
  revision: number,
): Promise<FormerRows> {
  const { rows } = await pool.query<FormerRow>({
    name: 'former-rows',
    text: READ,
    values: [caseId, revision],
  });
  const isOpen = ({ status }: FormerRow) => status === 'open' || status === 'accepted';
  return { revision, open: rows.filter(isOpen), ended: rows.filter((row) => !isOpen(row)) };
}

/** All that are open; with the revision that is to come nothing has ended yet. */
export const openRows = async (pool: Pool, caseId: string, revision: number) =>
  (await formerRows(pool, caseId, revision + 1)).open;

/**
 * The rows that are open again. A task that the step ended and opened anew is the earlier one
 * again; a seat that was given up and taken again is left as it is: between the two somebody who
 * waits would get it.
 */
function again({ revision, ended, open }: FormerRows, state: CaseState): FormerRow[] {
  const has = openActivities(state);
  return ended.filter(({ activity, kind }) => {
    if (!Object.hasOwn(has, activity) || isBegunAnew(kind)) return false;
    const successor = open.find((row) => row.activity === activity);
    return !successor || (kind !== 'enrolment' && successor.openedRevision === revision);
  });
}

/** The rows of an undoing, with the very activities that were open, as they were. */
export function rowsAgain(rows: EffectRows, former: FormerRows, state: CaseState): EffectRows {
  const reopened = again(former, state);
  const names = new Set(reopened.map(({ activity }) => activity));
  const successors = former.open.filter(({ activity }) => names.has(activity));
  return {
    ...rows,
    opened: rows.opened.filter(({ activity }) => !names.has(activity)),
    closed: [
      ...rows.closed,
      ...successors.map(({ activity }) => ({
        activity,
        status: 'withdrawn' as const,
        declineReason: null,
      })),
    ],
    revised: reopened.map(asItWas),
  };
}

function asItWas(row: FormerRow): RevisedActivity {
  const { id, step, role, label, help, form, organisationId, dueAt, personId } = row;
  return {
    ...{ id, step, role, label, help, form, organisationId },
    status: personId === null ? 'open' : 'accepted',
    dueAt: dueAt?.toISOString() ?? null,
  };
}

/** What rows from before it was kept were dropped from: whoever had accepted was attending. */
const droppedFrom = (row: FormerRow) =>
  row.droppedFrom ?? (row.personId === null ? 'enrolled' : 'attending');

/** Is a seat that was given up no longer free? */
export function whyRowsRefuse(former: FormerRows, state: CaseState): No | undefined {
  const lost = again(former, state).find((row) => row.isFull && droppedFrom(row) !== 'waiting');
  if (!lost) return undefined;
  const { words } = sentence('seat', lost.label, TAKEN.it, TAKEN.en);
  return no('undo-seat', { detail: words });
}

const TAKEN = {
  it: 'Il posto in # nel frattempo è stato dato a qualcun altro.',
  en: 'The seat in # has been given to somebody else meanwhile.',
};

const TAKE = 'UPDATE edition SET taken = taken + 1 WHERE id = $1 AND taken < seats';
const PUT = `
UPDATE enrolment SET status = $2, dropped_from = NULL
WHERE activity_id = $1 AND status = 'dropped'`;

/** Takes the seats back, or refuses; whoever waited is at their old place in the queue again. */
export async function takeSeatsBack(
  client: ClientBase,
  former: FormerRows,
  state: CaseState,
): Promise<void> {
  for (const row of again(former, state)) {
    if (row.kind !== 'enrolment') continue;
    const status = droppedFrom(row);
    if (status !== 'waiting') {
      const { rowCount } = await client.query(TAKE, [row.editionId]);
      if (rowCount === 0) throw new Refused(no('undo-seat'));
    }
    await client.query(PUT, [row.id, status]);
  }
}

/** What is open now and is withdrawn. */
export function withdrawn({ open }: FormerRows, state: CaseState): FormerRow[] {
  const has = openActivities(state);
  return open.filter(({ activity }) => !Object.hasOwn(has, activity));
}

/** Of what an undoing withdraws, what a partner has accepted. */
export const acceptedMeanwhile = (former: FormerRows, state: CaseState): DeviationChange[] =>
  acceptedAmong(withdrawn(former, state));

/** A partner who has accepted has perhaps begun: a letter in some minutes may come too late. */
export function acceptedAmong(rows: readonly FormerRow[]): DeviationChange[] {
  return rows
    .filter(({ status, organisation }) => status === 'accepted' && organisation !== null)
    .map(({ label, organisation }) =>
      sentence(
        'activity',
        label,
        `# è già in mano a ${organisation}: un messaggio dirà che non serve più; meglio avvisarla.`,
        `# is in the hands of ${organisation} already: a message will say it is off; better tell them.`,
      ),
    );
}
