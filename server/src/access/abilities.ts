import type { OperationName } from '../contract/operations.ts';
import { accessLogAbilities } from './policies/access-log.ts';
import { caseAbilities } from './policies/cases.ts';
import { changeAbilities } from './policies/changes.ts';
import { draftAbilities } from './policies/drafts.ts';
import { migrationAbilities } from './policies/migrations.ts';
import { opportunityAbilities } from './policies/opportunities.ts';
import { organisationAbilities } from './policies/organisations.ts';
import { outboxAbilities } from './policies/outbox.ts';
import { overviewAbilities } from './policies/overview.ts';
import { pathwayAbilities } from './policies/pathways.ts';
import { peopleAbilities } from './policies/people.ts';
import { sessionAbilities } from './policies/session.ts';
import { taskAbilities } from './policies/tasks.ts';
import type { Reader } from './reader.ts';

const abilities = {
  ...accessLogAbilities,
  ...caseAbilities,
  ...changeAbilities,
  ...draftAbilities,
  ...migrationAbilities,
  ...opportunityAbilities,
  ...organisationAbilities,
  ...outboxAbilities,
  ...overviewAbilities,
  ...pathwayAbilities,
  ...peopleAbilities,
  ...sessionAbilities,
  ...taskAbilities,
};
export type Ability = keyof typeof abilities;

/** The ability that an operation asks for. What isn't listed here is allowed to nobody. */
const abilityOf: Partial<Record<string, Ability>> & Partial<Record<OperationName, Ability>> = {
  whoAmI: 'session.own',
  signOut: 'session.own',
  setPreferences: 'session.own',
  searchCases: 'cases.read',
  readCase: 'cases.read',
  readTrace: 'cases.read',
  replayCase: 'cases.read',
  openCase: 'cases.open',
  act: 'cases.act',
  listEditionsFor: 'cases.act',
  assignCase: 'cases.assign',
  shareCase: 'cases.share',
  correctCase: 'cases.correct',
  changeParticipant: 'cases.correct',
  addNote: 'cases.note',
  decideDuplicate: 'cases.decide-duplicate',
  linkForYouth: 'cases.link',
  readDeviations: 'cases.deviate',
  previewDeviation: 'cases.deviate',
  deviate: 'cases.deviate',
  readDeviationCounts: 'cases.count-deviations',
  listTasks: 'tasks.read',
  readTask: 'tasks.read',
  acceptTask: 'tasks.do',
  completeTask: 'tasks.do',
  declineTask: 'tasks.do',
  listPathways: 'pathways.read',
  readPathwayVersion: 'pathways.read',
  readPopulation: 'pathways.population',
  readInstallation: 'drafts.read',
  readPersonas: 'drafts.read',
  listOpportunities: 'opportunities.read',
  listEditions: 'opportunities.read',
  createEdition: 'opportunities.change',
  changeEdition: 'opportunities.change',
  listOrganisations: 'organisations.read',
  listPeople: 'people.read',
  createPerson: 'people.change',
  changePerson: 'people.change',
  readOverview: 'overview.read',
  exportFigures: 'overview.read',
  listOutbox: 'outbox.read',
  listAccessLog: 'access-log.read',
  streamChanges: 'changes.follow',
  listDrafts: 'drafts.read',
  readDraft: 'drafts.read',
  streamDraft: 'drafts.read',
  listComments: 'drafts.read',
  createDraft: 'drafts.change',
  saveDraft: 'drafts.change',
  renameDraft: 'drafts.change',
  discardDraft: 'drafts.change',
  restoreDraft: 'drafts.change',
  addComment: 'drafts.change',
  resolveComment: 'drafts.change',
  reopenComment: 'drafts.change',
  deleteComment: 'drafts.change',
  keepPersona: 'drafts.change',
  changePersona: 'drafts.change',
  forgetPersona: 'drafts.change',
  restorePersona: 'drafts.change',
  approveDraft: 'drafts.publish',
  withdrawApproval: 'drafts.publish',
  publishVersion: 'drafts.publish',
  withdrawVersion: 'drafts.publish',
  restoreVersion: 'drafts.publish',
  readVersionHistory: 'pathways.read',
  readMigration: 'migrations.read',
  listMigrations: 'migrations.read',
  listMigrationCases: 'migrations.read',
  previewMigration: 'migrations.read',
  planMigration: 'migrations.change',
  decideGroup: 'migrations.change',
  exceptCase: 'migrations.change',
  includeCase: 'migrations.change',
  exceptCases: 'migrations.change',
  setStayRule: 'migrations.change',
  liftStayRule: 'migrations.change',
  startMigration: 'migrations.change',
  stopMigration: 'migrations.change',
  resumeMigration: 'migrations.change',
  previewTakeBack: 'migrations.read',
  takeBackMigration: 'migrations.change',
  takeBackCase: 'migrations.change',
};

/**
 * May the reader call the operation at all? Deny by default. Whether they may touch this very
 * case, task or person is the resource's own policy (`policies/`).
 */
export function mayCall(reader: Reader, operation: string): boolean {
  const ability = Object.hasOwn(abilityOf, operation) ? abilityOf[operation] : undefined;
  return ability !== undefined && abilities[ability](reader);
}

/** The abilities of a session, for the interface to draw its buttons from. */
export function abilitiesOf(reader: Reader): Ability[] {
  return (Object.keys(abilities) as Ability[]).filter((ability) => abilities[ability](reader));
}
