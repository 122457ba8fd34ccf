import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeviationAsked } from '../contract/deviations.ts';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { deskOf, VISITED } from './deviations/testing.ts';
import { addCase, addOrganisation, publish } from './testing.ts';
import { tellWithdrawals } from './withdrawal-letters.ts';

const api = useTestApi();
const { server } = api;
let coordinator: Somebody;
let partner: Somebody;

beforeAll(async () => {
  coordinator = await addSomebody(server, ['coordinator', 'case-manager']);
  partner = await addSomebody(server, ['partner-operator'], 'cesvip');
  await addOrganisation(server, 'formaper');
  await addSomebody(server, ['partner-operator'], 'formaper');
  await publish(server, VISITED);
});

// What a test left withdrawn is told before the next one begins.
beforeEach(async () => {
  await tellWithdrawals(server);
  await server.pool.query('DELETE FROM outbox');
});

async function desk() {
  const id = await addCase(server, 'visited', coordinator.id);
  return { id, ...deskOf(api, coordinator, id) };
}
type Desk = Awaited<ReturnType<typeof desk>>;

const task = (organisation = 'cesvip'): DeviationAsked => ({
  type: 'add-task',
  label: 'Chiamare la scuola',
  assignee: { organisation },
});

/** At the visit, of which nobody was told. */
async function visited(): Promise<Desk> {
  const mine = await desk();
  await mine.act('VISIT');
  return mine;
}

async function accept(mine: Desk): Promise<void> {
  const { rows } = await server.pool.query(
    `SELECT id FROM activity WHERE case_id = $1 AND activity = 'visit' AND status = 'open'`,
    [mine.id],
  );
  await api.ask('acceptTask', { as: partner.token, params: { id: rows[0].id } });
}

interface Letter {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** What a sweep tells, but for the letters of new tasks. */
async function told(): Promise<Letter[]> {
  await tellWithdrawals(server);
  const { rows } = await server.pool.query<Letter>(
    `DELETE FROM outbox WHERE key LIKE 'withdrawn:%' OR key LIKE 'there-again:%'
     RETURNING recipient, subject, body`,
  );
  return rows;
}

describe('an organisation is told that a task is not needed any more', () => {
  it('of which it had a letter, by a deviation, once, without anybody’s name', async () => {
    const mine = await desk();
    await mine.deviate(task());
    expect(await told()).toEqual([]);
    await mine.deviate({ type: 'withdraw-task', activity: 'ad-hoc/2' });
    const [letter, ...others] = await told();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      recipient: expect.stringContaining('@'),
      subject: 'Un compito non serve più',
    });
    expect(letter!.body).toMatch(
      /^– Chiamare la scuola\n\nNon è più da fare: .*\n\nhttp.*\/tasks$/,
    );
    expect(JSON.stringify(letter)).not.toContain('Ada');
    expect(await told()).toEqual([]);
  });

  it('which it had accepted, by an ordinary step; of what it knew nothing of, it is told nothing', async () => {
    const [accepted, unknown] = [await visited(), await visited()];
    await accept(accepted);
    for (const mine of [accepted, unknown]) await mine.deviate({ type: 'go-back', to: 'choosing' });
    expect(await told()).toMatchObject([{ body: expect.stringMatching(/^– Visitare\n/) }]);
    const ended = await visited();
    await accept(ended);
    await ended.act('STOP');
    expect(await told()).toHaveLength(1);
  });

  it('in one letter each, with the number, however many there are', async () => {
    const many = await Promise.all(Array.from({ length: 4 }, () => visited()));
    for (const mine of many) {
      await accept(mine);
      await mine.deviate(task());
      await mine.deviate(task('formaper'));
      await mine.act('STOP');
    }
    const letters = await told();
    expect(letters.map(({ subject }) => subject).sort()).toEqual([
      '4 compiti non servono più',
      '8 compiti non servono più',
    ]);
    const [ours] = letters.filter(({ subject }) => subject.startsWith('8'));
    expect(ours!.body).toContain('– Visitare (4)\n');
    expect(ours!.body).toContain('– Chiamare la scuola (4)\n');
  });

  it('once, though two processes look at the same time', async () => {
    const mine = await desk();
    await mine.deviate(task());
    await mine.act('STOP');
    await Promise.all([tellWithdrawals(server), tellWithdrawals(server)]);
    expect(await told()).toHaveLength(1);
  });

  it('once a migration under way is through, of all of it', async () => {
    const mine = await visited();
    await accept(mine);
    const migration = await underWay(mine);
    await mine.deviate({ type: 'go-back', to: 'choosing' });
    expect(await told()).toEqual([]);
    await migration.comesTo('done');
    expect(await told()).toHaveLength(1);
  });

  it.each(['done', 'stopped'])('of a migration that was %s after days', async (status) => {
    const mine = await visited();
    await accept(mine);
    const migration = await underWay(mine);
    await mine.deviate({ type: 'go-back', to: 'choosing' });
    server.advanceBy(3 * DAY_MS);
    expect(await told()).toEqual([]);
    await migration.comesTo(status);
    server.advanceBy(DAY_MS - 1000);
    expect(await told()).toHaveLength(1);
    expect(await told()).toEqual([]);
    server.advanceBy(1000 - 4 * DAY_MS);
  });

  it('but no more a day after the migration, or where it was before it', async () => {
    server.advanceBy(-2 * DAY_MS);
    const before = await visited();
    await accept(before);
    await before.deviate({ type: 'go-back', to: 'choosing' });
    server.advanceBy(2 * DAY_MS);
    await (await underWay(before)).comesTo('done');
    expect(await told()).toEqual([]);
    const late = await visited();
    await accept(late);
    const migration = await underWay(late);
    await late.deviate({ type: 'go-back', to: 'choosing' });
    await migration.comesTo('done');
    server.advanceBy(DAY_MS + 1000);
    expect(await told()).toEqual([]);
    server.advanceBy(-DAY_MS - 1000);
  });
});

const DAY_MS = 86_400_000;

/** A migration that has moved the case. */
async function underWay(mine: Desk) {
  const id = server.newId();
  await server.pool.query(
    `INSERT INTO pathway_migration (id, pathway_id, to_version, status, decisions, created_at,
       created_by, started_at) VALUES ($1, $2, 2, 'running', '[]', $4, $3, $4)`,
    [id, `other-${id}`, coordinator.id, server.clock()],
  );
  await server.pool.query(
    `INSERT INTO pathway_migration_case (migration_id, case_id, version, status)
     VALUES ($1, $2, 1, 'moved')`,
    [id, mine.id],
  );
  const comesTo = (status: string) =>
    server.pool.query('UPDATE pathway_migration SET status = $2, ended_at = $3 WHERE id = $1', [
      id,
      status,
      server.clock(),
    ]);
  return { comesTo };
}

describe('what is undone', () => {
  it('before it was told is told to nobody', async () => {
    const mine = await visited();
    await accept(mine);
    await mine.deviate({ type: 'go-back', to: 'choosing' });
    await mine.undo();
    expect(await told()).toEqual([]);
  });

  it('afterwards is told once, and its next withdrawal again', async () => {
    const mine = await visited();
    await accept(mine);
    await mine.deviate({ type: 'go-back', to: 'choosing' });
    await told();
    await mine.undo();
    const again = {
      subject: 'Un compito serve di nuovo',
      body: expect.stringContaining('Visitare'),
    };
    expect(await told()).toMatchObject([again]);
    expect(await told()).toEqual([]);
    server.advanceBy(1000);
    await mine.deviate({ type: 'go-back', to: 'choosing' });
    expect(await told()).toMatchObject([{ subject: 'Un compito non serve più' }]);
  });
});
