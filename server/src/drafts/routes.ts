import { openStream } from '../http/event-stream.ts';
import { no } from '../http/problems.ts';
import { type Api, route } from '../http/route.ts';
import { approveDraft, withdrawApproval } from './approvals.ts';
import { addComment, deleteComment, listComments, settleComment } from './comments.ts';
import { createDraft } from './create-draft.ts';
import { toldUntil } from './draft-news.ts';
import { draftHead, listDrafts } from './draft-rows.ts';
import { discardDraft, readDraft, renameDraft, restoreDraft } from './draft-state.ts';
import { forgetPersona, restorePersona } from './forget-persona.ts';
import { changePersona, keepPersona } from './keep-persona.ts';
import { readPersonas } from './personas.ts';
import { publishVersion } from './publish-version.ts';
import { saveDraft } from './save-draft.ts';
import { versionHistory } from './version-history.ts';
import { restoreVersion, withdrawVersion } from './withdraw-version.ts';

/** Everything over HTTP that is about drawing a pathway and publishing it. */
export function draftRoutes(api: Api): void {
  drawingRoutes(api);
  streamRoute(api);
  commentRoutes(api);
  publishingRoutes(api);
  personaRoutes(api);
}

function drawingRoutes(api: Api): void {
  const { server } = api;
  route(api, 'listDrafts', async ({ query }) => ({ drafts: await listDrafts(server, query) }));
  route(api, 'createDraft', (asked) => createDraft(server, asked));
  route(api, 'readDraft', ({ params }) => readDraft(server, params.id));
  route(api, 'saveDraft', (asked) => saveDraft(server, asked));
  route(api, 'renameDraft', ({ params, body }) => renameDraft(server, params.id, body.name));
  route(api, 'discardDraft', ({ params }) => discardDraft(server, params.id));
  route(api, 'restoreDraft', ({ params }) => restoreDraft(server, params.id));
}

const RETRY_SECONDS = 30;

function streamRoute(api: Api): void {
  const { server, drafts } = api;
  route(api, 'streamDraft', async ({ signedIn, params, query, request, response }) => {
    if (!(await draftHead(server.pool, params.id))) return no('not-found');
    if (drafts.isFull(signedIn.reader)) return no('too-many', { retryAfterSeconds: RETRY_SECONDS });
    const told = toldUntil(request.get('Last-Event-ID') ?? query.since);
    await openStream(request, response, (send, end) =>
      drafts.follow(signedIn, params.id, told, send, end),
    );
    return undefined;
  });
}

function commentRoutes(api: Api): void {
  const { server } = api;
  route(api, 'listComments', ({ params }) => listComments(server, params.id));
  route(api, 'addComment', (asked) => addComment(server, asked));
  route(api, 'resolveComment', ({ params, reader }) => settleComment(server, params, reader));
  route(api, 'reopenComment', ({ params }) => settleComment(server, params, null));
  route(api, 'deleteComment', ({ params, reader }) => deleteComment(server, params, reader));
}

function publishingRoutes(api: Api): void {
  const { server } = api;
  route(api, 'approveDraft', (asked) => approveDraft(server, asked));
  route(api, 'withdrawApproval', (asked) => withdrawApproval(server, asked));
  route(api, 'publishVersion', (asked) => publishVersion(server, asked));
  route(api, 'readVersionHistory', ({ params }) => versionHistory(server, params.id));
  route(api, 'withdrawVersion', (asked) => withdrawVersion(server, asked));
  route(api, 'restoreVersion', (asked) => restoreVersion(server, asked));
}

function personaRoutes(api: Api): void {
  const { server } = api;
  route(api, 'readPersonas', ({ params }) => readPersonas(server, params.id));
  route(api, 'keepPersona', (asked) => keepPersona(server, asked));
  route(api, 'changePersona', (asked) => changePersona(server, asked));
  route(api, 'forgetPersona', (asked) => forgetPersona(server, asked));
  route(api, 'restorePersona', (asked) => restorePersona(server, asked));
}
