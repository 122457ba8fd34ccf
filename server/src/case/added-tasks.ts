import type { Words } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';

/** A task that a case manager added; its label is private and stands nowhere but in this row. */
export interface AddedTask {
  readonly id: string;
  readonly activity: string;
  readonly label: Words;
  readonly form: string | null;
  readonly isOpen: boolean;
}

/** The engine's name of an added task, `ad-hoc/<n>`; each case has each number but once. */
export const isAddedTask = (activity: string) => activity.startsWith('ad-hoc/');

/** Those of one case, ended ones too, by activity. */
export async function addedTasks(
  on: Pool | ClientBase,
  caseId: string,
): Promise<ReadonlyMap<string, AddedTask>> {
  const { rows } = await on.query<AddedTask>({
    name: 'added-tasks',
    text: `SELECT id, activity, label, form, status IN ('open', 'accepted') AS "isOpen"
      FROM activity WHERE case_id = $1 AND activity LIKE 'ad-hoc/%' ORDER BY opened_revision`,
    values: [caseId],
  });
  return new Map(rows.map((row) => [row.activity, row]));
}
