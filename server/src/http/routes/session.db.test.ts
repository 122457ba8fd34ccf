import { describe, expect, it } from 'vitest';
import { addSomebody, PASSWORD, useTestApi } from '../testing.ts';

const api = useTestApi();
const HOUR_MS = 3_600_000;

describe('signing in', () => {
  it('opens a session with an HttpOnly cookie, and says who is signed in', async () => {
    const { email } = await addSomebody(api.server, ['case-manager', 'coordinator']);
    const response = await api.send('signIn', { body: { email, password: PASSWORD } });
    expect(response.status).toBe(200);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^percorso=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = /percorso=([\w-]+)/.exec(cookie)?.[1];
    const session = await api.ask('whoAmI', { as: token });
    expect(session.person.email).toBe(email);
    expect(session.may).toContain('outbox.read');
  });

  it('keeps only the hash of the token', async () => {
    const { token } = await addSomebody(api.server, ['monitor']);
    const { rows } = await api.server.pool.query('select token_hash from session');
    expect(rows.some((row) => row.token_hash.toString().includes(token))).toBe(false);
    expect(rows.every((row) => row.token_hash.length === 32)).toBe(true);
  });

  it('says the same of a wrong password, an unknown address and an inactive account', async () => {
    const { id, email } = await addSomebody(api.server, ['monitor']);
    const wrong = { password: 'sbagliata-sbagliata' };
    const a = await api.askInVain('signIn', 'sign-in-wrong', { body: { email, ...wrong } });
    const unknown = { email: 'nessuno@example.org', ...wrong };
    const b = await api.askInVain('signIn', 'sign-in-wrong', { body: unknown });
    await api.server.pool.query('update person set active = false where id = $1', [id]);
    const inactive = { email, password: PASSWORD };
    const c = await api.askInVain('signIn', 'sign-in-wrong', { body: inactive });
    expect(a).toEqual(b);
    expect(b).toEqual(c);
  });

  it('takes the address in any case of letters', async () => {
    const { email } = await addSomebody(api.server, ['monitor']);
    await api.ask('signIn', { body: { email: email.toUpperCase(), password: PASSWORD } });
  });

  it('is throttled by account, and says how long to wait', async () => {
    const { email } = await addSomebody(api.server, ['monitor']);
    const body = { email, password: 'sbagliata-sbagliata' };
    for (let tries = 0; tries < 10; tries += 1) {
      await api.askInVain('signIn', 'sign-in-wrong', { body });
    }
    const response = await api.send('signIn', { body: { email, password: PASSWORD } });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('Retry-After'))).toBe(900);
    api.server.advanceBy(900_000);
    await api.ask('signIn', { body: { email, password: PASSWORD } });
  });
});

describe('a session', () => {
  it('ends when it is signed out', async () => {
    const { token } = await addSomebody(api.server, ['monitor']);
    await api.ask('signOut', { as: token });
    await api.askInVain('whoAmI', 'session-missing', { as: token });
  });

  it('ends after twelve hours without a request, and not before', async () => {
    const { token } = await addSomebody(api.server, ['monitor']);
    api.server.advanceBy(11 * HOUR_MS);
    await api.ask('whoAmI', { as: token });
    api.server.advanceBy(11 * HOUR_MS);
    await api.ask('whoAmI', { as: token });
    api.server.advanceBy(12 * HOUR_MS);
    await api.askInVain('whoAmI', 'session-missing', { as: token });
  });

  it('ends after seven days in any case', async () => {
    const { token } = await addSomebody(api.server, ['monitor']);
    for (let hours = 0; hours < 168; hours += 8) {
      await api.ask('whoAmI', { as: token });
      api.server.advanceBy(8 * HOUR_MS);
    }
    await api.askInVain('whoAmI', 'session-missing', { as: token });
  });

  it('remembers the language that was chosen', async () => {
    const { token } = await addSomebody(api.server, ['monitor']);
    await api.ask('setPreferences', { as: token, body: { language: 'en' } });
    expect((await api.ask('whoAmI', { as: token })).person.language).toBe('en');
  });
});

describe('the demonstration accounts', () => {
  it('are offered only while the demonstration data is loaded', async () => {
    const { id } = await addSomebody(api.server, ['monitor']);
    await api.server.pool.query('update person set demonstration = true where id = $1', [id]);
    expect(await api.ask('demonstrationAccounts')).toEqual({ accounts: [] });
    await api.server.pool.query(
      `insert into setting (name, value) values ('demonstration', '{"password":"prova"}')`,
    );
    const { accounts } = await api.ask('demonstrationAccounts');
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({ password: 'prova', roles: ['monitor'] });
  });
});
