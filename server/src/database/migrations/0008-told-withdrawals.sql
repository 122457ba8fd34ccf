-- When an organisation was told that what it was to do is not needed any more.
alter table activity add column withdrawal_told_at timestamptz(3) null;
create index activity_told_index on activity (organisation_id)
  where status in ('open', 'accepted') and withdrawal_told_at is not null;
