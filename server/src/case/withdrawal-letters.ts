/** Letters to organisations: what they were told of is not to be done any more, or is again. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language, Words } from '@percorso/engine';
import { queueMail } from '../mail/outbox.ts';
import type { Server } from '../server.ts';
import { staffOf } from './messages.ts';

interface Row {
  readonly id: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly activity: string;
  readonly label: Words;
}

const COLUMNS = `
  a.id, a.organisation_id as "organisationId", a.case_id as "caseId", a.activity, a.label`;

/** What was withdrawn longer ago is no news to anybody; by a migration: what ended longer ago. */
const NEWS_MS = 24 * 60 * 60 * 1000;
const OPEN = `('open', 'accepted')`;

/**
 * Withdrawn, of what the organisation had accepted or had had a letter about. Not while the case is
 * in a migration under way, so that one letter tells of all of it, however long that takes; and not
 * where the same work was opened anew.
 */
const WITHDRAWN = `
with news (since) as (select ?::timestamptz)
select ${COLUMNS} from news cross join organisation o join activity a on a.organisation_id = o.id
where a.status = 'withdrawn'
  and a.closed_at >= least(since, (
    select min(started_at) from pathway_migration where ended_at > since))
  and (a.closed_at > since or exists (
    select from pathway_migration_case c join pathway_migration m on m.id = c.migration_id
    where c.case_id = a.case_id and m.ended_at > since
      and a.closed_at between m.started_at and m.ended_at))
  and (a.withdrawal_told_at is null or a.withdrawal_told_at < a.closed_at)
  and (a.person_id is not null or exists (
    select from outbox m join person p on p.email = m.recipient
    where m.case_id = a.case_id and m.status <> 'failed' and p.organisation_id = a.organisation_id
      and m.key like 'case:' || a.case_id || ':' || a.opened_revision || ':%'))
  and not exists (
    select from activity s where s.case_id = a.case_id and s.activity = a.activity
      and s.organisation_id = a.organisation_id and s.status in ${OPEN})
  and not exists (
    select from pathway_migration_case c join pathway_migration m on m.id = c.migration_id
    where c.case_id = a.case_id and m.status in ('running', 'taking-back'))
order by a.id for update of a skip locked`;

/** Undone or taken back since the organisation was told. */
const THERE_AGAIN = `
select ${COLUMNS} from activity a
where a.organisation_id is not null and a.status in ${OPEN} and a.withdrawal_told_at is not null
order by a.id for update of a skip locked`;

/**
 * Tells each organisation in one letter how much of its work was withdrawn since the last time,
 * whatever withdrew it, and in another what is there again after all. Run every few minutes: what
 * is undone meanwhile is told to nobody, and fifty at once are one letter.
 */
export async function tellWithdrawals(server: Server): Promise<void> {
  const now = server.clock();
  await server.orm.em.fork().transactional(async (em) => {
    const since = new Date(now.getTime() - NEWS_MS);
    const withdrawn = await em.execute<Row[]>(WITHDRAWN, [since]);
    await tell(em, server, withdrawn, { key: 'withdrawn', at: now, texts: WITHDRAWN_TEXTS });
    const again = await em.execute<Row[]>(THERE_AGAIN);
    await tell(em, server, again, { key: 'there-again', at: null, texts: AGAIN_TEXTS });
  });
}

interface Letter {
  readonly key: string;
  /** What the rows keep: when their withdrawal was told, or that it holds no longer. */
  readonly at: Date | null;
  readonly texts: Readonly<Record<Language, Texts>>;
}

async function tell(em: EntityManager, server: Server, rows: readonly Row[], letter: Letter) {
  if (rows.length === 0) return;
  for (const [organisation, theirs] of Map.groupBy(rows, (row) => row.organisationId)) {
    // The same work, withdrawn twice, is one task less.
    const tasks = new Map(theirs.map((row) => [`${row.caseId} ${row.activity}`, row.label]));
    const staff = await staffOf(server.pool, 'partner-operator', organisation);
    for (const { address, language } of staff) {
      const text = textOf(letter.texts[language], [...tasks.values()], language);
      const link = `${server.settings.publicUrl}/desk/tasks`;
      await queueMail(em, server, {
        key: `${letter.key}:${theirs[0]!.id}:${server.clock().toISOString()}:${address}`,
        recipient: address,
        subject: text.subject,
        body: `${text.body}\n\n${link}`,
      });
    }
  }
  const ids = rows.map(({ id }) => id);
  await em.execute(
    'update activity set withdrawal_told_at = ?::timestamptz where id = any (?::uuid[])',
    [letter.at, `{${ids.join()}}`],
  );
}

interface Texts {
  readonly subject: (count: number) => string;
  readonly body: (count: number) => string;
}

const LABELS_MAX = 10;

/** The labels stay out of the subject, which shows on locked screens: they may be free text. */
function textOf(texts: Texts, labels: readonly Words[], language: Language) {
  const byLabel = Map.groupBy(labels, (label) => label[language]);
  const lines = [...byLabel].map(([label, { length }]) =>
    length === 1 ? `– ${label}` : `– ${label} (${length})`,
  );
  const shown = lines.length > LABELS_MAX ? [...lines.slice(0, LABELS_MAX), '– …'] : lines;
  const count = labels.length;
  return { subject: texts.subject(count), body: `${shown.join('\n')}\n\n${texts.body(count)}` };
}

const WITHDRAWN_TEXTS: Letter['texts'] = {
  it: {
    subject: (count) =>
      count === 1 ? 'Un compito non serve più' : `${count} compiti non servono più`,
    body: (count) =>
      count === 1
        ? 'Non è più da fare: è uscito dai tuoi compiti.'
        : 'Non sono più da fare: sono usciti dai tuoi compiti.',
  },
  en: {
    subject: (count) =>
      count === 1 ? 'A task is not needed any more' : `${count} tasks are not needed any more`,
    body: (count) =>
      count === 1
        ? 'It is not to be done any more: it has left your tasks.'
        : 'They are not to be done any more: they have left your tasks.',
  },
};

const AGAIN_TEXTS: Letter['texts'] = {
  it: {
    subject: (count) =>
      count === 1 ? 'Un compito serve di nuovo' : `${count} compiti servono di nuovo`,
    body: (count) =>
      count === 1 ? 'È di nuovo tra i tuoi compiti.' : 'Sono di nuovo tra i tuoi compiti.',
  },
  en: {
    subject: (count) =>
      count === 1 ? 'A task is needed again' : `${count} tasks are needed again`,
    body: (count) =>
      count === 1 ? 'It is among your tasks again.' : 'They are among your tasks again.',
  },
};
