-- A persona that was forgotten keeps its row, so that it can be taken up again.
alter table persona add column forgotten_at timestamptz(3) null;
drop index persona_name_unique;
create unique index persona_name_unique on persona (pathway_id, lower(name))
  where forgotten_at is null;
drop index persona_replaces_unique;
create unique index persona_replaces_unique on persona (pathway_id, replaces)
  where forgotten_at is null;
-- Who kept, changed, forgot and took up which persona when; nothing of it is ever changed.
create table persona_edit (
  persona_id uuid not null,
  revision int not null,
  at timestamptz(3) not null,
  person_id uuid not null,
  what text not null,
  primary key (persona_id, revision)
);
alter table persona_edit add constraint persona_edit_what_check
  check (what in ('kept', 'changed', 'forgotten', 'restored'));
alter table persona_edit add constraint persona_edit_persona_id_foreign
  foreign key (persona_id) references persona (id);
alter table persona_edit add constraint persona_edit_person_id_foreign
  foreign key (person_id) references person (id);
insert into persona_edit (persona_id, revision, at, person_id, what)
select id, revision, kept_at, kept_by, case revision when 1 then 'kept' else 'changed' end
from persona;
