import type { DeviationChange } from '@percorso/engine';
import type { DeviationAsked } from '../../contract/deviations.ts';
import type { Words } from '../../contract/words.ts';
import { type No, no } from '../../http/problems.ts';
import type { Server } from '../../server.ts';
import type { AddedTask } from '../added-tasks.ts';
import type { MailRow } from '../case-write.ts';
import type { LoadedCase } from '../load-case.ts';
import { instantInWords, staffOf } from '../messages.ts';
import { sentence } from './sentence.ts';

type NewTask = Extract<DeviationAsked, { type: 'add-task' }>;

/** A case with more is no longer helped by one more. */
const OPEN_TASKS_MAX = 30;
/** Ten years: longer than any pathway; what is later is a slip of the fingers. */
const DUE_MS_MAX = 3650 * 86_400_000;

/** What the engine can't know of a task: is it in time, is there somebody to do it, is it enough? */
export async function examineTask(
  { pool }: Server,
  { assignee: { organisation }, dueAt }: NewTask,
  tasks: Iterable<AddedTask>,
  now: Date,
): Promise<No | undefined> {
  if (dueAt !== undefined && Date.parse(dueAt) <= now.getTime()) {
    return no('task-invalid', { detail: IS_PAST, path: 'dueAt' });
  }
  if (dueAt !== undefined && Date.parse(dueAt) > now.getTime() + DUE_MS_MAX) {
    return no('task-invalid', { detail: IS_FAR, path: 'dueAt' });
  }
  if ([...tasks].filter(({ isOpen }) => isOpen).length >= OPEN_TASKS_MAX) {
    return no('task-invalid', { detail: TOO_MANY });
  }
  if (organisation === undefined) return undefined;
  const { rowCount } = await pool.query('SELECT FROM organisation WHERE id = $1', [organisation]);
  return rowCount ? undefined : no('task-invalid', { detail: NOBODY, path: 'assignee' });
}

const IS_PAST = {
  it: 'La scadenza è già passata: scegli un giorno che deve ancora venire.',
  en: 'The due date has passed already: choose a day that is still to come.',
};
const IS_FAR = {
  it: 'La scadenza è troppo lontana: controlla l’anno.',
  en: 'The due date is too far away: check the year.',
};
const TOO_MANY = {
  it: `Ci sono già ${OPEN_TASKS_MAX} compiti aggiunti ancora aperti: concludine o ritirane qualcuno.`,
  en: `${OPEN_TASKS_MAX} added tasks are open already: complete or withdraw some of them.`,
};
const NOBODY = {
  it: 'Questa organizzazione non c’è.',
  en: 'There is no such organisation.',
};

/** A letter to everybody of the organisation who will see the task, and what to say of it before. */
export async function taskLetters(
  server: Server,
  { id, revision }: LoadedCase,
  { assignee: { organisation }, label, dueAt }: NewTask,
): Promise<{ readonly mail: readonly MailRow[]; readonly changes: readonly DeviationChange[] }> {
  if (organisation === undefined) return { mail: [], changes: [] };
  const name = await nameOf(server, organisation);
  const staff = await staffOf(server.pool, 'partner-operator', organisation);
  if (staff.length === 0) {
    return { mail: [], changes: [sentence('activity', name, UNSEEN.it, UNSEEN.en)] };
  }
  const link = `${server.settings.publicUrl}/desk/tasks`;
  const mail = staff.map(({ address, language }, index): MailRow => {
    const due = dueAt === undefined ? '' : instantInWords(dueAt, language);
    const key = `case:${id}:${revision + 1}:added-task:${index}`;
    const text = language === 'it' ? inItalian(label, due, link) : inEnglish(label, due, link);
    return { id: server.newId(), key, recipient: address, ...text };
  });
  return { mail, changes: [sentence('message', name, TOLD.it, TOLD.en)] };
}

async function nameOf({ pool }: Server, organisation: string): Promise<Words> {
  const { rows } = await pool.query<{ name: string }>(
    'SELECT name FROM organisation WHERE id = $1',
    [organisation],
  );
  const name = rows[0]?.name ?? organisation;
  return { it: name, en: name };
}

// The label is free text and may name somebody: it stays out of the subject, which shows on locked
// screens and in the logs of mail servers.
const inItalian = (label: string, due: string, link: string) => ({
  subject: 'Un nuovo compito',
  body: [label, ...(due ? [`Da fare entro: ${due}`] : []), `È tra i tuoi compiti: ${link}`].join(
    '\n\n',
  ),
});

const inEnglish = (label: string, due: string, link: string) => ({
  subject: 'A new task',
  body: [label, ...(due ? [`To be done by: ${due}`] : []), `It is among your tasks: ${link}`].join(
    '\n\n',
  ),
});

const UNSEEN = {
  it: 'Nessuno di # ha un accesso attivo: per ora nessuno vedrà il compito.',
  en: 'Nobody of # has an active account: for now nobody will see the task.',
};
const TOLD = {
  it: 'Parte un messaggio a #.',
  en: 'A message is sent to #.',
};
