import { MOVING } from './moving-entries.ts';

const KINDS = MOVING.map((kind) => `'${kind}'`).join(', ');

/**
 * Statement: the revisions of cases that were undone, by `case_id` and `revision`. An undoing names
 * the step by its number among the steps. Few cases have one, and an index knows them.
 */
export const UNDONE_REVISIONS = `
  select m.case_id, m.revision from (
    select case_id, revision, row_number() over (partition by case_id order by revision) - 1 as at
    from trace_entry where kind in (${KINDS})
      and case_id in (select case_id from trace_entry where kind = 'undo')
  ) m join trace_entry u on u.case_id = m.case_id and u.kind = 'undo'
    and (u.facts::json #>> '{event,of}')::bigint = m.at`;
