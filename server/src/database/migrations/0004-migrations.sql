create table pathway_migration (
  id uuid not null,
  pathway_id text not null,
  draft_id uuid null,
  draft_revision int null,
  document text null,
  to_version int null,
  status text not null,
  error_id text null,
  done int not null default 0,
  total int not null default 0,
  plan jsonb null,
  decisions jsonb not null,
  created_at timestamptz(3) not null,
  created_by uuid not null,
  started_at timestamptz(3) null,
  started_by uuid null,
  taken_back_by uuid null,
  ended_at timestamptz(3) null,
  revision int not null default 1,
  primary key (id)
);
create index pathway_migration_pathway_id_index on pathway_migration (pathway_id);
create unique index pathway_migration_under_way_unique on pathway_migration (pathway_id)
  where status in ('running', 'stopped', 'taking-back');
alter table pathway_migration add constraint pathway_migration_target_check
  check ((draft_id is null) = (to_version is not null)
    and (draft_id is null) = (document is null));
alter table pathway_migration add constraint pathway_migration_status_check
  check (status in ('computing', 'failed', 'planned', 'running', 'stopped', 'done', 'taking-back', 'taken-back'));
alter table pathway_migration add constraint pathway_migration_draft_id_foreign
  foreign key (draft_id) references draft (id) on delete cascade;
alter table pathway_migration add constraint pathway_migration_created_by_foreign
  foreign key (created_by) references person (id);
alter table pathway_migration add constraint pathway_migration_started_by_foreign
  foreign key (started_by) references person (id) on delete set null;
alter table pathway_migration add constraint pathway_migration_taken_back_by_foreign
  foreign key (taken_back_by) references person (id) on delete set null;

create table pathway_migration_case (
  migration_id uuid not null,
  case_id uuid not null,
  version int not null,
  "group" text null,
  verdict text null,
  status text not null,
  reason jsonb null,
  error_id text null,
  revision_before int null,
  revision_after int null,
  former jsonb null,
  primary key (migration_id, case_id)
);
create index pathway_migration_case_case_id_index on pathway_migration_case (case_id);
create index pathway_migration_case_status_index
  on pathway_migration_case (migration_id, status, case_id);
alter table pathway_migration_case add constraint pathway_migration_case_verdict_check
  check (verdict in ('unaffected', 'moved', 'needs-decision', 'blocked'));
alter table pathway_migration_case add constraint pathway_migration_case_status_check
  check (status in ('waiting', 'moved', 'parked', 'kept', 'skipped', 'failed', 'taken-back', 'gone-on'));
alter table pathway_migration_case add constraint pathway_migration_case_migration_id_foreign
  foreign key (migration_id) references pathway_migration (id) on update cascade on delete cascade;
alter table pathway_migration_case add constraint pathway_migration_case_case_id_foreign
  foreign key (case_id) references "case" (id) on update cascade on delete cascade;
