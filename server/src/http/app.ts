import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express, { type Express, type RequestHandler, type Router } from 'express';
import { requireSafeAddress, sessionCookie } from '../access/cookie.ts';
import { caseRoutes } from '../case/routes.ts';
import type { Operation } from '../contract/operation.ts';
import { operations } from '../contract/operations.ts';
import { DraftFeed } from '../drafts/draft-feed.ts';
import { draftRoutes } from '../drafts/routes.ts';
import { migrationRoutes } from '../migration/routes.ts';
import type { Server } from '../server.ts';
import { answerNo } from './answer-no.ts';
import { ChangeFeed } from './change-feed.ts';
import { failures } from './failures.ts';
import { healthRoutes } from './health.ts';
import { openApi } from './openapi.ts';
import { pageRoutes } from './pages.ts';
import { peopleAtWork } from './people-at-work.ts';
import { no } from './problems.ts';
import type { Api } from './route.ts';
import { accessLogRoutes } from './routes/access-log.ts';
import { changeRoutes } from './routes/changes.ts';
import { demonstrationRoutes } from './routes/demonstration.ts';
import { editionRoutes } from './routes/editions.ts';
import { installationRoutes } from './routes/installation.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { overviewRoutes } from './routes/overview.ts';
import { passwordRoutes } from './routes/passwords.ts';
import { pathwayRoutes } from './routes/pathways.ts';
import { peopleRoutes } from './routes/people.ts';
import { sessionRoutes } from './routes/session.ts';
import { loopbackNamesOnly, neverStored, sameOriginOnly, securityHeaders } from './security.ts';

const BUILT_PAGES = fileURLToPath(new URL('../../../desk/dist', import.meta.url));

/**
 * The whole HTTP interface: the API by its contract, the built pages, and a problem document for
 * everything else. Throws a SettingsError where sessions would travel in the clear.
 */
export function createApp(server: Server, pagesDirectory: string = BUILT_PAGES): Express {
  const { settings } = server;
  requireSafeAddress(settings);
  const isHttps = settings.publicUrl.startsWith('https:');
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', settings.trustedProxies);
  app.use(securityHeaders(isHttps));
  app.use(compression({ filter: isCompressible }));
  healthRoutes(app, server);
  if (!isHttps) app.use('/api', loopbackNamesOnly);
  app.use('/api', neverStored, sameOriginOnly(settings.publicUrl), heard(server));
  const feeds = { changes: new ChangeFeed(server), drafts: new DraftFeed(server) };
  apiRoutes({ server, router: app, cookie: sessionCookie(isHttps), ...feeds });
  const description = openApi(settings.publicUrl);
  app.get('/api/openapi.json', (_request, response) => void response.json(description));
  wrongMethods(app);
  pageRoutes(app, pagesDirectory);
  app.use((request, response) => answerNo(request, response, no('address-unknown')));
  app.use(failures(server));
  return app;
}

function apiRoutes(api: Api): void {
  sessionRoutes(api);
  passwordRoutes(api);
  demonstrationRoutes(api);
  caseRoutes(api);
  pathwayRoutes(api);
  draftRoutes(api);
  migrationRoutes(api);
  editionRoutes(api);
  installationRoutes(api);
  organisationRoutes(api);
  peopleRoutes(api);
  overviewRoutes(api);
  outboxRoutes(api);
  accessLogRoutes(api);
  changeRoutes(api);
}

/** Whoever looks after a migration wants it to go on. */
const ABOUT_MIGRATIONS = /\/migrations(\/|$)/;

/** What runs in the background is told that somebody asks for something else. */
const heard = ({ pool }: Server): RequestHandler => {
  const people = peopleAtWork(pool);
  return ({ path }, _response, next) => {
    if (!ABOUT_MIGRATIONS.test(path)) people.hear();
    next();
  };
};

/** An event stream must arrive as it is written. */
const isCompressible: compression.CompressionFilter = (request, response) =>
  !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
  compression.filter(request, response);

/** Reached only when no operation took the request: the path is known, the method is not. */
function wrongMethods(router: Router): void {
  const methods = new Map<string, string[]>();
  for (const { path, method } of Object.values<Operation>(operations)) {
    const others = methods.get(path) ?? [];
    methods.set(path, [
      ...others,
      ...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]),
    ]);
  }
  for (const [path, allow] of methods) {
    router.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), (request, response) =>
      answerNo(request, response, no('method-unknown', { allow })),
    );
  }
}
