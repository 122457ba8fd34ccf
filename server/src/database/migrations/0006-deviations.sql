-- What an enrolment was before it was dropped: undoing the step puts it back.
alter table enrolment add column dropped_from text null;
alter table enrolment add constraint enrolment_dropped_from_check
  check (dropped_from in ('waiting', 'enrolled', 'attending'));
-- Few cases deviate: those that did are found without reading every trace.
create index trace_entry_deviation_index on trace_entry (case_id)
  where kind in ('skip', 'go-back', 'go-to', 'add-task', 'withdraw-task', 'undo');
