import type { Answer } from '@percorso/engine';
import { mayDoTask } from '../access/policies/tasks.ts';
import type { Reader } from '../access/reader.ts';
import type { Acted } from '../contract/cases.ts';
import { No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { advanceCase } from './advance-case.ts';
import { administrative } from './case-office.ts';
import { changeCase } from './change-case.ts';
import { Refused } from './refusal.ts';
import { factsOf, readTask, type TaskRow } from './tasks.ts';

/** A task that the reader may do and that is still to be done. */
async function taskToDo(server: Server, reader: Reader, id: string): Promise<TaskRow | No> {
  const row = await readTask(server, reader, id);
  if (row instanceof No) return row;
  if (!mayDoTask(reader, factsOf(reader, row))) return no('forbidden');
  if (row.status !== 'open' && row.status !== 'accepted') return no('activity-not-open');
  return row.enrolment === 'waiting' ? no('activity-not-open', { detail: STILL_WAITING }) : row;
}

const STILL_WAITING = {
  it: 'È ancora in lista d’attesa: si comincia quando si libera un posto.',
  en: 'Still on the waiting list: this begins when a seat is free.',
};

const ACCEPT_FIRST = {
  it: 'Prima va accettato: così il giovane e il case manager sanno chi se ne occupa.',
  en: 'Accept it first: so the young person and the case manager know who sees to it.',
};

/** Accepting names who does it; the enrolment is attended from now on. Twice is once. */
export async function acceptTask(
  server: Server,
  reader: Reader,
  id: string,
): Promise<Acted | No | undefined> {
  const row = await taskToDo(server, reader, id);
  if (row instanceof No) return row;
  if (row.status === 'accepted') return undefined;
  const acted = await changeCase(server, {
    caseId: row.case_id,
    actor: { kind: 'person', id: reader.id },
    decide: () =>
      administrative(
        'accepted',
        {
          within: async (client) => {
            const { rowCount } = await client.query(
              `UPDATE activity SET status = 'accepted', person_id = $2
               WHERE id = $1 AND status = 'open'`,
              [id, reader.id],
            );
            if (rowCount === 0) throw new Refused(no('activity-not-open'));
            await client.query(
              `UPDATE enrolment SET status = 'attending'
               WHERE activity_id = $1 AND status = 'enrolled'`,
              [id],
            );
          },
        },
        { activity: row.activity, person: reader.id },
      ),
  });
  if (!(acted instanceof No) || acted.code !== 'activity-not-open') return acted;
  // Somebody was as quick: what was asked for is so.
  const after = await readTask(server, reader, id);
  return !(after instanceof No) && after.status === 'accepted' ? undefined : acted;
}

/** Completes a task with its form: the pathway moves on by itself. */
export async function completeTask(
  server: Server,
  reader: Reader,
  id: string,
  answer: Answer,
): Promise<Acted | No> {
  const row = await taskToDo(server, reader, id);
  if (row instanceof No) return row;
  if (row.organisation_id !== null && row.status === 'open') {
    return no('activity-not-open', { detail: ACCEPT_FIRST });
  }
  return advanceCase(server, {
    caseId: row.case_id,
    actor: { kind: 'person', id: reader.id },
    event: { type: 'done', activity: row.activity, answer },
    onlyWhileOpen: id,
  });
}

/** Declines a task; the reason is kept with the activity, for the case's team. */
export async function declineTask(
  server: Server,
  reader: Reader,
  id: string,
  reason: string,
): Promise<Acted | No> {
  const row = await taskToDo(server, reader, id);
  if (row instanceof No) return row;
  return advanceCase(server, {
    caseId: row.case_id,
    actor: { kind: 'person', id: reader.id },
    event: { type: 'failed', activity: row.activity, reason: 'declined' },
    declineReason: reason,
    onlyWhileOpen: id,
  });
}
