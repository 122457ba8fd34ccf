import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useTestServer } from '../database/testing.ts';
import { parseSettings } from '../settings.ts';
import { deliverMail } from './deliver.ts';
import { queueMail } from './outbox.ts';

/** As much of a mail server as takes one message. */
function talk(socket: Socket, take: (line: string) => void): void {
  let isData = false;
  let rest = '';
  socket.write('220 prova\r\n');
  socket.on('data', (bytes) => {
    const lines = (rest + bytes).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      take(line);
      if (isData && line !== '.') continue;
      isData = line === 'DATA';
      socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
    }
  });
}

const received: string[] = [];
const smtp = createServer((socket) => talk(socket, (line) => received.push(line)));
smtp.listen(0, '127.0.0.1');
beforeAll(async () => {
  if (!smtp.listening) await once(smtp, 'listening');
});
afterAll(() => {
  smtp.close();
});

const server = useTestServer();

it('a message reaches the mail server with its sender, its words and a name of its own', async () => {
  const { port } = smtp.address() as AddressInfo;
  const settings = parseSettings({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'Percorso <percorso@example.org>',
  });
  const mail = { key: 'prova', recipient: 'ada@example.org', subject: 'Così', body: 'Perché no?' };
  await server.orm.em.fork().transactional((em) => queueMail(em, server, mail));
  await deliverMail({ ...server, settings });
  const text = received.join('\n');
  expect(text).toContain('MAIL FROM:<percorso@example.org>');
  expect(text).toContain('RCPT TO:<ada@example.org>');
  expect(text).toMatch(/Message-ID: <[0-9a-f]{32}@127\.0\.0\.1>/);
  expect(text).toContain('From: Percorso <percorso@example.org>');
  const { rows } = await server.pool.query('select status, attempts from outbox');
  expect(rows).toEqual([{ status: 'sent', attempts: 1 }]);
});
