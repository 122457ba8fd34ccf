import type { operations as contract } from '@percorso/server/contract';

type Operations = typeof contract;
export type OperationName = keyof Operations;

type Part<N extends OperationName, P extends string> =
  Operations[N] extends Record<P, infer T> ? T : never;
type Input<T> = T extends { _zod: { input: infer I } } ? I : never;
type Output<T> = T extends { _zod: { output: infer O } } ? O : never;
type IfPresent<T, Shape> = [T] extends [never] ? object : Shape;

/** What an operation answers; nothing where the contract has no answer. */
export type AnswerOf<N extends OperationName> = [Part<N, 'answer'>] extends [never]
  ? undefined
  : Output<Part<N, 'answer'>>;

export type BodyOf<N extends OperationName> = Input<Part<N, 'body'>>;

/** What a call of an operation needs, no more and no less than its contract says. */
export type RequestOf<N extends OperationName> = IfPresent<
  Part<N, 'params'>,
  { params: { [K in keyof Input<Part<N, 'params'>>]: string | number } }
> &
  IfPresent<Part<N, 'query'>, { query?: Input<Part<N, 'query'>> }> &
  IfPresent<Part<N, 'body'>, { body: BodyOf<N> }> &
  IfPresent<Part<N, 'conditional'>, { revision: number }>;

type Addresses = {
  readonly [N in OperationName]: `${Operations[N]['method']} ${Operations[N]['path']}`;
};

/** Only types come from the contract, so that zod stays out of the bundle: hence this table. */
export const addresses: Addresses = {
  register: 'post /api/public/registrations',
  openOwnCase: 'post /api/public/own-case',
  actOnOwnCase: 'post /api/public/own-case/actions',
  demonstrationAccounts: 'get /api/public/demonstration-accounts',
  signIn: 'post /api/session',
  whoAmI: 'get /api/session',
  signOut: 'delete /api/session',
  setPreferences: 'put /api/session/preferences',
  forgetPassword: 'post /api/public/forgotten-password',
  resetPassword: 'post /api/public/password',
  searchCases: 'post /api/cases/search',
  openCase: 'post /api/cases',
  readCase: 'get /api/cases/{id}',
  act: 'post /api/cases/{id}/actions',
  readTrace: 'get /api/cases/{id}/trace',
  replayCase: 'get /api/cases/{id}/replay',
  assignCase: 'put /api/cases/{id}/case-manager',
  shareCase: 'put /api/cases/{id}/sharing',
  correctCase: 'post /api/cases/{id}/corrections',
  changeParticipant: 'patch /api/cases/{id}/participant',
  addNote: 'post /api/cases/{id}/notes',
  decideDuplicate: 'post /api/cases/{id}/duplicates',
  listEditionsFor: 'get /api/cases/{id}/editions',
  linkForYouth: 'post /api/cases/{id}/own-link',
  listTasks: 'get /api/tasks',
  readTask: 'get /api/tasks/{id}',
  acceptTask: 'post /api/tasks/{id}/acceptance',
  completeTask: 'post /api/tasks/{id}/completion',
  declineTask: 'post /api/tasks/{id}/refusal',
  listPathways: 'get /api/pathways',
  readPathwayVersion: 'get /api/pathways/{id}/versions/{version}',
  readPopulation: 'get /api/pathways/{id}/population',
  readInstallation: 'get /api/installation',
  listOpportunities: 'get /api/opportunities',
  listEditions: 'get /api/editions',
  createEdition: 'post /api/editions',
  changeEdition: 'patch /api/editions/{id}',
  listOrganisations: 'get /api/organisations',
  listPeople: 'get /api/people',
  createPerson: 'post /api/people',
  changePerson: 'patch /api/people/{id}',
  readOverview: 'get /api/overview',
  exportFigures: 'get /api/figures.csv',
  listOutbox: 'get /api/outbox',
  listAccessLog: 'get /api/access-log',
  streamChanges: 'get /api/changes',
  readDeviations: 'get /api/cases/{id}/deviations',
  previewDeviation: 'post /api/cases/{id}/deviations/preview',
  deviate: 'post /api/cases/{id}/deviations',
  readDeviationCounts: 'get /api/pathways/{id}/deviations',
  listDrafts: 'get /api/drafts',
  createDraft: 'post /api/drafts',
  readDraft: 'get /api/drafts/{id}',
  saveDraft: 'put /api/drafts/{id}/document',
  renameDraft: 'patch /api/drafts/{id}',
  discardDraft: 'delete /api/drafts/{id}',
  restoreDraft: 'post /api/drafts/{id}/restoration',
  approveDraft: 'put /api/drafts/{id}/approval',
  withdrawApproval: 'delete /api/drafts/{id}/approval',
  publishVersion: 'post /api/drafts/{id}/publication',
  streamDraft: 'get /api/drafts/{id}/changes',
  listComments: 'get /api/drafts/{id}/comments',
  addComment: 'post /api/drafts/{id}/comments',
  resolveComment: 'put /api/drafts/{id}/comments/{comment}/resolution',
  reopenComment: 'delete /api/drafts/{id}/comments/{comment}/resolution',
  deleteComment: 'delete /api/drafts/{id}/comments/{comment}',
  readVersionHistory: 'get /api/pathways/{id}/versions',
  withdrawVersion: 'put /api/pathways/{id}/versions/{version}/withdrawal',
  restoreVersion: 'delete /api/pathways/{id}/versions/{version}/withdrawal',
  readPersonas: 'get /api/pathways/{id}/personas',
  keepPersona: 'post /api/pathways/{id}/personas',
  changePersona: 'put /api/personas/{id}',
  forgetPersona: 'delete /api/personas/{id}',
  restorePersona: 'post /api/personas/{id}/restoration',
  previewMigration: 'post /api/drafts/{id}/migration-preview',
  planMigration: 'post /api/pathways/{id}/migrations',
  listMigrations: 'get /api/pathways/{id}/migrations',
  readMigration: 'get /api/migrations/{id}',
  listMigrationCases: 'get /api/migrations/{id}/cases',
  decideGroup: 'put /api/migrations/{id}/decisions',
  exceptCase: 'put /api/migrations/{id}/cases/{case}/exception',
  includeCase: 'delete /api/migrations/{id}/cases/{case}/exception',
  exceptCases: 'put /api/migrations/{id}/exceptions',
  setStayRule: 'put /api/migrations/{id}/stay-rules/{version}/{step}',
  liftStayRule: 'delete /api/migrations/{id}/stay-rules/{version}/{step}',
  startMigration: 'post /api/migrations/{id}/start',
  stopMigration: 'post /api/migrations/{id}/stop',
  resumeMigration: 'post /api/migrations/{id}/resume',
  previewTakeBack: 'get /api/migrations/{id}/take-back',
  takeBackMigration: 'post /api/migrations/{id}/take-back',
  takeBackCase: 'post /api/migrations/{id}/cases/{case}/take-back',
};
