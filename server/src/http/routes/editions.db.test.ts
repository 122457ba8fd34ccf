import { beforeAll, describe, expect, it, vi } from 'vitest';
import { advanceCase } from '../../case/advance-case.ts';
import { addCase, addEdition as addSeats, COURSE, publish } from '../../case/testing.ts';
import { addSomebody, type Somebody, useTestApi } from '../testing.ts';

const api = useTestApi();
let coordinator: Somebody;
beforeAll(async () => {
  coordinator = await addSomebody(api.server, ['coordinator'], 'cesvip');
  await addSomebody(api.server, ['partner-operator'], 'formaper');
  await publish(api.server, COURSE);
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

/** Somebody new has a seat, or waits for one. */
async function enrol(edition: string): Promise<string> {
  const caseId = await addCase(api.server, 'course', coordinator.id);
  await advanceCase(api.server, {
    caseId,
    actor: { kind: 'system' },
    event: { type: 'action', action: 'ENROL', answer: { edition, acceptWaiting: true } },
  });
  return caseId;
}

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
    const id = await addSeats(api.server, 'training', 1);
    for (const _ of [1, 2, 3]) await enrol(id);
    const grown = await api.ask('changeEdition', change(id, 1, { seats: 2 }));
    expect(grown).toMatchObject({ seats: 2, taken: 2, waiting: 1, revision: 2 });
  });

  it('gets its seats though whoever is to have one is just being moved', async () => {
    const { pool } = api.server;
    const id = await addSeats(api.server, 'training', 1);
    await enrol(id);
    const waiting = await enrol(id);
    // As the end of a case does it: the case first, then the edition whose seat is free again.
    const client = await pool.connect();
    await client.query('begin');
    await client.query('select from "case" where id = $1 for update', [waiting]);
    const growing = api.ask('changeEdition', change(id, 1, { seats: 2 }));
    const waits = async () => {
      const { rowCount } = await pool.query(
        `select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rowCount).toBe(1);
    };
    await vi.waitFor(waits, { timeout: 10_000, interval: 20 });
    await client.query('update edition set taken = taken where id = $1', [id]);
    await client.query('rollback');
    client.release();
    expect(await growing).toMatchObject({ seats: 2, taken: 2, waiting: 0, revision: 2 });
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
