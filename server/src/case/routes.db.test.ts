import { beforeAll, expect, test } from 'vitest';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { addCase, addEdition, addOrganisation, definition, publish } from './testing.ts';
import { COURSE } from './testing-documents.ts';

const api = useTestApi({}, '/nowhere');
const { server } = api;
let coordinator: Somebody;
let manager: Somebody;
let colleague: Somebody;

beforeAll(async () => {
  for (const id of ['mig-work-neet', 'mig-work-students', 'mig-work-precarious']) {
    await publish(server, definition(id));
  }
  await publish(server, definition('mig-work-groups'));
  await publish(server, definition('internship'));
  await publish(server, COURSE);
  await addOrganisation(server, 'comunita-nuova');
  coordinator = await addSomebody(server, ['coordinator']);
  manager = await addSomebody(server, ['case-manager']);
  colleague = await addSomebody(server, ['case-manager']);
});

const youth = (more: object = {}) => ({
  language: 'it',
  firstName: 'Nicolò',
  lastName: 'D’Amico',
  birthDate: '2004-05-17',
  email: `${server.newId()}@example.org`,
  situation: 'out-of-school',
  privacyNoticeRead: true,
  ...more,
});

let keys = 0;
const key = () => `key-${String(++keys).padStart(8, '0')}`;

async function registered(more: object = {}): Promise<{ id: string; token: string; code: string }> {
  const receipt = await api.ask('register', { body: youth(more) });
  const found = await api.ask('searchCases', {
    as: coordinator.token,
    body: { text: receipt.code, status: 'all' },
  });
  expect(found.total).toBe(1);
  return { id: found.cases[0].id, token: receipt.link.split('#')[1], code: receipt.code };
}

const read = (id: string, who: Somebody = manager) =>
  api.ask('readCase', { as: who.token, params: { id } });

async function assigned(more: object = {}) {
  const one = await registered(more);
  await api.ask('assignCase', {
    as: coordinator.token,
    params: { id: one.id },
    revision: 1,
    key: key(),
    body: { caseManager: manager.id },
  });
  return one;
}

const act = (id: string, revision: number, action: string, answer = {}, who = manager) => ({
  as: who.token,
  params: { id },
  revision,
  key: key(),
  body: { action, answer },
});

test('a youth registers, is found without accents, and is convened and answers by the link', async () => {
  const { id, token, code } = await assigned();
  expect(code).toMatch(/^MIG-[2-9A-Z]{4}-[2-9A-Z]{2}$/);
  const found = await api.ask('searchCases', {
    as: coordinator.token,
    body: { text: 'NICOLO amico' },
  });
  expect(found.cases.map((one: { id: string }) => one.id)).toContain(id);
  const view = await read(id);
  expect(view.caseManager.id).toBe(manager.id);
  expect(view.participant.name).toBe('Nicolò D’Amico');
  const convene = view.possibilities.find((one: { action: string }) => one.action === 'CONVENE');
  expect(convene).toMatchObject({ verdict: 'yes', form: 'convene' });
  const answer = { at: '2026-11-30T09:30:00.000Z', place: 'informagiovani' };
  const convening = act(id, view.revision, 'CONVENE', answer);
  const acted = await api.ask('act', convening);
  expect(acted).toMatchObject({ revision: 3, status: 'active' });
  expect(await api.ask('act', convening)).toEqual(acted);
  await api.askInVain('act', 'revision-stale', act(id, view.revision, 'CONVENE', answer));
  await api.askInVain('act', 'answer-invalid', act(id, 3, 'RESCHEDULE', { place: 'luna' }));
  await api.askInVain('act', 'action-not-open-here', act(id, 3, 'AGREE_STRATEGY'));

  const own = await api.ask('openOwnCase', { body: { token } });
  expect(own).toMatchObject({ firstName: 'Nicolò', caseManager: view.caseManager.name });
  expect(own.appointment).toMatchObject({ at: answer.at, place: 'Informagiovani, via Dogana 2' });
  expect(own.actions.map((one: { action: string }) => one.action)).toContain('CONFIRM');
  const body = { token, action: 'CONFIRM', answer: {}, revision: own.revision };
  const after = await api.ask('actOnOwnCase', { body });
  expect(after.revision).toBe(4);
  await api.askInVain('actOnOwnCase', 'revision-stale', { body });
  await api.askInVain('actOnOwnCase', 'action-unknown', {
    body: { ...body, action: 'CONVENE', revision: 4 },
  });

  const { lines } = await api.ask('readTrace', { as: manager.token, params: { id } });
  expect(lines.map((line: { kind: string }) => line.kind)).toEqual([
    'action',
    'action',
    'assigned',
    'start',
  ]);
  expect(lines[1].answers).toContainEqual({
    label: { it: 'Luogo', en: 'Place' },
    value: 'Informagiovani, via Dogana 2',
  });
  const replay = await api.ask('replayCase', { as: manager.token, params: { id } });
  expect(replay).toMatchObject({ matches: true, chainValid: true, entries: 4, differsAt: null });
  const looked = await server.pool.query(
    "SELECT count(*)::int FROM access_log WHERE case_id = $1 AND what = 'readCase'",
    [id],
  );
  expect(looked.rows[0].count).toBe(1);
});

test('a forged, an altered, a replaced and an expired link get one and the same answer', async () => {
  const { id, token } = await assigned();
  const [payload = '', signature = ''] = token.split('.');
  const other = Buffer.from(JSON.stringify([id, 9e9, 7])).toString('base64url');
  for (const forged of [`${other}.${signature}`, `${payload}.${'A'.repeat(43)}`, 'x'.repeat(30)]) {
    await api.askInVain('openOwnCase', 'link-invalid', { body: { token: forged } });
  }
  const { link } = await api.ask('linkForYouth', { as: manager.token, params: { id } });
  await api.askInVain('openOwnCase', 'link-invalid', { body: { token } });
  const fresh = link.split('#')[1];
  await api.ask('openOwnCase', { body: { token: fresh } });
});

test('who is too young or too old gets kind words and no case', async () => {
  const count = async () =>
    (await server.pool.query('SELECT count(*)::int FROM "case"')).rows[0].count;
  const before = await count();
  const problem = await api.askInVain('register', 'not-our-age', {
    body: youth({ birthDate: '2012-01-01' }),
  });
  expect(problem.detail).toContain('Informagiovani');
  await api.askInVain('register', 'not-our-age', { body: youth({ birthDate: '1980-01-01' }) });
  expect(await count()).toBe(before);
});

test('the pathway follows situation and age', async () => {
  const pathwayOf = async (more: object) => (await read((await assigned(more)).id)).pathway;
  expect(await pathwayOf({ situation: 'student', birthDate: '2009-02-01' })).toBe(
    'mig-work-students',
  );
  expect(await pathwayOf({ situation: 'out-of-school' })).toBe('mig-work-neet');
  expect(await pathwayOf({ situation: 'precarious', birthDate: '1996-02-01' })).toBe(
    'mig-work-precarious',
  );
});

test('a case that is neither own nor shared does not exist for a case manager', async () => {
  const { id } = await assigned();
  const asColleague = { as: colleague.token, params: { id } };
  await api.askInVain('readCase', 'not-found', asColleague);
  await api.askInVain('readTrace', 'not-found', asColleague);
  await api.askInVain('act', 'not-found', act(id, 2, 'WITHDRAW', {}, colleague));
  const sharing = { as: manager.token, params: { id }, revision: 2, key: key() };
  await api.ask('shareCase', { ...sharing, body: { person: colleague.id, shared: true } });
  expect((await read(id, colleague)).sharedWith).toHaveLength(1);
  await api.askInVain('assignCase', 'forbidden', {
    ...asColleague,
    revision: 3,
    key: key(),
    body: { caseManager: colleague.id },
  });
  await api.ask('addNote', { ...asColleague, body: { text: 'Vista insieme' } });
  const view = await read(id);
  expect(view.notes[0].text).toBe('Vista insieme');
  expect(view.revision).toBe(4);
});

test('a coordinator sees what case managers may do, with the reason why they may not', async () => {
  const { id } = await assigned();
  const view = await read(id, coordinator);
  const convene = view.possibilities.find((one: { action: string }) => one.action === 'CONVENE');
  expect(convene).toMatchObject({ verdict: 'no', refusal: { code: 'forbidden' } });
  expect(convene.refusal.reason.it).toContain('il case manager');
  const refused = act(id, view.revision, 'CONVENE', {}, coordinator);
  await api.askInVain('act', 'forbidden', refused);
});

test('the same person is noticed, and the later registration is closed once somebody says so', async () => {
  const born = { birthDate: '2003-03-03', firstName: 'Zoe', lastName: 'Quaranta' };
  const first = await registered(born);
  server.advanceBy(60_000);
  const second = await registered({ ...born, firstName: 'Zoé' });
  const view = await read(second.id, coordinator);
  expect(view.duplicates).toHaveLength(1);
  expect(view.duplicates[0]).toMatchObject({ caseId: first.id });
  expect(view.duplicates[0].likeness).toBeGreaterThan(0.7);
  await api.ask('decideDuplicate', {
    as: coordinator.token,
    params: { id: first.id },
    body: { other: second.id, decision: 'same-person' },
  });
  const closed = await read(second.id, coordinator);
  expect(closed).toMatchObject({ status: 'done', outcome: 'not-started', duplicates: [] });
  expect(closed).toMatchObject({ timers: [], possibilities: [] });
  expect((await read(first.id, coordinator)).status).toBe('active');
  const replay = await api.ask('replayCase', {
    as: coordinator.token,
    params: { id: second.id },
  });
  expect(replay).toMatchObject({ matches: true, chainValid: true });
});

test('personal data are corrected under their own revision, and the trace does not hold them', async () => {
  const { id } = await assigned();
  const change = { as: manager.token, params: { id }, key: key() };
  const body = { lastName: 'Nuovocognome' };
  const changed = await api.ask('changeParticipant', { ...change, revision: 1, body });
  expect(changed).toMatchObject({ revision: 2, lastName: 'Nuovocognome' });
  expect(await api.ask('changeParticipant', { ...change, revision: 1, body })).toEqual(changed);
  await api.askInVain('changeParticipant', 'revision-stale', {
    ...change,
    key: key(),
    revision: 1,
    body,
  });
  const { rows } = await server.pool.query(
    "SELECT count(*)::int FROM trace_entry WHERE facts LIKE '%Nuovocognome%'",
  );
  expect(rows[0].count).toBe(0);
});

test('a fact is corrected with its reason; an unknown one is refused', async () => {
  const { id } = await assigned();
  const change = { as: manager.token, params: { id }, revision: 2, key: key() };
  await api.askInVain('correctCase', 'fact-unknown', {
    ...change,
    body: { data: { shoeSize: 43 }, note: 'Sbagliato' },
  });
  await api.ask('correctCase', {
    ...change,
    key: key(),
    body: { data: { noShows: 1 }, note: 'Segnato due volte' },
  });
  const { lines } = await api.ask('readTrace', { as: manager.token, params: { id } });
  expect(lines[0].kind).toBe('correct');
  expect(JSON.stringify(lines[0].answers)).toContain('Segnato due volte');
});

test('a partner sees its own tasks, the contact only once accepted, and nothing else', async () => {
  const cesvip = await addSomebody(server, ['partner-operator'], 'cesvip');
  const formaper = await addSomebody(server, ['partner-operator'], 'formaper');
  const edition = await addEdition(server, 'training', 5, 'cesvip');
  const id = await addCase(server, 'course', manager.id);
  await api.ask('act', act(id, 1, 'ENROL', { edition }));
  const { tasks, total } = await api.ask('listTasks', { as: cesvip.token });
  expect(total).toBe(1);
  expect(tasks[0]).toMatchObject({
    subject: 'Ada P.',
    contact: null,
    caseId: null,
    may: ['accept', 'decline'],
  });
  const task = { params: { id: tasks[0].id } };
  expect((await api.ask('listTasks', { as: formaper.token })).total).toBe(0);
  await api.askInVain('readTask', 'not-found', { ...task, as: formaper.token });
  await api.askInVain('completeTask', 'not-found', {
    ...task,
    as: formaper.token,
    body: { answer: { attendance: 80 } },
  });
  await api.askInVain('readCase', 'forbidden', { as: cesvip.token, params: { id } });
  const accepted = await api.ask('acceptTask', { ...task, as: cesvip.token });
  expect(accepted).toMatchObject({ status: 'accepted', may: ['complete', 'decline'] });
  expect(accepted.contact).toContain('@');
  expect(accepted.enrolment.status).toBe('attending');
  await api.ask('acceptTask', { ...task, as: cesvip.token });
  await api.askInVain('completeTask', 'answer-invalid', {
    ...task,
    as: cesvip.token,
    body: { answer: {} },
  });
  const done = { ...task, as: cesvip.token, body: { answer: { attendance: 80 } } };
  expect((await api.ask('completeTask', done)).status).toBe('completed');
  await api.askInVain('completeTask', 'activity-not-open', done);
  expect(await read(id)).toMatchObject({ status: 'done', outcome: 'completed' });
});

test('a declined enrolment frees the seat, and its reason is for the case’s team', async () => {
  const cesvip = await addSomebody(server, ['partner-operator'], 'cesvip');
  const edition = await addEdition(server, 'training', 1, 'cesvip');
  const id = await addCase(server, 'course', manager.id);
  await api.ask('act', act(id, 1, 'ENROL', { edition }));
  const other = await addCase(server, 'course', manager.id);
  await api.askInVain('act', 'edition-full', act(other, 1, 'ENROL', { edition }));
  await api.ask('act', act(other, 1, 'ENROL', { edition, acceptWaiting: true }));
  const tasks = (await api.ask('listTasks', { as: cesvip.token })).tasks;
  const mine = tasks.find(
    (one: { enrolment: { status: string } }) => one.enrolment.status === 'enrolled',
  );
  const waiting = tasks.find(
    (one: { enrolment: { status: string } }) => one.enrolment.status === 'waiting',
  );
  expect(waiting).toMatchObject({ may: [], enrolment: { position: 1 } });
  await api.ask('declineTask', {
    as: cesvip.token,
    params: { id: mine.id },
    body: { reason: 'Mancano i requisiti' },
  });
  const view = await read(other);
  const activity = view.activities.find((one: { kind: string }) => one.kind === 'enrolment');
  expect(activity.enrolment).toMatchObject({ status: 'enrolled', position: null });
});

test('a class gets a case of its own, with a head count', async () => {
  const body = {
    subject: 'group',
    pathway: 'mig-work-groups',
    name: 'Istituto Navigli, 3ª A',
    headCount: 19,
    groupKind: 'class',
  };
  const view = await api.ask('openCase', { as: manager.token, body });
  expect(view).toMatchObject({ subject: 'group', participant: { headCount: 19 } });
  await api.askInVain('openCase', 'input-invalid', {
    as: manager.token,
    body: { ...body, pathway: 'mig-work-neet' },
  });
});

test('lists are paged, ordered and counted', async () => {
  const all = await api.ask('searchCases', {
    as: coordinator.token,
    body: { status: 'all', order: 'newest', limit: 3 },
  });
  expect(all.cases).toHaveLength(3);
  expect(all.total).toBeGreaterThan(10);
  const dates = all.cases.map((one: { registeredAt: string }) => one.registeredAt);
  expect(dates).toEqual(dates.toSorted().reverse());
  for (const order of ['waiting', 'name', 'changed']) {
    await api.ask('searchCases', { as: manager.token, body: { order, caseManager: 'me' } });
  }
  const unassigned = await api.ask('searchCases', {
    as: coordinator.token,
    body: { caseManager: 'none', stage: 'first-welcome', step: 'pre-registered' },
  });
  for (const one of unassigned.cases) expect(one.waiting.words.it).toContain('Da assegnare');
});
