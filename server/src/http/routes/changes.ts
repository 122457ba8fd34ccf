import { openStream } from '../event-stream.ts';
import { no } from '../problems.ts';
import { type Api, route } from '../route.ts';

const RETRY_SECONDS = 30;

export function changeRoutes(api: Api): void {
  route(api, 'streamChanges', async ({ signedIn, request, response }) => {
    if (api.changes.isFull(signedIn.reader)) {
      return no('too-many', { retryAfterSeconds: RETRY_SECONDS });
    }
    const since = /^\d{1,15}$/.exec(request.get('Last-Event-ID') ?? '')?.[0];
    await openStream(request, response, (send, end) =>
      api.changes.follow(signedIn, since === undefined ? null : Number(since), send, end),
    );
    return undefined;
  });
}
