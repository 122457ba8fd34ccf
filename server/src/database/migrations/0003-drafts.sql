create table draft (
  id uuid not null,
  pathway_id text not null,
  name text not null,
  base_version int null,
  document text not null,
  revision int not null default 1,
  comment_revision int not null default 0,
  created_at timestamptz(3) not null,
  created_by uuid not null,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  discarded_at timestamptz(3) null,
  published_version int null,
  primary key (id)
);
create index draft_pathway_id_index on draft (pathway_id);
create unique index draft_new_pathway_unique on draft (pathway_id)
  where base_version is null and discarded_at is null and published_version is null;
alter table draft add constraint draft_created_by_foreign
  foreign key (created_by) references person (id);
alter table draft add constraint draft_changed_by_foreign
  foreign key (changed_by) references person (id);

create table draft_edit (
  draft_id uuid not null,
  revision int not null,
  at timestamptz(3) not null,
  person_id uuid not null,
  edits jsonb not null,
  primary key (draft_id, revision)
);
alter table draft_edit add constraint draft_edit_draft_id_foreign
  foreign key (draft_id) references draft (id);
alter table draft_edit add constraint draft_edit_person_id_foreign
  foreign key (person_id) references person (id);

create table draft_comment (
  id uuid not null,
  draft_id uuid not null,
  parent_id uuid null,
  step text null,
  person_id uuid not null,
  at timestamptz(3) not null,
  text text not null,
  deleted_at timestamptz(3) null,
  resolved_at timestamptz(3) null,
  resolved_by uuid null,
  revision int not null,
  primary key (id)
);
create index draft_comment_draft_id_index on draft_comment (draft_id);
alter table draft_comment add constraint draft_comment_draft_id_foreign
  foreign key (draft_id) references draft (id);
alter table draft_comment add constraint draft_comment_person_id_foreign
  foreign key (person_id) references person (id);
alter table draft_comment add constraint draft_comment_resolved_by_foreign
  foreign key (resolved_by) references person (id) on delete set null;

create table draft_approval (
  draft_id uuid not null,
  person_id uuid not null,
  revision int not null,
  at timestamptz(3) not null,
  primary key (draft_id, person_id)
);
alter table draft_approval add constraint draft_approval_draft_id_foreign
  foreign key (draft_id) references draft (id) on update cascade on delete cascade;
alter table draft_approval add constraint draft_approval_person_id_foreign
  foreign key (person_id) references person (id) on update cascade on delete cascade;

create table draft_presence (
  stream uuid not null,
  draft_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz(3) not null,
  primary key (stream)
);
create index draft_presence_draft_id_index on draft_presence (draft_id);
alter table draft_presence add constraint draft_presence_draft_id_foreign
  foreign key (draft_id) references draft (id) on delete cascade;
alter table draft_presence add constraint draft_presence_person_id_foreign
  foreign key (person_id) references person (id) on delete cascade;

create table version_withdrawal (
  id uuid not null,
  pathway_id text not null,
  version int not null,
  at timestamptz(3) not null,
  person_id uuid not null,
  note text not null,
  restored_at timestamptz(3) null,
  restored_by uuid null,
  primary key (id)
);
create unique index version_withdrawal_unique on version_withdrawal (pathway_id, version)
  where restored_at is null;
alter table version_withdrawal add constraint version_withdrawal_pathway_id_foreign
  foreign key (pathway_id) references pathway (id);
alter table version_withdrawal add constraint version_withdrawal_person_id_foreign
  foreign key (person_id) references person (id);
alter table version_withdrawal add constraint version_withdrawal_restored_by_foreign
  foreign key (restored_by) references person (id) on delete set null;
