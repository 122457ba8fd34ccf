import { type Limit, throttle } from '../access/throttle.ts';
import { type No, no } from '../http/problems.ts';
import { type Api, route } from '../http/route.ts';
import type { Server } from '../server.ts';
import { actOnOwnCase, openOwnCase } from './own-case.ts';
import { receiptCode } from './receipt-code.ts';
import { register } from './registration.ts';

const REGISTRATION: Limit = { kind: 'registration:address', max: 20, windowSeconds: 3600 };
/** Guessing a signature is hopeless; this only keeps the noise down. */
const OWN_CASE: Limit = { kind: 'own-case:address', max: 300, windowSeconds: 900 };

/** What needs no account: pre-registration and the youth's own page. */
export function registrationRoutes(api: Api): void {
  const { server } = api;
  route(api, 'register', async ({ body, address }) => {
    const refused = await throttled(server, REGISTRATION, address);
    if (refused) return refused;
    // A robot gets a receipt like everybody, and nothing else.
    if (body.website) return robotsReceipt(server);
    return register(server, body);
  });
  route(api, 'openOwnCase', async ({ body, address }) => {
    const refused = await throttled(server, OWN_CASE, address);
    return refused ?? openOwnCase(server, body.token);
  });
  route(api, 'actOnOwnCase', async ({ body, address }) => {
    const refused = await throttled(server, OWN_CASE, address);
    return refused ?? actOnOwnCase(server, body);
  });
}

async function throttled(server: Server, limit: Limit, address: string): Promise<No | null> {
  const retryAfterSeconds = await throttle(server, limit, address);
  return retryAfterSeconds === null ? null : no('too-many', { retryAfterSeconds });
}

function robotsReceipt(server: Server) {
  return {
    code: receiptCode(server.random),
    receivedAt: server.clock().toISOString(),
    link: `${server.settings.publicUrl}/`,
  };
}
