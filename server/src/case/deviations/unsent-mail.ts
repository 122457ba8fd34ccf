/** Mail of a step that is undone and that has not left yet: it need not leave any more. */
import type { PathwayDocument, Words } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';
import { sentence } from './sentence.ts';

/** The mail that a revision of a case sends has keys that begin so. */
const keysOf = (caseId: string, revision: number) => `case:${caseId}:${revision}:%`;

// A try that failed may have arrived all the same: only what was never tried has surely not left.
const UNSENT = `
SELECT split_part(key, ':', 4) AS message,
  bool_and(status = 'waiting' AND attempts = 0) AS "isUntried"
FROM outbox WHERE case_id = $1 AND key LIKE $2
GROUP BY message HAVING bool_and(status IN ('waiting', 'failed'))`;

/** The messages of a step of which nothing is known to have reached anybody. */
export interface UnsentMessages {
  /** They surely have not left. */
  readonly untried: readonly string[];
  readonly perhapsSent: readonly string[];
}

export async function unsentMessages(
  pool: Pool,
  caseId: string,
  revision: number,
): Promise<UnsentMessages> {
  const { rows } = await pool.query<{ message: string; isUntried: boolean }>({
    name: 'unsent-messages',
    text: UNSENT,
    values: [caseId, keysOf(caseId, revision)],
  });
  const those = (isUntried: boolean) =>
    rows.filter((row) => row.isUntried === isUntried).map(({ message }) => message);
  return { untried: those(true), perhapsSent: those(false) };
}

// What is held is being sent this very moment: nobody can stop it.
const RECALL = `
DELETE FROM outbox WHERE id IN (
  SELECT id FROM outbox WHERE case_id = $1 AND key LIKE $2 AND status = 'waiting' AND attempts = 0
  FOR UPDATE SKIP LOCKED)`;

/** Within the transaction that undoes. */
export async function recallMail(
  client: ClientBase,
  caseId: string,
  revision: number,
): Promise<void> {
  await client.query(RECALL, [caseId, keysOf(caseId, revision)]);
}

export const recalled = (document: PathwayDocument, { untried }: UnsentMessages) =>
  told(document, untried, {
    it: 'Il messaggio # non è ancora partito: non parte più.',
    en: 'The message # has not been sent yet: it will not be.',
  });

export const perhapsSent = (document: PathwayDocument, { perhapsSent }: UnsentMessages) =>
  told(document, perhapsSent, {
    it: 'Il messaggio # può essere già partito.',
    en: 'The message # may have been sent.',
  });

/** A letter of an added task has no subject of the pathway's: its task is told of already. */
function told({ messages }: PathwayDocument, names: readonly string[], { it, en }: Words) {
  return names
    .filter((name) => Object.hasOwn(messages, name))
    .map((name) => sentence('message', messages[name]!.subject, it, en));
}
