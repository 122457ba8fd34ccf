import { type Api, route } from '../http/route.ts';
import { approveDraft, withdrawApproval } from './approvals.ts';
import { addComment, deleteComment, listComments, settleComment } from './comments.ts';
import { createDraft } from './create-draft.ts';
import { listDrafts } from './draft-rows.ts';
import { discardDraft, readDraft, renameDraft, restoreDraft } from './draft-state.ts';
import { publishVersion } from './publish-version.ts';
import { saveDraft } from './save-draft.ts';
import { versionHistory } from './version-history.ts';
import { restoreVersion, withdrawVersion } from './withdraw-version.ts';

/** Everything over HTTP that is about drawing a pathway and publishing it. */
export function draftRoutes(api: Api): void {
  drawingRoutes(api);
  commentRoutes(api);
  publishingRoutes(api);
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
