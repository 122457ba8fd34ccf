import { describe, expect, it } from 'vitest';
import { useTestServer } from '../database/testing.ts';
import { openSession, sweepAccess } from './sessions.ts';
import { forgive, throttle } from './throttle.ts';

const server = useTestServer();
const limit = { kind: 'prova', max: 3, windowSeconds: 60 };

describe('throttling', () => {
  it('lets through exactly as many as the limit, however many come at once', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => throttle(server, limit, 'insieme')),
    );
    expect(tries.filter((wait) => wait === null)).toHaveLength(3);
  });

  it('lets one more through as soon as the oldest attempt is old enough', async () => {
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await throttle(server, limit, 'piano')).toBeNull();
      server.advanceBy(10_000);
    }
    expect(await throttle(server, limit, 'piano')).toBe(30);
    server.advanceBy(30_000);
    expect(await throttle(server, limit, 'piano')).toBeNull();
    expect(await throttle(server, limit, 'piano')).toBe(10);
  });

  it('counts each asker apart, in whatever letters', async () => {
    for (let tries = 0; tries < 3; tries += 1) await throttle(server, limit, 'A@example.org');
    expect(await throttle(server, limit, 'a@EXAMPLE.org')).not.toBeNull();
    expect(await throttle(server, limit, 'b@example.org')).toBeNull();
  });

  it('forgets the attempts of who has shown who they are', async () => {
    for (let tries = 0; tries < 3; tries += 1) await throttle(server, limit, 'perdonato');
    await forgive(server, limit, 'perdonato');
    expect(await throttle(server, limit, 'perdonato')).toBeNull();
  });

  it('keeps no address in the clear, and nothing longer than a day', async () => {
    await throttle(server, limit, 'segreto@example.org');
    const { rows } = await server.pool.query('select key from attempt');
    expect(JSON.stringify(rows)).not.toContain('segreto');
    server.advanceBy(25 * 3_600_000);
    await sweepAccess(server);
    expect((await server.pool.query('select from attempt')).rowCount).toBe(0);
  });
});

describe('sweeping', () => {
  it('removes sessions that have ended and keeps the others', async () => {
    const id = server.newId();
    await server.pool.query(
      `insert into person (id, name, email, language, active, demonstration, roles, created_at)
       values ($1, 'Ada', 'ada@example.org', 'it', true, false, '{monitor}', now())`,
      [id],
    );
    await openSession(server, id);
    server.advanceBy(13 * 3_600_000);
    await openSession(server, id);
    await sweepAccess(server);
    expect((await server.pool.query('select from session')).rowCount).toBe(1);
  });
});
