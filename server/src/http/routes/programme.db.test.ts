import { beforeAll, describe, expect, it } from 'vitest';
import { addCase, COURSE, definition, publish } from '../../case/testing.ts';
import { PathwayRow } from '../../contract/programme.ts';
import { deliverMail } from '../../mail/deliver.ts';
import { addOrganisation, addSomebody, type Somebody, useTestApi } from '../testing.ts';

const api = useTestApi();
let coordinator: Somebody;
let manager: Somebody;
let monitor: Somebody;
let administrator: Somebody;
beforeAll(async () => {
  const { server } = api;
  coordinator = await addSomebody(server, ['coordinator']);
  manager = await addSomebody(server, ['case-manager']);
  monitor = await addSomebody(server, ['monitor']);
  administrator = await addSomebody(server, ['administrator']);
  await publish(server, COURSE);
  await addCase(server, 'course', manager.id);
  await addCase(server, 'course', null);
});

describe('the pathways', () => {
  it('are listed with their versions and how many run', async () => {
    const { pathways } = await api.ask('listPathways', { as: monitor.token });
    expect(pathways).toHaveLength(1);
    expect(PathwayRow.parse(pathways[0])).toMatchObject({
      id: 'course',
      title: COURSE.title,
      summary: null,
      running: 2,
      ended: 0,
      versions: [{ version: 1, running: 2 }],
    });
  });

  it('are read as the document that was published', async () => {
    const params = { id: 'course', version: 1 };
    const version = await api.ask('readPathwayVersion', { as: manager.token, params });
    expect(version.document).toEqual(JSON.parse(JSON.stringify(COURSE)));
  });

  it.each([
    { id: 'course', version: 2 },
    { id: 'nessuno', version: 1 },
    { id: 'course', version: 'x' },
    { id: 'Course', version: 1 },
  ])('have no version %o', async (params) => {
    await api.askInVain('readPathwayVersion', 'not-found', { as: manager.token, params });
  });

  it('show how many stand at each step', async () => {
    const params = { id: 'course' };
    expect(await api.ask('readPopulation', { as: monitor.token, params })).toEqual({
      pathway: 'course',
      running: 2,
      steps: { choosing: 2 },
      ended: {},
    });
    const unknown = { as: monitor.token, params: { id: 'nessuno' } };
    await api.askInVain('readPopulation', 'not-found', unknown);
  });
});

describe('the overview', () => {
  it('counts the cases, by milestone, case manager and stage', async () => {
    const overview = await api.ask('readOverview', { as: coordinator.token });
    expect(overview).toMatchObject({
      registered: 2,
      convened: 0,
      takenInCharge: 0,
      running: 2,
      unassigned: 1,
      groups: { cases: 0, youths: 0 },
      targets: { involved: 800, inTrainingOrInternship: 140 },
      byStage: [{ stage: 'one', colour: 'blue', running: 2 }],
    });
    expect(overview.byCaseManager).toMatchObject([{ id: manager.id, running: 1, overdue: 0 }]);
  });

  it('names nobody to a monitor', async () => {
    const overview = await api.ask('readOverview', { as: monitor.token });
    expect(overview.byCaseManager).toEqual([]);
    expect(overview.registered).toBe(2);
  });

  it('gives the cases as rows without names, contacts or ids', async () => {
    const response = await api.send('exportFigures', { as: monitor.token });
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename=figures.csv');
    const [columns, ...rows] = (await response.text()).trim().split('\r\n');
    expect(columns).toBe('pathway;stages;status;outcome;age_band;situation;registered_month');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/^[a-z-]+;one;active;;[^;]*;[^;]*;\d{4}-\d\d$/);
  });

  it('works on a pathway of the programme, whose stages come in their own order', async () => {
    await publish(api.server, definition('mig-work-neet'));
    await addCase(api.server, 'mig-work-neet', manager.id);
    const { byStage } = await api.ask('readOverview', { as: coordinator.token });
    const welcome = byStage.find((each: { stage: string }) => each.stage === 'welcome');
    expect(welcome).toMatchObject({ running: 1 });
    await api.server.pool.query(`delete from timer`);
  });
});

describe('the organisations', () => {
  it('are listed with their open tasks', async () => {
    await addOrganisation(api.server, 'cesvip');
    const { organisations } = await api.ask('listOrganisations', { as: coordinator.token });
    expect(organisations).toMatchObject([{ id: 'cesvip', kind: 'partner', openTasks: 0 }]);
  });
});

describe('the outbox', () => {
  it('shows a link to choose a password only while no mail server delivers it', async () => {
    await api.ask('forgetPassword', { body: { email: manager.email } });
    const bodyFor = async () => {
      const { messages } = await api.ask('listOutbox', { as: coordinator.token });
      const isMine = (each: { to: string }) => each.to === manager.email;
      return messages.find(isMine).body as string;
    };
    expect(await bodyFor()).toContain('[…]');
    await deliverMail(api.server);
    expect(await bodyFor()).toContain('/desk/new-password#');
  });

  it('never shows a coordinator how to become administrator', async () => {
    await api.ask('forgetPassword', { body: { email: administrator.email } });
    await deliverMail(api.server);
    const { messages } = await api.ask('listOutbox', { as: coordinator.token });
    const message = messages.find((each: { to: string }) => each.to === administrator.email);
    expect(message.body).not.toContain('#');
  });

  it('comes in pages, and says how many there are', async () => {
    const all = await api.ask('listOutbox', { as: coordinator.token });
    const query = { offset: 1, limit: 1 };
    const page = await api.ask('listOutbox', { as: coordinator.token, query });
    expect(page).toEqual({ total: all.total, messages: [all.messages[1]] });
    const beyond = { as: coordinator.token, query: { offset: 1000 } };
    expect(await api.ask('listOutbox', beyond)).toEqual({ total: all.total, messages: [] });
    const wrong = { as: coordinator.token, query: { limit: 0 } };
    await api.askInVain('listOutbox', 'input-invalid', wrong);
  });
});

describe('the access log', () => {
  it('notes who looked, the administrator who reads it included', async () => {
    const { entries } = await api.ask('listAccessLog', { as: administrator.token });
    expect(entries[0]).toMatchObject({ what: 'listAccessLog', caseId: null });
  });

  it('notes whose account was changed', async () => {
    const params = { id: manager.id };
    const roles = ['case-manager', 'coordinator'];
    await api.ask('changePerson', { as: administrator.token, params, body: { roles } });
    await api.ask('changePerson', {
      as: administrator.token,
      params,
      body: { roles: ['case-manager'] },
    });
    const { entries } = await api.ask('listAccessLog', { as: administrator.token });
    const changed = { what: 'changePerson', about: expect.any(String) };
    expect(entries.slice(1, 3)).toMatchObject([changed, changed]);
  });
});
