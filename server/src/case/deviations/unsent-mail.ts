/** Mail of a step that is undone and that has not left yet: it need not leave any more. */
import type { DeviationChange, PathwayDocument } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';
import { sentence } from './sentence.ts';

/** The mail that a revision of a case sends has keys that begin so. */
const keysOf = (caseId: string, revision: number) => `case:${caseId}:${revision}:%`;

const UNSENT = `
SELECT split_part(key, ':', 4) AS message FROM outbox WHERE case_id = $1 AND key LIKE $2
GROUP BY message HAVING bool_and(status = 'waiting')`;

/** The messages of a step of which nothing has reached anybody. */
export async function unsentMessages(
  pool: Pool,
  caseId: string,
  revision: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ message: string }>({
    name: 'unsent-messages',
    text: UNSENT,
    values: [caseId, keysOf(caseId, revision)],
  });
  return rows.map(({ message }) => message);
}

// What is held is being sent this very moment: nobody can stop it.
const RECALL = `
DELETE FROM outbox WHERE id IN (
  SELECT id FROM outbox WHERE case_id = $1 AND key LIKE $2 AND status = 'waiting'
  FOR UPDATE SKIP LOCKED)`;

/** Within the transaction that undoes. */
export async function recallMail(
  client: ClientBase,
  caseId: string,
  revision: number,
): Promise<void> {
  await client.query(RECALL, [caseId, keysOf(caseId, revision)]);
}

/** A letter of an added task has no subject of the pathway's: its task is told of already. */
export function recalled(
  { messages }: PathwayDocument,
  unsent: readonly string[],
): DeviationChange[] {
  return unsent
    .filter((name) => Object.hasOwn(messages, name))
    .map((name) =>
      sentence(
        'message',
        messages[name]!.subject,
        'Il messaggio # non è ancora partito: non parte più.',
        'The message # has not been sent yet: it will not be.',
      ),
    );
}
