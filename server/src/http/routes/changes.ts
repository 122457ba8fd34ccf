import { no } from '../problems.ts';
import { type Api, route } from '../route.ts';

/** A reader who is this far behind is let go; the browser comes back and is told what it missed. */
const BEHIND_BYTES_MAX = 1_000_000;

const RETRY_SECONDS = 30;

export function changeRoutes(api: Api): void {
  route(api, 'streamChanges', async ({ signedIn, request, response }) => {
    if (api.changes.isFull(signedIn.reader)) {
      return no('too-many', { retryAfterSeconds: RETRY_SECONDS });
    }
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    if (request.method === 'HEAD') {
      response.end();
      return undefined;
    }
    response.flushHeaders();
    const since = /^\d{1,15}$/.exec(request.get('Last-Event-ID') ?? '')?.[0];
    const send = (text: string) => {
      if (text !== '') response.write(text);
      if (response.writableLength > BEHIND_BYTES_MAX) response.destroy();
    };
    const leave = await api.changes.follow(
      signedIn,
      since === undefined ? null : Number(since),
      send,
      () => response.end(),
    );
    if (response.closed) leave();
    else response.once('close', leave);
    return undefined;
  });
}
