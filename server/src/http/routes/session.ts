import { abilitiesOf } from '../../access/abilities.ts';
import { logAccess } from '../../access/access-log.ts';
import { verifyPassword } from '../../access/passwords.ts';
import type { SignedIn } from '../../access/reader.ts';
import { endSession, findSession, openSession } from '../../access/sessions.ts';
import { forgive, LIMITS, throttle } from '../../access/throttle.ts';
import type { Session } from '../../contract/session.ts';
import { no } from '../problems.ts';
import { type Api, route } from '../route.ts';

/** Turned away because many others are signing in at this moment. */
const BUSY_SECONDS = 5;

export function sessionRoutes(api: Api): void {
  signIn(api);
  route(api, 'whoAmI', async ({ signedIn }) => sessionView(signedIn));
  route(api, 'signOut', async ({ signedIn, response }) => {
    await endSession(api.server, signedIn.tokenHash);
    api.changes.endSession(signedIn.tokenHash);
    api.drafts.endSession(signedIn.tokenHash);
    response.clearCookie(api.cookie.name, api.cookie.options);
  });
  route(api, 'setPreferences', async ({ reader, body }) => {
    await api.server.pool.query('update person set language = $2 where id = $1', [
      reader.id,
      body.language,
    ]);
  });
}

/** The answer, and the time it takes, are the same for a wrong password and an unknown address. */
function signIn(api: Api): void {
  const { server, cookie } = api;
  route(api, 'signIn', async ({ body, address, response }) => {
    const wait =
      (await throttle(server, LIMITS.signInByAddress, address)) ??
      (await throttle(server, LIMITS.signInByAccount, body.email));
    if (wait !== null) return no('too-many', { retryAfterSeconds: wait });
    const account = await findAccount(api, body.email);
    const isRight = await verifyPassword(body.password, account?.password_hash ?? null);
    if (isRight === null) return no('too-many', { retryAfterSeconds: BUSY_SECONDS });
    if (!isRight || !account) return no('sign-in-wrong');
    await forgive(server, LIMITS.signInByAccount, body.email);
    const token = await openSession(server, account.id);
    const signedIn = await findSession(server, token);
    if (!signedIn) return no('sign-in-wrong');
    await logAccess(server, account.id, 'signIn');
    response.cookie(cookie.name, token, cookie.options);
    return sessionView(signedIn);
  });
}

async function findAccount({ server }: Api, email: string) {
  const { rows } = await server.pool.query<{ id: string; password_hash: string | null }>(
    'select id, password_hash from person where lower(email) = lower($1) and active',
    [email],
  );
  return rows[0];
}

function sessionView({ reader, expiresAt }: SignedIn): Session {
  const { roles, ...person } = reader;
  return {
    person: { ...person, roles: [...roles] },
    may: abilitiesOf(reader),
    expiresAt: expiresAt.toISOString(),
  };
}
