import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from '../contract/words.ts';
import { queueMail } from '../mail/outbox.ts';
import type { Server } from '../server.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR_MS = 3_600_000;
const FORGOTTEN_MS = 2 * HOUR_MS;
/** A new colleague may be on holiday. */
const INVITED_MS = 7 * 24 * HOUR_MS;

interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Queues a mail with a link to choose a password, in the transaction of `em`. */
export async function sendPasswordLink(
  em: EntityManager,
  server: Server,
  to: Recipient,
  why: 'forgotten' | 'invited',
): Promise<void> {
  const { token, hash } = newToken(server);
  const lifetimeMs = why === 'invited' ? INVITED_MS : FORGOTTEN_MS;
  await em.execute(
    'insert into password_reset (token_hash, person_id, expires_at) values (?, ?, ?)',
    [hash, to.id, new Date(server.clock().getTime() + lifetimeMs)],
  );
  // In the fragment, so that the token is in no server's log and in no Referer.
  const link = `${server.settings.publicUrl}/desk/new-password#${token}`;
  const { subject, body } = MAILS[why][to.language](to.name, link);
  const key = `password:${hash.toString('hex')}`;
  await queueMail(em, server, { key, recipient: to.email, subject, body });
}

const USE = `
with used as (
  update password_reset set used_at = $2
  where token_hash = $1 and used_at is null and expires_at > $2 returning person_id
), changed as (
  update person set password_hash = $3 where id in (select person_id from used) and active
  returning id
), others as (
  update password_reset set used_at = $2
  where person_id in (select id from changed) and used_at is null and token_hash <> $1
), ended as (delete from session where person_id in (select id from changed))
select id from changed`;

/** May this token still choose a password? Asked before the costly hash is made. */
export async function isResetValid(server: Server, token: string): Promise<boolean> {
  const { rowCount } = await server.pool.query(
    `select 1 from password_reset r join person p on p.id = r.person_id
     where r.token_hash = $1 and r.used_at is null and r.expires_at > $2 and p.active`,
    [hashToken(token), server.clock()],
  );
  return rowCount === 1;
}

/**
 * Sets the password, once: all links of the person are used up and all their sessions end.
 * Returns the person's id, or null when the link is not valid (any more).
 */
export async function useReset(
  server: Server,
  token: string,
  passwordHash: string,
): Promise<string | null> {
  const { rows } = await server.pool.query<{ id: string }>(USE, [
    hashToken(token),
    server.clock(),
    passwordHash,
  ]);
  return rows[0]?.id ?? null;
}

type Compose = (name: string, link: string) => { subject: string; body: string };

const MAILS: Readonly<Record<'forgotten' | 'invited', Readonly<Record<Language, Compose>>>> = {
  forgotten: {
    it: (name, link) => ({
      subject: 'Scegli una nuova password per Percorso',
      body: `Buongiorno ${name},

qualcuno ha chiesto una nuova password per il tuo accesso a Percorso.
Se sei stato tu, sceglila qui entro due ore:

${link}

Se non sei stato tu, non devi fare nulla: la password di prima resta valida.
`,
    }),
    en: (name, link) => ({
      subject: 'Choose a new password for Percorso',
      body: `Hello ${name},

somebody asked for a new password for your account on Percorso.
If it was you, choose it here within two hours:

${link}

If it was not you, you need not do anything: your password stays as it is.
`,
    }),
  },
  invited: {
    it: (name, link) => ({
      subject: 'Il tuo accesso a Percorso',
      body: `Buongiorno ${name},

è stato creato un accesso a Percorso per te. Scegli la tua password qui entro sette giorni:

${link}

Dopo quel termine puoi chiedere un nuovo collegamento con «Password dimenticata».
`,
    }),
    en: (name, link) => ({
      subject: 'Your account on Percorso',
      body: `Hello ${name},

an account on Percorso has been made for you. Choose your password here within seven days:

${link}

After that, ask for a new link with "Forgotten password".
`,
    }),
  },
};
