/** The clients of `Clients`: each keeps one connection and acts on its case, again and again. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { ClientsAsked, Round } from './clients.ts';

const { origin, token, caseIds, action, roundMs } = workerData as ClientsAsked;
const { hostname, port } = new URL(origin);
const revisions = new Map(caseIds.map((id) => [id, 1]));

function requestFor(id: string, revision: number): string {
  const body = JSON.stringify({ action, answer: {} });
  return [
    `POST /api/cases/${id}/actions HTTP/1.1`,
    `Host: ${hostname}`,
    `Cookie: percorso=${token}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    `If-Match: "${revision}"`,
    `Idempotency-Key: ${id}-${revision}`,
    '',
    body,
  ].join('\r\n');
}

/** Reads one answer, whose body is short and whose length is told. */
async function answer(socket: Socket): Promise<string> {
  let text = '';
  for (;;) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    text += chunk.toString();
    const end = text.indexOf('\r\n\r\n');
    const length = /content-length: (\d+)/i.exec(text)?.[1];
    if (end >= 0 && length && text.length >= end + 4 + Number(length)) return text;
  }
}

async function actUntil(socket: Socket, id: string, until: number): Promise<number> {
  let count = 0;
  while (performance.now() < until) {
    const revision = revisions.get(id)!;
    const answered = answer(socket);
    socket.write(requestFor(id, revision));
    const text = await answered;
    if (!text.startsWith('HTTP/1.1 200')) throw new Error(text);
    revisions.set(id, revision + 1);
    count += 1;
  }
  return count;
}

const sockets = await Promise.all(
  caseIds.map(async (id) => {
    const socket = connect(Number(port), hostname).setNoDelay(true);
    await once(socket, 'connect');
    return { id, socket };
  }),
);

parentPort!.on('message', async () => {
  const begin = performance.now();
  const counts = await Promise.all(
    sockets.map(({ id, socket }) => actUntil(socket, id, begin + roundMs)),
  );
  const count = counts.reduce((sum, one) => sum + one, 0);
  const perSecond = (count * 1000) / (performance.now() - begin);
  parentPort!.postMessage({ count, perSecond } satisfies Round);
});
