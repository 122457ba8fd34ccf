import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { openStream } from './event-stream.ts';

it('what is sent after the end of a stream goes nowhere, and harms nobody', async () => {
  const failed: unknown[] = [];
  const app = express();
  app.get('/', (request, response) =>
    openStream(request, response, async (send, end) => {
      response.on('error', (error) => failed.push(error));
      send('data: one\n\n');
      end();
      send('data: two\n\n');
      return () => send('data: three\n\n');
    }),
  );
  const http = app.listen(0, '127.0.0.1');
  await once(http, 'listening');
  try {
    const answer = await fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
    expect(await answer.text()).toBe('data: one\n\n');
  } finally {
    http.closeAllConnections();
    http.close();
    await once(http, 'close');
  }
  expect(failed).toEqual([]);
});
