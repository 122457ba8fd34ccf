import { innermostOf, sortedJson } from '@percorso/engine';
import { logAccess } from '../../access/access-log.ts';
import type { Acted } from '../../contract/cases.ts';
import type { DeviationPreview } from '../../contract/deviations.ts';
import { No, no } from '../../http/problems.ts';
import { type Api, type Asked, route } from '../../http/route.ts';
import type { Server } from '../../server.ts';
import { permitReading } from '../case-access.ts';
import { changeCase } from '../change-case.ts';
import { loadCase } from '../load-case.ts';
import { pathwayVersion } from '../pathway-versions.ts';
import { stepSummary } from '../step-words.ts';
import { decideDeviation } from './decide-deviation.ts';
import { deviationsView } from './deviations-view.ts';
import { KeptCounts } from './kept-counts.ts';
import type { Occasion } from './occasion.ts';

/** Change for one youth, off the arrows of the pathway. */
export function deviationRoutes(api: Api): void {
  const { server } = api;
  route(api, 'readDeviations', async ({ reader, params }) => {
    const occasion = await occasionOf(server, { reader, params });
    if (occasion instanceof No) return occasion;
    await logAccess(server, reader.id, 'readDeviations', params.id);
    return deviationsView(occasion);
  });
  route(api, 'previewDeviation', (asked) => previewDeviation(server, asked));
  route(api, 'deviate', (asked) => deviateCase(server, asked));
  const counts = new KeptCounts(server);
  route(api, 'readDeviationCounts', ({ params }) => counts.of(params.id));
}

/** Whoever may read a case may deviate from its pathway: its case manager, whom it is shared with. */
async function occasionOf(
  server: Server,
  { reader, params }: Pick<Asked<'readDeviations'>, 'reader' | 'params'>,
): Promise<Occasion | No> {
  const loaded = await loadCase(server.pool, params.id, reader.id);
  if (!loaded) return no('not-found');
  const forbidden = permitReading(reader)(loaded);
  if (forbidden) return forbidden;
  const pathway = await pathwayVersion(server, loaded.pathwayId, loaded.version);
  return { server, reader, loaded, pathway, now: server.clock(), reason: '' };
}

async function previewDeviation(
  server: Server,
  asked: Asked<'previewDeviation'>,
): Promise<DeviationPreview | No> {
  const occasion = await occasionOf(server, asked);
  if (occasion instanceof No) return occasion;
  const { loaded, pathway } = occasion;
  await logAccess(server, asked.reader.id, 'previewDeviation', loaded.id);
  const deciding = await decideDeviation(occasion, asked.body);
  if (deciding instanceof No) return deciding;
  const { decision, changes, lasting } = deciding;
  const steps = innermostOf(pathway, decision.steps ?? loaded.steps);
  return {
    revision: loaded.revision,
    steps: steps.map((step) => stepSummary(pathway, step)),
    changes: [...changes],
    lasting: [...lasting],
  };
}

function deviateCase(
  server: Server,
  { reader, params, body, revision, idempotencyKey }: Asked<'deviate'>,
): Promise<Acted | No> {
  const { deviation, reason } = body;
  return changeCase(server, {
    caseId: params.id,
    actor: { kind: 'person', id: reader.id },
    expectedRevision: revision,
    key: { idempotencyKey, request: sortedJson(['deviate', body]) },
    permit: permitReading(reader),
    decide: async (loaded, pathway, now) => {
      const occasion = { server, reader, loaded, pathway, now, reason };
      const deciding = await decideDeviation(occasion, deviation);
      return deciding instanceof No ? deciding : deciding.decision;
    },
  });
}
