create table persona (
  id uuid not null,
  pathway_id text not null,
  name text not null,
  replaces text null,
  told jsonb not null,
  revision int not null default 1,
  kept_at timestamptz(3) not null,
  kept_by uuid not null,
  primary key (id)
);
create unique index persona_name_unique on persona (pathway_id, lower(name));
create unique index persona_replaces_unique on persona (pathway_id, replaces);
alter table persona add constraint persona_kept_by_foreign
  foreign key (kept_by) references person (id);
