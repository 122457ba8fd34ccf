import { once } from 'node:events';
import { request } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../case/testing.ts';
import { COURSE } from '../case/testing-documents.ts';
import { addSomebody, type Somebody, useTestApi } from './testing.ts';

const api = useTestApi({}, '/nowhere');
let coordinator: Somebody;
let administrator: Somebody;

beforeAll(async () => {
  await publish(api.server, COURSE);
  coordinator = await addSomebody(api.server, ['coordinator']);
  administrator = await addSomebody(api.server, ['administrator']);
});

const REGISTRATION = {
  language: 'it',
  firstName: 'Ada',
  lastName: 'Prova',
  birthDate: '2004-05-17',
  email: 'ada@example.org',
  situation: 'out-of-school',
  privacyNoticeRead: true,
};

describe('a text that no row can hold', () => {
  it.each([
    ['a NUL', 'a\0b'],
    ['half a character', 'a\ud800b'],
  ])('is refused where it stands: %s', async (_, text) => {
    const refused = async (body: object) =>
      (await api.askInVain('register', 'input-invalid', { body: { ...REGISTRATION, ...body } }))
        .faults;
    expect(await refused({ wish: text })).toMatchObject([{ path: 'wish' }]);
    const guardian = { name: 'Madre', contact: `${text}@example.org` };
    expect(await refused({ guardian })).toMatchObject([{ path: 'guardian.contact' }]);
    const search = { as: coordinator.token, body: { text } };
    await api.askInVain('searchCases', 'input-invalid', search);
  });
});

describe('a name', () => {
  it.each([
    ['has one line', 'Ada\r\nBcc: tutti@example.org'],
    ['has one direction', '\u202eadA'],
    ['has no tags', '<b>Ada</b>'],
    ['is no address', 'Vinci su https://esempio.it'],
  ])('%s', async (_, firstName) => {
    const body = { ...REGISTRATION, firstName };
    const { faults } = await api.askInVain('register', 'input-invalid', { body });
    expect(faults).toMatchObject([{ path: 'firstName' }]);
  });

  it.each(['D’Amico', 'Nguyễn Thị', 'Al-Sayed', 'Łukasz', 'محمد', "O'Neil"])(
    'may be %s',
    async (n) => {
      const body = { ...REGISTRATION, firstName: n, birthDate: '1950-01-01' };
      await api.askInVain('register', 'not-our-age', { body });
    },
  );
});

describe('numbers and dates beyond what a row holds', () => {
  it('are no version of a pathway', async () => {
    const params = { id: 'course', version: 99_999_999_999 };
    await api.askInVain('readPathwayVersion', 'not-found', { as: coordinator.token, params });
  });

  it('are no day of a course', async () => {
    const edition = { opportunity: 'x', startsOn: '0000-01-01', endsOn: '0000-02-01' };
    const body = { ...edition, place: 'Milano', seats: 1 };
    const asking = { as: coordinator.token, body };
    const { faults } = await api.askInVain('createEdition', 'input-invalid', asking);
    expect(faults?.map(({ path }) => path)).toEqual(['startsOn', 'endsOn']);
  });
});

it('a robot that fills in the hidden field gets a receipt, and leaves no case', async () => {
  const count = async () =>
    (await api.server.pool.query('select count(*)::int as n from participant')).rows[0].n;
  const before = await count();
  const body = { ...REGISTRATION, website: 'https://robot.example' };
  expect((await api.ask('register', { body })).code).toMatch(/^MIG-/);
  expect(await count()).toBe(before);
});

it('a foreign name that suddenly means this machine is not served', async () => {
  const statusFor = async (host: string) => {
    const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    const asked = request(`${api.origin}/api/public/demonstration-accounts`, { headers }).end();
    const [response] = await once(asked, 'response');
    response.resume();
    return response.statusCode;
  };
  const port = new URL(api.origin).port;
  expect(await statusFor(`evil.example:${port}`)).toBe(403);
  expect(await statusFor(`127.0.0.1.evil.example:${port}`)).toBe(403);
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    expect(await statusFor(`${name}:${port}`)).toBe(200);
  }
});

it('nobody gives themselves a role', async () => {
  const change = { as: administrator.token, params: { id: administrator.id } };
  const roles = ['administrator', 'coordinator'];
  await api.askInVain('changePerson', 'forbidden', { ...change, body: { roles } });
  const own = { as: coordinator.token, params: { id: coordinator.id } };
  await api.askInVain('changePerson', 'forbidden', {
    ...own,
    body: { roles: ['coordinator', 'case-manager'] },
  });
  await api.ask('changePerson', { ...change, as: administrator.token, body: { name: 'Nuovo' } });
});

it('one person follows the changes in twenty streams at most', async () => {
  const { token } = await addSomebody(api.server, ['coordinator']);
  const abort = new AbortController();
  const follow = async () => {
    const headers = { cookie: `percorso=${token}` };
    const answer = await fetch(`${api.origin}/api/changes`, { headers, signal: abort.signal });
    await answer.body?.getReader().read();
    return answer.status;
  };
  for (let streams = 0; streams < 20; streams += 1) expect(await follow()).toBe(200);
  expect(await follow()).toBe(429);
  abort.abort();
});
