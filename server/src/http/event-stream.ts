import type { Request, Response } from 'express';

/** A reader who is this far behind is let go; the browser comes back and is told what it missed. */
const BEHIND_BYTES_MAX = 1_000_000;

type Follow = (send: (text: string) => void, end: () => void) => Promise<() => void>;

/**
 * Answers with server-sent events for as long as the reader stays. `follow` is given how to send
 * and how to end; what it returns is called once, when the reader has gone. Either may be called
 * at any time: once the stream has ended, nothing more is sent.
 */
export async function openStream(
  request: Request,
  response: Response,
  follow: Follow,
): Promise<void> {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();
  // A connection that breaks is told by 'close'; an error that nobody hears would end the process.
  response.on('error', () => {});
  const send = (text: string) => {
    if (text === '' || response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > BEHIND_BYTES_MAX) response.destroy();
  };
  const leave = await follow(send, () => response.end());
  if (response.closed) leave();
  else response.once('close', leave);
}
