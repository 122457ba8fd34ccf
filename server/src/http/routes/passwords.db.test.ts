import { describe, expect, it } from 'vitest';
import { addSomebody, PASSWORD, useTestApi } from '../testing.ts';

const api = useTestApi();
const NEW_PASSWORD = 'una-password-nuova';

async function mailTo(recipient: string): Promise<{ subject: string; body: string }[]> {
  const { rows } = await api.server.pool.query(
    'select subject, body from outbox where recipient = $1 order by at',
    [recipient],
  );
  return rows;
}

async function linkFor(email: string): Promise<string> {
  await api.ask('forgetPassword', { body: { email } });
  const mail = (await mailTo(email)).at(-1);
  return /\/desk\/new-password#([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? '';
}

describe('a forgotten password', () => {
  it('is chosen anew by a link, which works once and ends every session', async () => {
    const { email, token } = await addSomebody(api.server, ['case-manager']);
    const link = await linkFor(email);
    await api.ask('resetPassword', { body: { token: link, password: NEW_PASSWORD } });
    await api.askInVain('whoAmI', 'session-missing', { as: token });
    await api.askInVain('signIn', 'sign-in-wrong', { body: { email, password: PASSWORD } });
    await api.ask('signIn', { body: { email, password: NEW_PASSWORD } });
    await api.askInVain('resetPassword', 'link-invalid', {
      body: { token: link, password: PASSWORD },
    });
  });

  it('makes the other links of the same person useless', async () => {
    const { email } = await addSomebody(api.server, ['case-manager']);
    const first = await linkFor(email);
    const second = await linkFor(email);
    await api.ask('resetPassword', { body: { token: second, password: NEW_PASSWORD } });
    await api.askInVain('resetPassword', 'link-invalid', {
      body: { token: first, password: PASSWORD },
    });
  });

  it('has a link for two hours', async () => {
    const { email } = await addSomebody(api.server, ['case-manager']);
    const token = await linkFor(email);
    api.server.advanceBy(2 * 3_600_000);
    await api.askInVain('resetPassword', 'link-invalid', {
      body: { token, password: NEW_PASSWORD },
    });
  });

  it('gets the same answer for an unknown address, and no mail', async () => {
    await api.ask('forgetPassword', { body: { email: 'nessuno@example.org' } });
    expect(await mailTo('nessuno@example.org')).toEqual([]);
  });

  it('is answered as slowly for an unknown address as for a known one', async () => {
    const startedAt = performance.now();
    await api.ask('forgetPassword', { body: { email: 'nessuna@example.org' } });
    expect(performance.now() - startedAt).toBeGreaterThan(190);
  });

  it('is asked for three times an hour at most', async () => {
    const { email } = await addSomebody(api.server, ['monitor']);
    for (let tries = 0; tries < 3; tries += 1) await linkFor(email);
    await api.askInVain('forgetPassword', 'too-many', { body: { email } });
    expect(await mailTo(email)).toHaveLength(3);
  });

  it('needs twelve characters', async () => {
    const { email } = await addSomebody(api.server, ['monitor']);
    const body = { token: await linkFor(email), password: 'undici-cara' };
    const { faults } = await api.askInVain('resetPassword', 'input-invalid', { body });
    expect(faults).toEqual([
      { path: 'password', message: { it: 'Almeno 12 caratteri.', en: 'At least 12 characters.' } },
    ]);
  });

  it('is stored as a hash only, like the link', async () => {
    const { email } = await addSomebody(api.server, ['monitor']);
    const link = await linkFor(email);
    const { rows } = await api.server.pool.query('select token_hash from password_reset');
    expect(rows.every((row) => !row.token_hash.toString().includes(link))).toBe(true);
  });
});
