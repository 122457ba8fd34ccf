import { sortedJson } from '@percorso/engine';
import { logAccess } from '../access/access-log.ts';
import type { Reader } from '../access/reader.ts';
import { No, no } from '../http/problems.ts';
import { type Api, type Asked, route } from '../http/route.ts';
import { readEditions } from '../http/routes/editions.ts';
import { advanceCase } from './advance-case.ts';
import { permitAction, permitReading } from './case-access.ts';
import { type Asking, assignCase, correctCase, shareCase } from './case-office.ts';
import { searchCases } from './case-search.ts';
import { caseView } from './case-view.ts';
import { deviationRoutes } from './deviations/routes.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { replayCase } from './replay-case.ts';
import { caseRecordRoutes } from './routes-records.ts';
import { registrationRoutes } from './routes-registration.ts';
import { taskRoutes } from './routes-tasks.ts';
import { traceLines } from './trace-lines.ts';

/** Everything over HTTP that is about cases, tasks, registration and the youth's own page. */
export function caseRoutes(api: Api): void {
  readingRoutes(api);
  changingRoutes(api);
  deviationRoutes(api);
  caseRecordRoutes(api);
  taskRoutes(api);
  registrationRoutes(api);
}

function readingRoutes(api: Api): void {
  const { server } = api;
  route(api, 'searchCases', ({ reader, body }) => searchCases(server, reader, body));
  route(api, 'readCase', async ({ reader, params, language }) => {
    const loaded = await caseFor(api, reader, params.id);
    if (loaded instanceof No) return loaded;
    const [view] = await Promise.all([
      caseView(server, loaded, reader, language),
      logAccess(server, reader.id, 'readCase', loaded.id),
    ]);
    return view;
  });
  route(api, 'readTrace', async ({ reader, params, language }) => {
    const loaded = await caseFor(api, reader, params.id);
    if (loaded instanceof No) return loaded;
    await logAccess(server, reader.id, 'readTrace', loaded.id);
    return { lines: await traceLines(server, loaded, language) };
  });
  route(api, 'replayCase', async ({ reader, params }) => {
    const loaded = await caseFor(api, reader, params.id);
    if (loaded instanceof No) return loaded;
    await logAccess(server, reader.id, 'replayCase', loaded.id);
    return replayCase(server, loaded);
  });
  route(api, 'listEditionsFor', async ({ reader, params, query }) => {
    const loaded = await caseFor(api, reader, params.id);
    if (loaded instanceof No) return loaded;
    const editions = await readEditions(server.pool);
    const today = server.clock().toISOString().slice(0, 10);
    const isFitting = ({ kind, open, endsOn }: (typeof editions)[number]) =>
      open && endsOn >= today && (query.kind === undefined || query.kind === kind);
    return { editions: editions.filter(isFitting) };
  });
}

function changingRoutes(api: Api): void {
  const { server } = api;
  route(api, 'act', async ({ reader, params, body, revision, idempotencyKey }) =>
    advanceCase(server, {
      caseId: params.id,
      actor: { kind: 'person', id: reader.id },
      expectedRevision: revision,
      key: { idempotencyKey, request: sortedJson(['act', body]) },
      permit: permitAction(reader, body.action),
      event: { type: 'action', action: body.action, answer: body.answer },
    }),
  );
  route(api, 'assignCase', (asked) => assignCase(server, asking('assign', asked), asked.body));
  route(api, 'shareCase', (asked) => shareCase(server, asking('share', asked), asked.body));
  route(api, 'correctCase', (asked) => correctCase(server, asking('correct', asked), asked.body));
}

function asking(
  operation: string,
  asked: Asked<'assignCase'> | Asked<'shareCase'> | Asked<'correctCase'>,
): Asking {
  const { params, reader, revision, idempotencyKey, body } = asked;
  const request = sortedJson([operation, body]);
  return {
    caseId: params.id,
    reader,
    expectedRevision: revision,
    key: { idempotencyKey, request },
  };
}

/** A case that the reader may see; what one may not see doesn't exist. */
async function caseFor(api: Api, reader: Reader, id: string): Promise<LoadedCase | No> {
  const loaded = await loadCase(api.server.pool, id, reader.id);
  if (!loaded) return no('not-found');
  return permitReading(reader)(loaded) ?? loaded;
}
