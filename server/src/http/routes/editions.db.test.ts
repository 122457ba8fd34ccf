import { beforeAll, describe, expect, it } from 'vitest';
import { advanceCase } from '../../case/advance-case.ts';
import { addCase, addEdition as addSeats, COURSE, publish } from '../../case/testing.ts';
import { addSomebody, type Somebody, useTestApi } from '../testing.ts';

const api = useTestApi();
let coordinator: Somebody;
beforeAll(async () => {
  coordinator = await addSomebody(api.server, ['coordinator'], 'cesvip');
  await addSomebody(api.server, ['partner-operator'], 'formaper');
  await api.server.pool.query(
    `insert into opportunity (id, kind, title, organisation_id) values
       ('saldatura', 'training', '{"it":"Saldatura","en":"Welding"}', 'cesvip'),
       ('impresa', 'soft-skills', '{"it":"Impresa","en":"Business"}', 'formaper')`,
  );
});

const body = {
  opportunity: 'saldatura',
  startsOn: '2026-12-01',
  endsOn: '2026-12-20',
  place: 'Milano',
  seats: 10,
};
const create = (change: object = {}) =>
  api.ask('createEdition', { as: coordinator.token, body: { ...body, ...change } });
const change = (id: string, revision: number, fields: object) => ({
  as: coordinator.token,
  params: { id },
  revision,
  key: `chiave-${revision}`,
  body: fields,
});

describe('an edition', () => {
  it('is added with free seats, and listed', async () => {
    const edition = await create();
    expect(edition).toMatchObject({ taken: 0, waiting: 0, open: true, revision: 1, ...body });
    const { editions } = await api.ask('listEditions', { as: coordinator.token });
    expect(editions).toContainEqual(edition);
  });

  it.each([
    [{ endsOn: '2026-11-30' }, 'endsOn'],
    [{ opportunity: 'nessuna' }, 'opportunity'],
    [{ startsOn: '2026-02-30' }, 'startsOn'],
    [{ seats: 0 }, 'seats'],
    [{ taken: 3 }, 'taken'],
  ])('is not added with %o', async (wrong, path) => {
    const asking = { as: coordinator.token, body: { ...body, ...wrong } };
    const { faults } = await api.askInVain('createEdition', 'input-invalid', asking);
    expect(faults?.map((fault) => fault.path)).toEqual([path]);
  });

  it('is changed under its revision, and a repeat of the same change is harmless', async () => {
    const { id } = await create();
    const asking = change(id, 1, { seats: 12, place: 'Rho' });
    const changed = await api.ask('changeEdition', asking);
    expect(changed).toMatchObject({
      seats: 12,
      place: 'Rho',
      revision: 2,
      startsOn: body.startsOn,
    });
    expect(await api.ask('changeEdition', asking)).toEqual(changed);
    const stale = change(id, 1, { seats: 5 });
    expect(await api.askInVain('changeEdition', 'revision-stale', stale)).toMatchObject({
      revision: 2,
    });
  });

  it('never has fewer seats than are taken', async () => {
    const { id } = await create();
    await api.server.pool.query('update edition set taken = 7 where id = $1', [id]);
    await api.askInVain('changeEdition', 'seats-taken', change(id, 1, { seats: 6 }));
    await api.ask('changeEdition', change(id, 1, { seats: 7 }));
  });

  it('does not end before it begins', async () => {
    const { id } = await create();
    const asking = change(id, 1, { startsOn: '2027-01-01' });
    await api.askInVain('changeEdition', 'input-invalid', asking);
  });

  it('is changed by one of two at the same time', async () => {
    const { id } = await create();
    const both = await Promise.all([
      api.send('changeEdition', change(id, 1, { seats: 11 })),
      api.send('changeEdition', change(id, 1, { seats: 12 })),
    ]);
    expect(both.map((response) => response.status).sort()).toEqual([200, 412]);
  });

  it('gives the seats that are added to those who wait', async () => {
    await publish(api.server, COURSE);
    const id = await addSeats(api.server, 'training', 1);
    const enrol = async () => {
      const caseId = await addCase(api.server, 'course', coordinator.id);
      const answer = { edition: id, acceptWaiting: true };
      return advanceCase(api.server, {
        caseId,
        actor: { kind: 'system' },
        event: { type: 'action', action: 'ENROL', answer },
      });
    };
    await enrol();
    await enrol();
    await enrol();
    const grown = await api.ask('changeEdition', change(id, 1, { seats: 2 }));
    expect(grown).toMatchObject({ seats: 2, taken: 2, waiting: 1, revision: 2 });
  });

  it('is seen by a partner only when its own organisation offers it', async () => {
    await create({ opportunity: 'impresa' });
    const partner = await addSomebody(api.server, ['partner-operator'], 'formaper');
    const { editions } = await api.ask('listEditions', { as: partner.token });
    expect(editions.length).toBeGreaterThan(0);
    expect(editions.every((each: { kind: string }) => each.kind === 'soft-skills')).toBe(true);
    const { opportunities } = await api.ask('listOpportunities', { as: partner.token });
    expect(opportunities.map((each: { id: string }) => each.id)).toEqual(['impresa']);
  });
});
