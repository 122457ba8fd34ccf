import { z } from 'zod';
import * as drafts from './drafts.ts';
import { byId, bySlug, many, type Operation } from './operation.ts';
import { Id } from './words.ts';

const byComment = byId.extend({ comment: Id });

/** The designer: drafts of pathways, what coordinators say about them, and publishing. */
export const draftOperations = {
  listDrafts: {
    method: 'get',
    path: '/api/drafts',
    access: 'session',
    summary: 'Drafts of all pathways',
    query: drafts.DraftSearch,
    answer: many('drafts', drafts.DraftRow),
  },
  createDraft: {
    method: 'post',
    path: '/api/drafts',
    access: 'session',
    summary: 'Begin a draft',
    body: drafts.NewDraft,
    bodyBytesMax: drafts.DOCUMENT_BODY_BYTES_MAX,
    answer: drafts.DraftView,
    status: 201,
  },
  readDraft: {
    method: 'get',
    path: '/api/drafts/{id}',
    access: 'session',
    summary: 'Read a draft',
    params: byId,
    answer: drafts.DraftView,
  },
  saveDraft: {
    method: 'put',
    path: '/api/drafts/{id}/document',
    access: 'session',
    summary: 'Save the document; when it is stale: read, merge, save again',
    params: byId,
    body: drafts.DraftSave,
    bodyBytesMax: drafts.DOCUMENT_BODY_BYTES_MAX,
    answer: drafts.DraftSaved,
    conditional: true,
  },
  renameDraft: {
    method: 'patch',
    path: '/api/drafts/{id}',
    access: 'session',
    summary: 'Give the draft another name',
    params: byId,
    body: drafts.DraftName,
  },
  discardDraft: {
    method: 'delete',
    path: '/api/drafts/{id}',
    access: 'session',
    summary: 'Discard a draft; it can be restored',
    params: byId,
  },
  restoreDraft: {
    method: 'post',
    path: '/api/drafts/{id}/restoration',
    access: 'session',
    summary: 'Restore a discarded draft',
    params: byId,
  },
  approveDraft: {
    method: 'put',
    path: '/api/drafts/{id}/approval',
    access: 'session',
    summary: 'Approve this very revision for publishing',
    params: byId,
    conditional: true,
  },
  withdrawApproval: {
    method: 'delete',
    path: '/api/drafts/{id}/approval',
    access: 'session',
    summary: "Withdraw one's own approval",
    params: byId,
  },
  publishVersion: {
    method: 'post',
    path: '/api/drafts/{id}/publication',
    access: 'session',
    summary: "Publish as the pathway's next version",
    params: byId,
    body: drafts.Publication,
    answer: drafts.Published,
    conditional: true,
  },
  /**
   * Server-sent events: `presence` {people: [{id, name}]}, `saved` {revision, personId, name, at},
   * `comment` {id, revision}, `status` {discardedAt, publishedVersion, currentVersion, approvals:
   * [{id, name}]}, `personas` {} when one of the pathway was kept, changed, forgotten or taken up
   * again. It begins with how things stand. With `since`, or Last-Event-ID when it comes back,
   * `saved` is told only if there is a newer one, and every comment that changed since.
   */
  streamDraft: {
    method: 'get',
    path: '/api/drafts/{id}/changes',
    access: 'session',
    summary: 'Live changes of a draft (text/event-stream)',
    params: byId,
    query: drafts.DraftPosition,
  },
  listComments: {
    method: 'get',
    path: '/api/drafts/{id}/comments',
    access: 'session',
    summary: 'Comments on a draft, the oldest first',
    params: byId,
    answer: many('comments', drafts.DraftComment),
  },
  addComment: {
    method: 'post',
    path: '/api/drafts/{id}/comments',
    access: 'session',
    summary: 'Comment on a step or on the whole, or answer a comment',
    params: byId,
    body: drafts.NewComment,
    answer: drafts.DraftComment,
    status: 201,
  },
  resolveComment: {
    method: 'put',
    path: '/api/drafts/{id}/comments/{comment}/resolution',
    access: 'session',
    summary: 'Mark a thread as resolved',
    params: byComment,
  },
  reopenComment: {
    method: 'delete',
    path: '/api/drafts/{id}/comments/{comment}/resolution',
    access: 'session',
    summary: 'Open a thread again',
    params: byComment,
  },
  deleteComment: {
    method: 'delete',
    path: '/api/drafts/{id}/comments/{comment}',
    access: 'session',
    summary: "Delete one's own comment",
    params: byComment,
  },
  readVersionHistory: {
    method: 'get',
    path: '/api/pathways/{id}/versions',
    access: 'session',
    summary: 'The versions of a pathway, and what each of them changed',
    params: bySlug,
    answer: drafts.VersionHistory,
  },
  withdrawVersion: {
    method: 'put',
    path: '/api/pathways/{id}/versions/{version}/withdrawal',
    access: 'session',
    summary: 'No new case begins on this version; those inside go on',
    params: bySlug.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
    body: drafts.VersionWithdrawal,
  },
  restoreVersion: {
    method: 'delete',
    path: '/api/pathways/{id}/versions/{version}/withdrawal',
    access: 'session',
    summary: 'Let new cases begin on this version again',
    params: bySlug.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
  },
} as const satisfies Record<string, Operation>;
