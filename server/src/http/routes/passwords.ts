import { setTimeout } from 'node:timers/promises';
import { logAccess } from '../../access/access-log.ts';
import { hashPassword } from '../../access/passwords.ts';
import { isResetValid, sendPasswordLink, useReset } from '../../access/resets.ts';
import { LIMITS, throttle } from '../../access/throttle.ts';
import type { Language } from '../../contract/words.ts';
import type { Server } from '../../server.ts';
import { no } from '../problems.ts';
import { type Api, route } from '../route.ts';

const BUSY_SECONDS = 5;

export function passwordRoutes(api: Api): void {
  forgetPassword(api);
  resetPassword(api);
}

/**
 * An answer takes at least this long: far longer than it takes to write a letter, so that the time
 * tells nobody whether there was an account to write to.
 */
const ANSWER_MS = 200;

/** Answers the same, and as fast, whether or not there is such an account. */
function forgetPassword(api: Api): void {
  const { server } = api;
  route(api, 'forgetPassword', async ({ body, address }) => {
    const wait =
      (await throttle(server, LIMITS.resetByAddress, address)) ??
      (await throttle(server, LIMITS.resetByAccount, body.email));
    if (wait !== null) return no('too-many', { retryAfterSeconds: wait });
    await Promise.all([sendLinkTo(server, body.email), setTimeout(ANSWER_MS)]);
    return undefined;
  });
}

async function sendLinkTo(server: Server, email: string): Promise<void> {
  const { rows } = await server.pool.query<{
    id: string;
    name: string;
    email: string;
    language: Language;
  }>('select id, name, email, language from person where lower(email) = lower($1) and active', [
    email,
  ]);
  const person = rows[0];
  if (!person) return;
  await server.orm.em
    .fork()
    .transactional((em) => sendPasswordLink(em, server, person, 'forgotten'));
}

function resetPassword(api: Api): void {
  const { server } = api;
  route(api, 'resetPassword', async ({ body, address }) => {
    const wait = await throttle(server, LIMITS.passwordByAddress, address);
    if (wait !== null) return no('too-many', { retryAfterSeconds: wait });
    if (!(await isResetValid(server, body.token))) return no('link-invalid');
    const hash = await hashPassword(body.password);
    if (hash === null) return no('too-many', { retryAfterSeconds: BUSY_SECONDS });
    const person = await useReset(server, body.token, hash);
    if (person === null) return no('link-invalid');
    await logAccess(server, person, 'resetPassword');
  });
}
