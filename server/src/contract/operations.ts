import { z } from 'zod';
import * as cases from './cases.ts';
import * as programme from './programme.ts';
import * as registration from './registration.ts';
import * as session from './session.ts';
import * as tasks from './tasks.ts';
import { Id } from './words.ts';

/** One operation of the API: the router, the OpenAPI document and the tests are made from these. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI's form: `/api/cases/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** `public`: no session is needed. Otherwise the policy files decide, and deny by default. */
  readonly access: 'public' | 'session';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Absent: 204 No Content. */
  readonly answer?: z.ZodType;
  readonly status?: 200 | 201;
  /** Needs If-Match (the revision as an ETag) and Idempotency-Key. */
  readonly conditional?: true;
}

const byId = z.strictObject({ id: Id });
const bySlug = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,64}$/) });
const page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const many = <N extends string, T extends z.ZodType>(name: N, of: T) =>
  z.object({ [name]: z.array(of) } as Record<N, z.ZodArray<T>>);

export const operations = {
  register: {
    method: 'post',
    path: '/api/public/registrations',
    access: 'public',
    summary: 'Pre-register',
    body: registration.Registration,
    answer: registration.Receipt,
    status: 201,
  },
  openOwnCase: {
    method: 'post',
    path: '/api/public/own-case',
    access: 'public',
    summary: "Open one's own case by signed link",
    body: registration.OwnLink,
    answer: registration.OwnCase,
  },
  actOnOwnCase: {
    method: 'post',
    path: '/api/public/own-case/actions',
    access: 'public',
    summary: 'Confirm, ask for help or withdraw by signed link',
    body: registration.OwnAction,
    answer: registration.OwnCase,
  },

  demonstrationAccounts: {
    method: 'get',
    path: '/api/public/demonstration-accounts',
    access: 'public',
    summary: 'Accounts offered while the demonstration data is loaded',
    answer: many('accounts', session.DemonstrationAccount),
  },
  signIn: {
    method: 'post',
    path: '/api/session',
    access: 'public',
    summary: 'Sign in',
    body: session.SignIn,
    answer: session.Session,
  },
  whoAmI: {
    method: 'get',
    path: '/api/session',
    access: 'session',
    summary: 'Who is signed in',
    answer: session.Session,
  },
  signOut: { method: 'delete', path: '/api/session', access: 'session', summary: 'Sign out' },
  setPreferences: {
    method: 'put',
    path: '/api/session/preferences',
    access: 'session',
    summary: 'Set the language',
    body: session.Preferences,
  },
  forgetPassword: {
    method: 'post',
    path: '/api/public/forgotten-password',
    access: 'public',
    summary: 'Send a link to choose a new password',
    body: session.PasswordForgotten,
  },
  resetPassword: {
    method: 'post',
    path: '/api/public/password',
    access: 'public',
    summary: 'Choose a new password',
    body: session.PasswordReset,
  },

  searchCases: {
    method: 'post',
    path: '/api/cases/search',
    access: 'session',
    summary: 'Search cases',
    body: cases.CaseSearch,
    answer: cases.CaseList,
  },
  openCase: {
    method: 'post',
    path: '/api/cases',
    access: 'session',
    summary: 'Open a case for a group',
    body: cases.NewCase,
    answer: cases.CaseView,
    status: 201,
  },
  readCase: {
    method: 'get',
    path: '/api/cases/{id}',
    access: 'session',
    summary: 'Read a case',
    params: byId,
    answer: cases.CaseView,
  },
  act: {
    method: 'post',
    path: '/api/cases/{id}/actions',
    access: 'session',
    summary: 'Take one of the next possible actions',
    params: byId,
    body: cases.ActionRequest,
    answer: cases.Acted,
    conditional: true,
  },
  readTrace: {
    method: 'get',
    path: '/api/cases/{id}/trace',
    access: 'session',
    summary: 'Everything that happened',
    params: byId,
    answer: many('lines', cases.TraceLine),
  },
  replayCase: {
    method: 'get',
    path: '/api/cases/{id}/replay',
    access: 'session',
    summary: 'Prove that the trace gives the snapshot',
    params: byId,
    answer: cases.Replay,
  },
  assignCase: {
    method: 'put',
    path: '/api/cases/{id}/case-manager',
    access: 'session',
    summary: 'Assign or hand over',
    params: byId,
    body: cases.Assignment,
    answer: cases.Acted,
    conditional: true,
  },
  shareCase: {
    method: 'put',
    path: '/api/cases/{id}/sharing',
    access: 'session',
    summary: 'Share with a colleague, or stop',
    params: byId,
    body: cases.Sharing,
    answer: cases.Acted,
    conditional: true,
  },
  correctCase: {
    method: 'post',
    path: '/api/cases/{id}/corrections',
    access: 'session',
    summary: 'Correct a mistake in the case facts',
    params: byId,
    body: cases.Correction,
    answer: cases.Acted,
    conditional: true,
  },
  changeParticipant: {
    method: 'patch',
    path: '/api/cases/{id}/participant',
    access: 'session',
    summary: "Correct the participant's own data (If-Match: the participant's revision)",
    params: byId,
    body: cases.ParticipantChange,
    answer: cases.ParticipantView,
    conditional: true,
  },
  addNote: {
    method: 'post',
    path: '/api/cases/{id}/notes',
    access: 'session',
    summary: 'Add a note',
    params: byId,
    body: cases.NewNote,
    answer: z.object({ id: Id }),
    status: 201,
  },
  decideDuplicate: {
    method: 'post',
    path: '/api/cases/{id}/duplicates',
    access: 'session',
    summary: 'Say whether two cases are the same person',
    params: byId,
    body: cases.DuplicateDecision,
  },
  listEditionsFor: {
    method: 'get',
    path: '/api/cases/{id}/editions',
    access: 'session',
    summary: 'Editions that the case may be enrolled in',
    params: byId,
    query: z.object({ kind: z.string().max(40).optional() }),
    answer: programme.EditionList,
  },
  linkForYouth: {
    method: 'post',
    path: '/api/cases/{id}/own-link',
    access: 'session',
    summary: "A new signed link to the youth's own page",
    params: byId,
    answer: z.object({ link: z.string() }),
  },

  listTasks: {
    method: 'get',
    path: '/api/tasks',
    access: 'session',
    summary: "The reader's tasks",
    query: tasks.TaskSearch,
    answer: tasks.TaskList,
  },
  readTask: {
    method: 'get',
    path: '/api/tasks/{id}',
    access: 'session',
    summary: 'Read a task',
    params: byId,
    answer: tasks.TaskView,
  },
  acceptTask: {
    method: 'post',
    path: '/api/tasks/{id}/acceptance',
    access: 'session',
    summary: 'Accept a task',
    params: byId,
    answer: tasks.TaskView,
  },
  completeTask: {
    method: 'post',
    path: '/api/tasks/{id}/completion',
    access: 'session',
    summary: 'Complete a task with its form',
    params: byId,
    body: tasks.TaskCompletion,
    answer: tasks.TaskView,
  },
  declineTask: {
    method: 'post',
    path: '/api/tasks/{id}/refusal',
    access: 'session',
    summary: 'Decline a task with a reason',
    params: byId,
    body: tasks.TaskRefusal,
    answer: tasks.TaskView,
  },

  listPathways: {
    method: 'get',
    path: '/api/pathways',
    access: 'session',
    summary: 'Pathways and their versions',
    answer: many('pathways', programme.PathwayRow),
  },
  readPathwayVersion: {
    method: 'get',
    path: '/api/pathways/{id}/versions/{version}',
    access: 'session',
    summary: 'One version of a pathway',
    params: bySlug.extend({ version: z.coerce.number().int().min(1) }),
    answer: programme.PathwayVersionView,
  },
  readPopulation: {
    method: 'get',
    path: '/api/pathways/{id}/population',
    access: 'session',
    summary: 'How many stand at each step',
    params: bySlug,
    answer: programme.Population,
  },

  listOpportunities: {
    method: 'get',
    path: '/api/opportunities',
    access: 'session',
    summary: 'Opportunities',
    answer: many('opportunities', programme.OpportunityView),
  },
  listEditions: {
    method: 'get',
    path: '/api/editions',
    access: 'session',
    summary: 'Editions with their seats',
    answer: programme.EditionList,
  },
  createEdition: {
    method: 'post',
    path: '/api/editions',
    access: 'session',
    summary: 'Add an edition',
    body: programme.NewEdition,
    answer: programme.EditionView,
    status: 201,
  },
  changeEdition: {
    method: 'patch',
    path: '/api/editions/{id}',
    access: 'session',
    summary: 'Change an edition',
    params: byId,
    body: programme.EditionChange,
    answer: programme.EditionView,
    conditional: true,
  },

  listOrganisations: {
    method: 'get',
    path: '/api/organisations',
    access: 'session',
    summary: 'Organisations',
    answer: many('organisations', programme.OrganisationView),
  },
  listPeople: {
    method: 'get',
    path: '/api/people',
    access: 'session',
    summary: 'People and their roles',
    answer: many('people', programme.PersonView),
  },
  createPerson: {
    method: 'post',
    path: '/api/people',
    access: 'session',
    summary: 'Add a person',
    body: programme.NewPerson,
    answer: programme.PersonView,
    status: 201,
  },
  changePerson: {
    method: 'patch',
    path: '/api/people/{id}',
    access: 'session',
    summary: 'Change a person',
    params: byId,
    body: programme.PersonChange,
    answer: programme.PersonView,
  },

  readOverview: {
    method: 'get',
    path: '/api/overview',
    access: 'session',
    summary: 'The programme at a glance',
    answer: programme.Overview,
  },
  listOutbox: {
    method: 'get',
    path: '/api/outbox',
    access: 'session',
    summary: 'Mail that was or would be sent',
    query: page,
    answer: programme.OutboxList,
  },
  listAccessLog: {
    method: 'get',
    path: '/api/access-log',
    access: 'session',
    summary: 'Who looked at what',
    query: page,
    answer: programme.AccessLogList,
  },
  /** Server-sent events: `case` {id, revision}, `task` {id}; Last-Event-ID is honoured. */
  streamChanges: {
    method: 'get',
    path: '/api/changes',
    access: 'session',
    summary: 'Live changes (text/event-stream)',
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
