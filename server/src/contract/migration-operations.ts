import * as exceptions from './migration-exceptions.ts';
import * as migrations from './migrations.ts';
import { byId, bySlug, many, type Operation } from './operation.ts';
import { Id } from './words.ts';

const byCase = byId.extend({ case: Id });

/** Redesign while people are inside: what a version means for them, moving them, taking it back. */
export const migrationOperations = {
  /**
   * Answers at once, mostly with status `computing`: read it until it is `planned`. Whoever asks
   * the same shortly after another is given the same preview; the answers and exceptions of the
   * draft's last preview are taken over. Never started.
   */
  previewMigration: {
    method: 'post',
    path: '/api/drafts/{id}/migration-preview',
    access: 'session',
    summary: 'What publishing a draft would mean for everybody who is inside',
    params: byId,
    body: migrations.MigrationPreview,
    answer: migrations.MigrationView,
    status: 201,
  },
  planMigration: {
    method: 'post',
    path: '/api/pathways/{id}/migrations',
    access: 'session',
    summary: 'Plan how those on older versions go over to the current one; moves nobody yet',
    params: bySlug,
    body: migrations.NewMigration,
    answer: migrations.MigrationView,
    status: 201,
  },
  listMigrations: {
    method: 'get',
    path: '/api/pathways/{id}/migrations',
    access: 'session',
    summary: 'The plans of a pathway, the newest first, without previews',
    params: bySlug,
    answer: many('migrations', migrations.MigrationRow),
  },
  readMigration: {
    method: 'get',
    path: '/api/migrations/{id}',
    access: 'session',
    summary: 'A preview or a plan: groups, questions, progress',
    params: byId,
    answer: migrations.MigrationView,
  },
  listMigrationCases: {
    method: 'get',
    path: '/api/migrations/{id}/cases',
    access: 'session',
    summary: 'The people behind a count; who looked is logged',
    params: byId,
    query: migrations.MigrationCaseSearch,
    answer: migrations.MigrationCaseList,
  },
  /**
   * What it means for everybody is found out anew: status `computing` for a moment. Of a draft's
   * previews only the newest is decided in, here and with exceptions: the others are refused.
   */
  decideGroup: {
    method: 'put',
    path: '/api/migrations/{id}/decisions',
    access: 'session',
    summary: 'Answer a question, for every group that it comes up for',
    params: byId,
    body: migrations.GroupDecision,
    answer: migrations.MigrationView,
    conditional: true,
  },
  exceptCase: {
    method: 'put',
    path: '/api/migrations/{id}/cases/{case}/exception',
    access: 'session',
    summary: 'This case stays on its version',
    params: byCase,
    body: exceptions.CaseException,
  },
  includeCase: {
    method: 'delete',
    path: '/api/migrations/{id}/cases/{case}/exception',
    access: 'session',
    summary: 'This case goes over like the others after all',
    params: byCase,
  },
  exceptCases: {
    method: 'put',
    path: '/api/migrations/{id}/exceptions',
    access: 'session',
    summary: 'Those behind a count stay on their version, or go over after all',
    params: byId,
    body: exceptions.ManyExcepted,
    answer: exceptions.ManyExceptedAnswer,
    conditional: true,
  },
  /** Made and lifted only before anybody is moved; found out anew like an answer. */
  setStayRule: {
    method: 'put',
    path: '/api/migrations/{id}/stay-rules/{version}/{step}',
    access: 'session',
    summary: 'Whoever is at a step when their turn comes stays on their version',
    params: exceptions.byStep,
    body: exceptions.NewStayRule,
    answer: migrations.MigrationView,
    conditional: true,
  },
  liftStayRule: {
    method: 'delete',
    path: '/api/migrations/{id}/stay-rules/{version}/{step}',
    access: 'session',
    summary: 'Whoever is at that step goes over like the others after all',
    params: exceptions.byStep,
    answer: migrations.MigrationView,
    conditional: true,
  },
  startMigration: {
    method: 'post',
    path: '/api/migrations/{id}/start',
    access: 'session',
    summary: 'Begin to move the cases, in the background',
    params: byId,
    answer: migrations.MigrationView,
    conditional: true,
  },
  stopMigration: {
    method: 'post',
    path: '/api/migrations/{id}/stop',
    access: 'session',
    summary: 'Move no further case; those moved stay moved',
    params: byId,
  },
  resumeMigration: {
    method: 'post',
    path: '/api/migrations/{id}/resume',
    access: 'session',
    summary: 'Go on after a stop, or try those that failed again',
    params: byId,
  },
  previewTakeBack: {
    method: 'get',
    path: '/api/migrations/{id}/take-back',
    access: 'session',
    summary: 'What would be put back, and what can’t be; who looked is logged',
    params: byId,
    answer: migrations.TakeBackPreview,
  },
  takeBackMigration: {
    method: 'post',
    path: '/api/migrations/{id}/take-back',
    access: 'session',
    summary: 'Put every case back as it was, but those that went on since',
    params: byId,
  },
  takeBackCase: {
    method: 'post',
    path: '/api/migrations/{id}/cases/{case}/take-back',
    access: 'session',
    summary: 'Put one case back as it was',
    params: byCase,
    answer: migrations.CaseTakenBack,
  },
} as const satisfies Record<string, Operation>;
