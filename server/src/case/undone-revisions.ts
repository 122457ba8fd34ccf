import { MOVING } from './moving-entries.ts';

const KINDS = MOVING.map((kind) => `'${kind}'`).join(', ');

/**
 * Statement: the revisions of cases that were undone, by `case_id` and `revision`. The kinds alone
 * tell, so it is still known where facts were erased. An undoing ends the last step that holds and
 * never crosses a move to another version: so within a stay on a version, of the steps that were
 * taken while equally many held, the next one after a step that was undone is its undoing. Few
 * cases have one, and an index knows them.
 */
export const UNDONE_REVISIONS = `
  select case_id, revision from (
    select case_id, revision, kind, lead(kind) over (
      partition by case_id, level, stay, holding order by revision) as next
    from (
      select *, (kind = 'undo')::int + sum(change) over (
        partition by case_id, level, stay order by revision) as holding
      from (
        select *, count(*) filter (where kind = 'migrate') over (
          partition by case_id, level order by revision) as stay,
          case kind when 'undo' then -1 when 'migrate' then 0 when 'take-back' then 0 else 1 end
            as change
        from (
          select case_id, revision, kind,
            sum(case kind when 'migrate' then 1 when 'take-back' then -1 else 0 end) over (
              partition by case_id order by revision) as level
          from trace_entry where kind in (${KINDS})
            and case_id in (select case_id from trace_entry where kind = 'undo')
        ) leveled
      ) stayed where kind not in ('migrate', 'take-back')
    ) held
  ) followed where kind <> 'undo' and next = 'undo'`;
