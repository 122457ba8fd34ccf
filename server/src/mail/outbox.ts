import type { EntityManager } from '@mikro-orm/postgresql';
import type { Server } from '../server.ts';

export interface Mail {
  /** The same message has the same key: queueing it again does nothing. */
  readonly key: string;
  readonly caseId?: string | null;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

const QUEUE = `
with mailed as (
  insert into outbox (id, case_id, key, at, recipient, subject, body, status, attempts)
  values (?, ?, ?, ?, ?, ?, ?, 'waiting', 0) on conflict (key) do nothing returning id, key
)
select graphile_worker.add_job('deliver-mail', json_build_object('id', id),
  job_key => 'mail:' || key) from mailed`;

/** Puts a message into the outbox, in the transaction of `em`; it leaves after the commit. */
export async function queueMail(em: EntityManager, server: Server, mail: Mail): Promise<void> {
  await em.execute(QUEUE, [
    server.newId(),
    mail.caseId ?? null,
    mail.key,
    server.clock(),
    oneLine(mail.recipient),
    oneLine(mail.subject),
    mail.body,
  ]);
}

/** A line break in an address or a subject would end a mail's header. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').trim();
}
