import { beforeAll, expect, test } from 'vitest';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { administrative } from './case-office.ts';
import { changeCase } from './change-case.ts';
import { addCase, addEdition, publish } from './testing.ts';
import { COURSE, WORKSHOP } from './testing-documents.ts';

const api = useTestApi({}, '/nowhere');
const { server } = api;
let coordinator: Somebody;
let manager: Somebody;
let colleague: Somebody;

const LETTER = {
  ...COURSE,
  id: 'letter',
  messages: {
    ...COURSE.messages,
    hello: { ...COURSE.messages.hello, to: 'guardian' },
  },
};

beforeAll(async () => {
  for (const document of [COURSE, WORKSHOP, LETTER]) await publish(server, document);
  coordinator = await addSomebody(server, ['coordinator']);
  manager = await addSomebody(server, ['case-manager']);
  colleague = await addSomebody(server, ['case-manager']);
});

let keys = 0;
const key = () => `privacy-${String(++keys).padStart(6, '0')}`;
const of = (who: Somebody, id: string) => ({ as: who.token, params: { id } });
const read = (who: Somebody, id: string) => api.ask('readCase', of(who, id));
const revisionOf = async (id: string) => (await read(coordinator, id)).revision as number;

const conditional = async (who: Somebody, id: string, body: object) => ({
  ...of(who, id),
  body,
  revision: await revisionOf(id),
  key: key(),
});

async function caseWithSubCase(): Promise<{ id: string; sub: string }> {
  const id = await addCase(server, 'workshop', manager.id);
  await api.ask('act', await conditional(manager, id, { action: 'SEND' }));
  const { activities } = await read(manager, id);
  return { id, sub: activities[0].subCase };
}

/** Of a new link to a case, given to the case manager. */
const tokenOf = async (id: string): Promise<string> =>
  (await api.ask('linkForYouth', of(manager, id))).link.split('#')[1];

test('a case that is handed over takes its sub-cases along', async () => {
  const { id, sub } = await caseWithSubCase();
  await api.ask('assignCase', await conditional(manager, id, { caseManager: colleague.id }));
  await api.askInVain('readCase', 'not-found', of(manager, id));
  await api.askInVain('readCase', 'not-found', of(manager, sub));
  expect(await read(colleague, sub)).toMatchObject({ caseManager: { id: colleague.id } });
  const replay = await api.ask('replayCase', of(colleague, sub));
  expect(replay).toMatchObject({ matches: true, chainValid: true, entries: 2 });
});

test('a case is shared with its sub-cases, those that begin later too', async () => {
  const { id, sub } = await caseWithSubCase();
  const share = { person: colleague.id, shared: true };
  await api.ask('shareCase', await conditional(manager, id, share));
  await read(colleague, sub);
  await api.ask('act', await conditional(manager, id, { action: 'RECALL' }));
  await api.ask('act', await conditional(colleague, id, { action: 'SEND' }));
  const { activities } = await read(manager, id);
  await read(colleague, activities[0].subCase);
  await api.ask('shareCase', await conditional(manager, id, { ...share, shared: false }));
  await api.askInVain('readCase', 'not-found', of(colleague, sub));
  await api.askInVain('readCase', 'not-found', of(colleague, activities[0].subCase));
});

test('a sub-case is not given to somebody else than the case around it', async () => {
  const { sub } = await caseWithSubCase();
  const giving = await conditional(manager, sub, { caseManager: colleague.id });
  await api.askInVain('assignCase', 'forbidden', giving);
  const sharing = await conditional(manager, sub, { person: colleague.id, shared: true });
  await api.askInVain('shareCase', 'forbidden', sharing);
  expect((await read(manager, sub)).may).not.toContain('assign');
});

test('a colleague who has left can be taken off a shared case', async () => {
  const leaving = await addSomebody(server, ['case-manager']);
  const id = await addCase(server, 'course', manager.id);
  const share = { person: leaving.id, shared: true };
  await api.ask('shareCase', await conditional(manager, id, share));
  await server.pool.query('UPDATE person SET active = false WHERE id = $1', [leaving.id]);
  await api.ask('shareCase', await conditional(manager, id, { ...share, shared: false }));
  expect((await read(manager, id)).sharedWith).toEqual([]);
});

test('whoever writes a telephone number into their own case does not learn whose it is', async () => {
  const theirs = await addCase(server, 'course', colleague.id);
  const own = await addCase(server, 'course', manager.id);
  const phone = '+39333444555';
  for (const [who, id] of [
    [colleague, theirs],
    [manager, own],
  ] as const) {
    const change = { ...of(who, id), revision: 1, key: key(), body: { phone } };
    await api.ask('changeParticipant', change);
  }
  const suspected = (view: { duplicates: { reasons: { en: string }[] }[] }) =>
    view.duplicates.filter(({ reasons }) => reasons.some(({ en }) => en === 'Same telephone'));
  expect(suspected(await read(manager, own))).toMatchObject([{ caseId: null, name: null }]);
  expect(suspected(await read(coordinator, own))).toMatchObject([{ caseId: theirs }]);
  for (const decision of ['same-person', 'different-people']) {
    const body = { other: theirs, decision };
    await api.askInVain('decideDuplicate', 'forbidden', { ...of(manager, own), body });
  }
});

test('a corrected e-mail address ends the links that went to the old one', async () => {
  const id = await addCase(server, 'course', manager.id);
  const { link } = await api.ask('linkForYouth', of(manager, id));
  const body = { email: 'giusta@example.org' };
  await api.ask('changeParticipant', { ...of(manager, id), revision: 1, key: key(), body });
  await api.askInVain('openOwnCase', 'link-invalid', { body: { token: link.split('#')[1] } });
  const { rows } = await server.pool.query('SELECT body FROM outbox WHERE recipient = $1', [
    body.email,
  ]);
  const token = rows[0].body.split('#')[1];
  await api.ask('openOwnCase', { body: { token } });
  const other = { phone: '+39333000111' };
  await api.ask('changeParticipant', { ...of(manager, id), revision: 2, key: key(), body: other });
  await api.ask('openOwnCase', { body: { token } });
});

test('a corrected e-mail address ends the links to the sub-pathway and to the case around it', async () => {
  const correct = (id: string, email: string, revision: number) =>
    api.ask('changeParticipant', { ...of(manager, id), revision, key: key(), body: { email } });
  for (const [at, other] of [
    ['id', 'sub'],
    ['sub', 'id'],
  ] as const) {
    const ids = await caseWithSubCase();
    const token = await tokenOf(ids[other]);
    await correct(ids[at], `di-${other}@example.org`, 1);
    await api.askInVain('openOwnCase', 'link-invalid', { body: { token } });
    const fresh = await tokenOf(ids[other]);
    await api.ask('openOwnCase', { body: { token: fresh } });
  }
});

test('an address that is corrected at a sub-pathway gets a link to the case around it', async () => {
  const { id, sub } = await caseWithSubCase();
  const body = { email: 'al-principale@example.org' };
  await api.ask('changeParticipant', { ...of(manager, sub), revision: 1, key: key(), body });
  const { rows } = await server.pool.query('SELECT body FROM outbox WHERE recipient = $1', [
    body.email,
  ]);
  const own = await api.ask('openOwnCase', { body: { token: rows[0].body.split('#')[1] } });
  const { steps } = await read(manager, id);
  expect(own.steps).toEqual(steps.map(({ label }: { label: object }) => ({ label })));
});

test('a new link ends those to the other cases of the youth, and to no other youth', async () => {
  const [{ id, sub }, other] = [await caseWithSubCase(), await caseWithSubCase()];
  const token = await tokenOf(id);
  const theirs = await tokenOf(other.sub);
  await api.ask('openOwnCase', { body: { token } });
  await tokenOf(sub);
  await api.askInVain('openOwnCase', 'link-invalid', { body: { token } });
  await api.ask('openOwnCase', { body: { token: theirs } });
});

test('a link that was ended stays so, though the sub-case was just being written', async () => {
  const { id, sub } = await caseWithSubCase();
  const token = await tokenOf(sub);
  const acted = await changeCase(server, {
    caseId: sub,
    actor: { kind: 'system' },
    decide: async () => {
      await tokenOf(id);
      return administrative('note');
    },
  });
  expect(acted).toMatchObject({ status: 'active' });
  await api.askInVain('openOwnCase', 'link-invalid', { body: { token } });
});

test('nobody is born tomorrow', async () => {
  const id = await addCase(server, 'course', manager.id);
  const change = { ...of(manager, id), revision: 1, key: key() };
  for (const birthDate of ['2090-01-01', '0000-01-01']) {
    const body = { birthDate };
    await api.askInVain('changeParticipant', 'input-invalid', { ...change, body });
  }
});

test('a partner accepts before completing, and has the contact in between', async () => {
  const cesvip = await addSomebody(server, ['partner-operator'], 'cesvip');
  const edition = await addEdition(server, 'training', 5, 'cesvip');
  const id = await addCase(server, 'course', manager.id);
  const enrolling = { action: 'ENROL', answer: { edition } };
  await api.ask('act', await conditional(manager, id, enrolling));
  const { tasks } = await api.ask('listTasks', { as: cesvip.token });
  const task = of(cesvip, tasks[0].id);
  const done = { ...task, body: { answer: { attendance: 80 } } };
  await api.askInVain('completeTask', 'activity-not-open', done);
  expect((await api.ask('readTask', task)).contact).toBeNull();
  expect((await api.ask('acceptTask', task)).contact).toContain('@');
  expect((await api.ask('completeTask', done)).contact).toBeNull();
});

test('a task that is accepted twice at once is accepted', async () => {
  const formaper = await addSomebody(server, ['partner-operator'], 'formaper');
  const edition = await addEdition(server, 'training', 5, 'formaper');
  const id = await addCase(server, 'course', manager.id);
  await api.ask('act', await conditional(manager, id, { action: 'ENROL', answer: { edition } }));
  const { tasks } = await api.ask('listTasks', { as: formaper.token });
  const task = of(formaper, tasks[0].id);
  const answers = await Promise.all([1, 2, 3, 4].map(() => api.ask('acceptTask', task)));
  for (const { status } of answers) expect(status).toBe('accepted');
  expect(await revisionOf(id)).toBe(3);
});

test('a guardian’s contact is one address, or gets no mail', async () => {
  const mailed = async (contact: string) => {
    const participant = server.newId();
    await server.pool.query(
      `INSERT INTO participant (id, revision, subject, first_name, last_name, birth_date, language,
         situation, guardian, search, demonstration, created_at)
       VALUES ($1, 1, 'person', 'Ada', 'Prova', '2009-01-01', 'it', 'student', $2, '', false, now())`,
      [participant, { name: 'Madre', contact }],
    );
    const id = await addCase(server, 'letter', manager.id, participant);
    const { rows } = await server.pool.query('SELECT recipient FROM outbox WHERE case_id = $1', [
      id,
    ]);
    return rows.map(({ recipient }) => recipient);
  };
  expect(await mailed('madre@example.org')).toEqual(['madre@example.org']);
  expect(await mailed('uno@example.org, due@example.org')).toEqual([]);
  expect(await mailed('Madre <uno@example.org>')).toEqual([]);
});

test('what is read of a person leaves a line in the access log', async () => {
  const id = await addCase(server, 'course', manager.id);
  await api.ask('replayCase', of(manager, id));
  await api.ask('listOutbox', { as: coordinator.token });
  const { rows } = await server.pool.query<{ what: string }>(
    `SELECT DISTINCT what FROM access_log
     WHERE case_id = $1 OR (what = 'listOutbox' AND person_id = $2) ORDER BY what`,
    [id, coordinator.id],
  );
  expect(rows.map(({ what }) => what)).toEqual(['listOutbox', 'replayCase']);
});
