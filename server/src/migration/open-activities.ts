import { activitiesIn, addDuration, type PathwayDocument } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';
import type { RevisedActivity } from '../case/case-write.ts';
import { TIME_ZONE } from '../case/time-zone.ts';

/** An activity that is open, as its row is. */
export interface OpenRow extends RevisedActivity {
  readonly caseId: string;
  readonly activity: string;
  readonly kind: string;
  readonly openedAt: Date;
  /** Of its enrolment, if it has one. */
  readonly enrolment: string | null;
}

const OPEN = `
select a.id, a.case_id as "caseId", a.activity, a.kind, a.status, a.step, a.role,
  a.organisation_id as "organisationId", a.label, a.help, a.form, a.due_at as "dueAt",
  a.opened_at as "openedAt", n.status as enrolment
from activity a left join enrolment n on n.activity_id = a.id
where a.case_id = any ($1) and a.status in ('open', 'accepted')`;

/** What is open in some cases, by case and activity. */
export async function openActivities(
  on: Pool | ClientBase,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenRow[]>> {
  type Row = Omit<OpenRow, 'dueAt'> & { readonly dueAt: Date | null };
  const { rows } = await on.query<Row>({
    name: 'migration-open-activities',
    text: OPEN,
    values: [caseIds],
  });
  const texts = rows.map((row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null }));
  return Map.groupBy(texts, ({ caseId }) => caseId);
}

/**
 * As the document describes it; it is due that long after it was opened. It stays with whoever has
 * it: what is given to somebody else is opened anew.
 */
export function revisedAs(document: PathwayDocument, row: OpenRow): RevisedActivity {
  const { step, input } = activitiesIn(document).get(row.activity)!;
  const { due } = input;
  return {
    id: row.id,
    status: row.status,
    step,
    role: row.role,
    organisationId: row.organisationId,
    label: input.label,
    help: input.help ?? null,
    form: input.form ?? null,
    dueAt: due === undefined ? null : addDuration(row.openedAt.toISOString(), due, TIME_ZONE),
  };
}
