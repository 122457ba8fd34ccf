/** Letters to youths: an appointment or a seat that a new version withdrew, or that is there again. */
import type { Language, Words } from '@percorso/engine';
import { queueMail } from '../mail/outbox.ts';
import type { Server } from '../server.ts';
import { instantInWords } from './messages.ts';
import { ownLink } from './own-link.ts';
import { type OwnNews, type OwnThing, textOf } from './own-withdrawal-words.ts';
import { TIME_ZONE } from './time-zone.ts';

interface Row {
  /** Of the withdrawal, by which each letter is written once. */
  readonly of: string;
  readonly caseId: string;
  readonly thing: OwnThing;
  readonly label: Words;
  readonly appointmentAt: Date | null;
  readonly address: string;
  readonly language: Language;
  readonly firstName: string | null;
  readonly linkEpoch: number;
  readonly manager: string | null;
}

const COLUMNS = `
  a.case_id as "caseId", a.label, a.appointment_at as "appointmentAt", p.language,
  coalesce(p.email, p.contact) as address, p.first_name as "firstName",
  k.link_epoch as "linkEpoch", r.name as manager,
  case when a.kind = 'appointment' then 'appointment'
    when coalesce(n.dropped_from, n.status) = 'waiting' then 'queue' else 'seat' end as thing`;

const YOUTH = `
join "case" k on k.id = a.case_id join participant p on p.id = k.participant_id
left join person r on r.id = k.case_manager_id left join enrolment n on n.activity_id = a.id
left join edition e on e.id = a.edition_id`;

/** Somebody who can be written to, of something that is not over yet. */
const AHEAD = `
a.kind in ('appointment', 'enrolment') and p.erased_at is null
  and coalesce(p.email, p.contact, '') <> ''
  and coalesce(a.appointment_at > moment, true)
  and coalesce(e.ends_on >= (moment at time zone ?)::date, true)`;
const OPEN = `('open', 'accepted')`;

/** How old news may be, in days: reckoned from the migration's end, as for organisations. */
const NEWS_DAYS = 1;

/**
 * What a migration or its take-back withdrew, and what ended with a sub-pathway that it withdrew.
 * Not while the case is in a migration under way.
 */
const GONE = `
look (moment, since) as (
  select t.moment, t.moment - interval '${NEWS_DAYS} day' from (select ?::timestamptz) t (moment)),
gone as (
  select a.id, a.closed_at, a.sub_case_id
  from look cross join pathway_migration m join pathway_migration_case c
    on c.migration_id = m.id and c.status = any (case when m.ended_at > since
      then array['moved', 'gone-on', 'taken-back'] else array['taken-back'] end)
  join activity a on a.case_id = c.case_id and a.status = 'withdrawn'
  join trace_entry e on e.case_id = a.case_id and e.revision = a.closed_revision
  where e.kind in ('migrate', 'take-back') and (a.closed_at > since
      or m.ended_at > since and a.closed_at between m.started_at and m.ended_at)
    and not exists (
      select from pathway_migration_case o join pathway_migration u on u.id = o.migration_id
      where o.case_id = a.case_id and u.status in ('running', 'taking-back'))
  union
  select a.id, a.closed_at, a.sub_case_id
  from gone join activity a on a.case_id = gone.sub_case_id
  where a.status = 'withdrawn' and a.closed_at >= gone.closed_at)`;

/**
 * The youth had a letter while it was open, until this revision: from the step that opened it, or
 * later, of a seat that became free or as a reminder; at the address of now or at one of before.
 */
const WAS_TOLD = (until: string) => `
exists (
  select from outbox m
  where m.case_id = a.case_id and m.status <> 'failed'
    and substring(m.key from '^case:[^:]+:([0-9]+):')::int between a.opened_revision and ${until}
    and (m.recipient = coalesce(p.email, p.contact)
      or m.recipient is distinct from p.guardian->>'contact'
        and not exists (select from person s where s.email = m.recipient)))`;

/** Not where the same is open under another name or for somebody else: for the youth it holds. */
const WITHDRAWN = `
with recursive ${GONE}
select ${COLUMNS}, a.id || ':' || a.closed_revision as of
from look cross join gone join activity a on a.id = gone.id ${YOUTH}
where ${AHEAD}
  and ${WAS_TOLD('a.closed_revision - 1')}
  and not exists (
    select from activity s where s.case_id = a.case_id and s.kind = a.kind and s.status in ${OPEN}
      and (s.appointment_at, s.appointment_place, s.edition_id)
        is not distinct from (a.appointment_at, a.appointment_place, a.edition_id))
  and not exists (
    select from outbox m where m.key = 'own-withdrawn:' || a.id || ':' || a.closed_revision)
order by a.id`;

/** Open again, by a take-back, since the youth was told that it is not. */
const THERE_AGAIN = `
with look (moment) as (select ?::timestamptz), told (of) as materialized (
  select substring(m.key from ':(.*)') from outbox m
  where m.key like 'own-withdrawn:%' and m.status <> 'failed' and m.case_id in (
    select case_id from pathway_migration_case where status = 'taken-back'))
select ${COLUMNS}, told.of
from look cross join told join activity a on a.id = split_part(told.of, ':', 1)::uuid ${YOUTH}
where ${AHEAD} and a.status in ${OPEN}
  and not exists (select from outbox m where m.key = 'own-there-again:' || told.of)
order by a.id`;

/** Had a seat, and is put back on the waiting list, before ever being told that the seat was gone. */
const QUEUED = `
with look (moment, since) as (
  select t.moment, t.moment - interval '${NEWS_DAYS} day' from (select ?::timestamptz) t (moment)),
back as materialized (
  select c.case_id, c.revision_before, c.revision_after, c.former
  from look cross join pathway_migration_case c
  where c.status = 'taken-back' and exists (
    select from trace_entry t
    where t.case_id = c.case_id and t.revision > c.revision_after and t.kind = 'take-back'
      and t.at > since))
select ${COLUMNS}, a.id || ':' || c.revision_after as of
from look cross join back c cross join jsonb_array_elements(c.former->'activities') f
join activity a on a.id = (f->>'id')::uuid ${YOUTH}
where ${AHEAD} and a.status in ${OPEN}
  and f->>'enrolment' in ('enrolled', 'attending') and n.status = 'waiting'
  and ${WAS_TOLD('c.revision_before')}
  and not exists (
    select from outbox m where m.key in ('own-withdrawn:' || a.id || ':' || c.revision_after,
      'own-queued:' || a.id || ':' || c.revision_after))
order by a.id`;

/**
 * Tells youths what a new version took from them and what they have again after all, a letter for
 * each, once: the outbox remembers. Whoever has no address is for the case manager to call.
 */
export async function tellOwnWithdrawals(server: Server): Promise<void> {
  await tell(server, WITHDRAWN, { key: 'own-withdrawn', news: 'withdrawn' });
  await tell(server, THERE_AGAIN, { key: 'own-there-again', news: 'there-again' });
  await tell(server, QUEUED, { key: 'own-queued', news: 'there-again' });
}

interface Letter {
  readonly key: string;
  readonly news: OwnNews;
}

async function tell(server: Server, query: string, { key, news }: Letter) {
  const em = server.orm.em.fork();
  const now = server.clock();
  for (const row of await em.execute<Row[]>(query, [now, TIME_ZONE])) {
    const { language, appointmentAt: at } = row;
    await queueMail(em, server, {
      key: `${key}:${row.of}`,
      caseId: row.caseId,
      recipient: row.address,
      ...textOf(news, row.thing, language, {
        firstName: row.firstName,
        what: row.label[language],
        when: at && instantInWords(at, language),
        link: await ownLink(server, row.caseId, row.linkEpoch, now),
        manager: row.manager,
      }),
    });
  }
}
