import { describe, expect, it } from 'vitest';
import { useTestServer } from '../database/testing.ts';
import { deliverMail } from './deliver.ts';
import { queueMail } from './outbox.ts';

const server = useTestServer();
const MINUTE_MS = 60_000;

let count = 0;
async function queue(change: object = {}): Promise<string> {
  count += 1;
  const key = `prova:${count}`;
  const mail = { key, recipient: 'ada@example.org', subject: 'Prova', body: 'Ciao', ...change };
  await server.orm.em.fork().transactional((em) => queueMail(em, server, mail));
  return mail.key;
}

async function read(key: string) {
  const { rows } = await server.pool.query('select * from outbox where key = $1', [key]);
  return rows;
}

describe('the outbox', () => {
  it('holds a message once, however often it is queued', async () => {
    const key = await queue({ key: 'una-volta' });
    await queue({ key, body: 'altro' });
    expect(await read(key)).toMatchObject([{ body: 'Ciao', status: 'waiting' }]);
  });

  it('has a job for each message, made in the same transaction', async () => {
    const key = await queue();
    const { rows } = await server.pool.query(
      'select task_identifier from graphile_worker.jobs where key = $1',
      [`mail:${key}`],
    );
    expect(rows).toEqual([{ task_identifier: 'deliver-mail' }]);
  });

  it('holds nothing when the transaction fails', async () => {
    const mail = { key: 'mai', recipient: 'a@example.org', subject: 'x', body: 'x' };
    const failing = server.orm.em.fork().transactional(async (em) => {
      await queueMail(em, server, mail);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await read('mai')).toEqual([]);
  });

  it('lets no line break into a header', async () => {
    const key = await queue({ subject: 'Prova\r\nBcc: x@example.org' });
    expect((await read(key))[0].subject).toBe('Prova Bcc: x@example.org');
  });

  it('keeps messages to be read when no mail server is set', async () => {
    const key = await queue();
    await deliverMail(server);
    expect(await read(key)).toMatchObject([{ status: 'kept', attempts: 0 }]);
  });

  it('sends each message once, even by two deliverers at a time', async () => {
    const keys = [await queue(), await queue(), await queue()];
    const sent: string[] = [];
    const send = async (message: { key: string; messageId: string }) => {
      sent.push(message.key);
      expect(message.messageId).toMatch(/^<[0-9a-f]{32}@127\.0\.0\.1>$/);
    };
    await Promise.all([deliverMail(server, send), deliverMail(server, send)]);
    expect(sent.sort()).toEqual(keys.sort());
    for (const key of keys) expect(await read(key)).toMatchObject([{ status: 'sent' }]);
  });

  it('tries again later and later, and in the end says that it failed', async () => {
    const key = await queue();
    let tries = 0;
    const refuse = async () => {
      tries += 1;
      throw Object.assign(new Error('550 ada@example.org unknown'), { code: 'EENVELOPE' });
    };
    await deliverMail(server, refuse);
    await deliverMail(server, refuse);
    expect(tries).toBe(1);
    expect(await read(key)).toMatchObject([{ status: 'waiting', last_error: 'EENVELOPE' }]);
    for (let wait = 1; wait <= 512; wait *= 2) {
      server.advanceBy(wait * MINUTE_MS);
      await deliverMail(server, refuse);
    }
    expect(tries).toBe(10);
    expect(await read(key)).toMatchObject([{ status: 'failed', attempts: 10 }]);
  });
});
