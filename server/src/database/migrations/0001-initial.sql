-- Searching names by any part of them.
create extension if not exists pg_trgm;

create table attempt (
  id bigint generated always as identity not null primary key,
  key text not null,
  at timestamptz(3) not null
);
create index attempt_at_index on attempt (at);
create index attempt_key_at_index on attempt (key, at);

create table organisation (
  id text not null,
  name text not null,
  kind text not null,
  delivers jsonb not null,
  position int not null,
  primary key (id)
);
alter table organisation add constraint organisation_kind_check
  check (kind in ('municipality', 'partner', 'supplier'));

create table opportunity (
  id text not null,
  kind text not null,
  title jsonb not null,
  organisation_id text not null,
  primary key (id)
);
alter table opportunity add constraint opportunity_kind_check
  check (kind in ('orientation', 'lab', 'soft-skills', 'training', 'internship'));

create table edition (
  id uuid not null,
  opportunity_id text not null,
  starts_on date not null,
  ends_on date not null,
  place text not null,
  seats int not null,
  taken int not null default 0,
  open boolean not null default true,
  revision int not null default 1,
  primary key (id)
);
create index edition_opportunity_id_index on edition (opportunity_id);
alter table edition add constraint edition_taken_check check (taken >= 0 and taken <= seats);
alter table edition add constraint edition_dates_check check (ends_on >= starts_on);

create table outbox (
  id uuid not null,
  case_id uuid null,
  key text not null,
  at timestamptz(3) not null,
  recipient text not null,
  subject text not null,
  body text not null,
  status text not null,
  attempts int not null default 0,
  last_error text null,
  primary key (id)
);
create index outbox_case_id_index on outbox (case_id);
alter table outbox add constraint outbox_key_unique unique (key);
create index outbox_at_index on outbox (at);
create index outbox_waiting_index on outbox (at) where status = 'waiting';
alter table outbox add constraint outbox_status_check
  check (status in ('waiting', 'sent', 'kept', 'failed'));

create table participant (
  id uuid not null,
  revision int not null default 1,
  subject text not null,
  first_name text null,
  last_name text null,
  birth_date date null,
  email text null,
  phone text null,
  district text null,
  language text not null,
  situation text null,
  wish text null,
  helper jsonb null,
  guardian jsonb null,
  group_name text null,
  group_kind text null,
  head_count int null,
  contact text null,
  search text not null default '',
  demonstration boolean not null default false,
  created_at timestamptz(3) not null,
  erased_at timestamptz(3) null,
  primary key (id)
);
create index participant_search_index on participant using gin (search gin_trgm_ops);
create index participant_birth_date_index on participant (birth_date);
create index participant_email_index on participant (email);
create index participant_phone_index on participant (phone);
alter table participant add constraint participant_head_count_check check (head_count > 0);
alter table participant add constraint participant_subject_check
  check (subject in ('person', 'group'));
alter table participant add constraint participant_language_check
  check (language in ('it', 'en'));
alter table participant add constraint participant_situation_check
  check (situation in ('student', 'out-of-school', 'precarious'));
alter table participant add constraint participant_group_kind_check
  check (group_kind in ('class', 'youth-centre', 'spontaneous'));

create table pathway (
  id text not null,
  current_version int not null,
  primary key (id)
);

create table person (
  id uuid not null,
  name text not null,
  email text not null,
  password_hash text null,
  organisation_id text null,
  language text not null,
  active boolean not null default true,
  demonstration boolean not null default false,
  roles text[] not null,
  created_at timestamptz(3) not null,
  primary key (id)
);
create unique index person_email_unique on person (lower(email));
alter table person add constraint person_language_check check (language in ('it', 'en'));

create table pathway_version (
  pathway_id text not null,
  version int not null,
  document text not null,
  content_hash text not null,
  published_at timestamptz(3) not null,
  published_by uuid null,
  note text not null default '',
  primary key (pathway_id, version)
);

create table password_reset (
  token_hash bytea not null,
  person_id uuid not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3) null,
  primary key (token_hash)
);
create index password_reset_person_id_index on password_reset (person_id);

create table "case" (
  id uuid not null,
  pathway_id text not null,
  version int not null,
  participant_id uuid not null,
  case_manager_id uuid null,
  parent_case_id uuid null,
  parent_activity text null,
  revision int not null,
  status text not null,
  outcome text null,
  snapshot text not null,
  steps text[] not null,
  receipt_code text null,
  link_epoch int not null default 0,
  registered_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  last_hash bytea not null,
  primary key (id)
);
create index case_participant_id_index on "case" (participant_id);
create index case_parent_case_id_index on "case" (parent_case_id);
alter table "case" add constraint case_receipt_code_unique unique (receipt_code);
create index case_manager_index on "case" (case_manager_id, status, changed_at);
create index case_status_changed_at_index on "case" (status, changed_at);
create index case_registered_at_index on "case" (registered_at);
create index case_pathway_id_version_status_index on "case" (pathway_id, version, status);
create index case_steps_index on "case" using gin (steps) where status = 'active';
alter table "case" add constraint case_outcome_check
  check ((status = 'done') = (outcome is not null));
alter table "case" add constraint case_status_check check (status in ('active', 'done'));

create table note (
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  at timestamptz(3) not null,
  text text not null,
  primary key (id)
);
create index note_case_id_index on note (case_id);

create table duplicate_decision (
  case_id uuid not null,
  other_case_id uuid not null,
  decision text not null,
  decided_by uuid not null,
  at timestamptz(3) not null,
  primary key (case_id, other_case_id)
);
alter table duplicate_decision add constraint duplicate_decision_decision_check
  check (decision in ('same-person', 'different-people'));

create table case_share (
  case_id uuid not null,
  person_id uuid not null,
  primary key (case_id, person_id)
);
create index case_share_person_id_index on case_share (person_id);

create table activity (
  id uuid not null,
  case_id uuid not null,
  activity text not null,
  kind text not null,
  step text not null,
  status text not null,
  role text null,
  organisation_id text null,
  person_id uuid null,
  label jsonb not null,
  help jsonb null,
  form text null,
  edition_id uuid null,
  due_at timestamptz(3) null,
  opened_at timestamptz(3) not null,
  opened_revision int not null,
  closed_at timestamptz(3) null,
  closed_revision int null,
  appointment_at timestamptz(3) null,
  appointment_place text null,
  sub_case_id uuid null,
  decline_reason text null,
  primary key (id)
);
create index activity_case_id_index on activity (case_id);
create index activity_sub_case_id_index on activity (sub_case_id);
create unique index activity_open_unique
  on activity (case_id, activity) where status in ('open', 'accepted');
create index activity_organisation_index
  on activity (organisation_id, due_at) where status in ('open', 'accepted');
create index activity_role_index
  on activity (role, due_at) where status in ('open', 'accepted');
create index activity_due_index on activity (due_at) where status in ('open', 'accepted');
create index activity_person_index
  on activity (person_id, due_at) where status in ('open', 'accepted');
create index activity_organisation_id_closed_at_index
  on activity (organisation_id, closed_at);
alter table activity add constraint activity_kind_check
  check (kind in ('task', 'enrolment', 'appointment', 'pathway', 'service'));
alter table activity add constraint activity_status_check
  check (status in ('open', 'accepted', 'completed', 'declined', 'withdrawn', 'failed'));

create table enrolment (
  id uuid not null,
  case_id uuid not null,
  activity_id uuid not null,
  edition_id uuid not null,
  status text not null,
  queued_at timestamptz(3) not null,
  seq bigint generated always as identity not null,
  primary key (id)
);
create index enrolment_case_id_index on enrolment (case_id);
alter table enrolment add constraint enrolment_activity_id_unique unique (activity_id);
create index enrolment_edition_id_status_queued_at_seq_index
  on enrolment (edition_id, status, queued_at, seq);
alter table enrolment add constraint enrolment_status_check
  check (status in ('waiting', 'enrolled', 'attending', 'completed', 'dropped'));

create table access_log (
  id bigint generated always as identity not null primary key,
  at timestamptz(3) not null,
  person_id uuid not null,
  what text not null,
  case_id uuid null
);
create index access_log_at_index on access_log (at);
create index access_log_case_id_index on access_log (case_id);

create table private_answer (
  case_id uuid not null,
  revision int not null,
  field text not null,
  text text not null,
  primary key (case_id, revision, field)
);

create table session (
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  primary key (token_hash)
);
create index session_person_id_index on session (person_id);
create index session_expires_at_index on session (expires_at);

create table setting (
  name text not null,
  value jsonb not null,
  primary key (name)
);

create table timer (
  case_id uuid not null,
  timer text not null,
  step text not null,
  due_at timestamptz(3) not null,
  primary key (case_id, timer)
);
create index timer_due_at_index on timer (due_at);

create table trace_entry (
  case_id uuid not null,
  revision int not null,
  seq bigint generated always as identity not null,
  at timestamptz(3) not null,
  kind text not null,
  actor_kind text not null,
  actor_id uuid null,
  entered text[] not null,
  left_steps text[] not null,
  facts text null,
  salt bytea null,
  digest bytea not null,
  hash bytea not null,
  idempotency_key text null,
  request_digest bytea null,
  primary key (case_id, revision)
);
alter table trace_entry add constraint trace_entry_seq_unique unique (seq);
alter table trace_entry add constraint trace_entry_case_id_idempotency_key_unique
  unique (case_id, idempotency_key);
alter table trace_entry add constraint trace_entry_actor_kind_check
  check (actor_kind in ('person', 'youth', 'system'));
-- Erasure nulls facts and salt; the digest, and so the chain of hashes, stays.
create function trace_entry_trace_entry_insert_only_fn() returns trigger as $$ begin
if tg_op = 'UPDATE' and new.facts is null and new.salt is null
  and to_jsonb(new) - 'facts' - 'salt' = to_jsonb(old) - 'facts' - 'salt' then
  return new;
end if;
raise exception 'a trace entry is never changed' using errcode = 'restrict_violation';
end; $$ language plpgsql;
create trigger trace_entry_insert_only
  before update or delete on trace_entry
  for each row execute function trace_entry_trace_entry_insert_only_fn();

alter table opportunity add constraint opportunity_organisation_id_foreign
  foreign key (organisation_id) references organisation (id);

alter table edition add constraint edition_opportunity_id_foreign
  foreign key (opportunity_id) references opportunity (id);

alter table person add constraint person_organisation_id_foreign
  foreign key (organisation_id) references organisation (id) on delete set null;

alter table pathway_version add constraint pathway_version_pathway_id_foreign
  foreign key (pathway_id) references pathway (id);
alter table pathway_version add constraint pathway_version_published_by_foreign
  foreign key (published_by) references person (id) on delete set null;

alter table password_reset add constraint password_reset_person_id_foreign
  foreign key (person_id) references person (id) on delete cascade;

alter table "case" add constraint case_pathway_id_foreign
  foreign key (pathway_id) references pathway (id);
alter table "case" add constraint case_participant_id_foreign
  foreign key (participant_id) references participant (id);
alter table "case" add constraint case_case_manager_id_foreign
  foreign key (case_manager_id) references person (id) on delete set null;

alter table note add constraint note_case_id_foreign
  foreign key (case_id) references "case" (id);
alter table note add constraint note_person_id_foreign
  foreign key (person_id) references person (id);

alter table duplicate_decision add constraint duplicate_decision_case_id_foreign
  foreign key (case_id) references "case" (id) on update cascade on delete cascade;
alter table duplicate_decision add constraint duplicate_decision_other_case_id_foreign
  foreign key (other_case_id) references "case" (id) on update cascade on delete cascade;
alter table duplicate_decision add constraint duplicate_decision_decided_by_foreign
  foreign key (decided_by) references person (id);

alter table case_share add constraint case_share_case_id_foreign
  foreign key (case_id) references "case" (id) on update cascade on delete cascade;
alter table case_share add constraint case_share_person_id_foreign
  foreign key (person_id) references person (id) on update cascade on delete cascade;

alter table activity add constraint activity_case_id_foreign
  foreign key (case_id) references "case" (id);
alter table activity add constraint activity_organisation_id_foreign
  foreign key (organisation_id) references organisation (id) on delete set null;
alter table activity add constraint activity_person_id_foreign
  foreign key (person_id) references person (id) on delete set null;
alter table activity add constraint activity_edition_id_foreign
  foreign key (edition_id) references edition (id) on delete set null;

alter table enrolment add constraint enrolment_case_id_foreign
  foreign key (case_id) references "case" (id);
alter table enrolment add constraint enrolment_activity_id_foreign
  foreign key (activity_id) references activity (id) on delete no action;
alter table enrolment add constraint enrolment_edition_id_foreign
  foreign key (edition_id) references edition (id);

alter table access_log add constraint access_log_person_id_foreign
  foreign key (person_id) references person (id);

alter table private_answer add constraint private_answer_case_id_foreign
  foreign key (case_id) references "case" (id);

alter table session add constraint session_person_id_foreign
  foreign key (person_id) references person (id) on delete cascade;

alter table timer add constraint timer_case_id_foreign
  foreign key (case_id) references "case" (id);

alter table trace_entry add constraint trace_entry_case_id_foreign
  foreign key (case_id) references "case" (id);
