import { describe, expect, it } from 'vitest';
import type { Operation } from '../contract/operation.ts';
import { type OperationName, operations } from '../contract/operations.ts';
import { Role } from '../contract/words.ts';
import { abilitiesOf, mayCall } from './abilities.ts';
import type { Reader } from './reader.ts';

function readerWith(...roles: Role[]): Reader {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Persona',
    email: 'persona@example.org',
    roles,
    organisation: null,
    language: 'it',
  };
}

const everybody: readonly Role[] = Role.options;
const caseTeam: readonly Role[] = ['coordinator', 'case-manager'];
const withTasks: readonly Role[] = [...caseTeam, 'partner-operator'];
const readsPathways: readonly Role[] = [...caseTeam, 'monitor'];
const readsOpportunities: readonly Role[] = [...withTasks, 'monitor'];
const keepsPeople: readonly Role[] = ['coordinator', 'administrator'];

/** Who may call each operation: written out, so that a change of policy is seen here too. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  whoAmI: everybody,
  signOut: everybody,
  setPreferences: everybody,
  searchCases: caseTeam,
  openCase: caseTeam,
  readCase: caseTeam,
  act: caseTeam,
  readTrace: caseTeam,
  replayCase: caseTeam,
  assignCase: caseTeam,
  shareCase: caseTeam,
  correctCase: caseTeam,
  changeParticipant: caseTeam,
  addNote: caseTeam,
  decideDuplicate: caseTeam,
  listEditionsFor: caseTeam,
  linkForYouth: caseTeam,
  readDeviations: caseTeam,
  previewDeviation: caseTeam,
  deviate: caseTeam,
  readDeviationCounts: ['coordinator'],
  listTasks: withTasks,
  readTask: withTasks,
  acceptTask: withTasks,
  completeTask: withTasks,
  declineTask: withTasks,
  listPathways: readsPathways,
  readPathwayVersion: readsPathways,
  readPopulation: readsPathways,
  readInstallation: ['coordinator'],
  readPersonas: ['coordinator'],
  listOpportunities: readsOpportunities,
  listEditions: readsOpportunities,
  createEdition: ['coordinator'],
  changeEdition: ['coordinator'],
  listOrganisations: [...readsPathways, 'administrator'],
  listPeople: [...keepsPeople, 'case-manager'],
  createPerson: keepsPeople,
  changePerson: keepsPeople,
  readOverview: ['coordinator', 'monitor'],
  exportFigures: ['coordinator', 'monitor'],
  listOutbox: ['coordinator'],
  listAccessLog: ['administrator'],
  streamChanges: withTasks,
  listDrafts: ['coordinator'],
  createDraft: ['coordinator'],
  readDraft: ['coordinator'],
  saveDraft: ['coordinator'],
  renameDraft: ['coordinator'],
  discardDraft: ['coordinator'],
  restoreDraft: ['coordinator'],
  approveDraft: ['coordinator'],
  withdrawApproval: ['coordinator'],
  publishVersion: ['coordinator'],
  previewMigration: ['coordinator'],
  planMigration: ['coordinator'],
  listMigrations: ['coordinator'],
  readMigration: ['coordinator'],
  listMigrationCases: ['coordinator'],
  decideGroup: ['coordinator'],
  exceptCase: ['coordinator'],
  includeCase: ['coordinator'],
  exceptCases: ['coordinator'],
  setStayRule: ['coordinator'],
  liftStayRule: ['coordinator'],
  startMigration: ['coordinator'],
  stopMigration: ['coordinator'],
  resumeMigration: ['coordinator'],
  previewTakeBack: ['coordinator'],
  takeBackMigration: ['coordinator'],
  takeBackCase: ['coordinator'],
  streamDraft: ['coordinator'],
  listComments: ['coordinator'],
  addComment: ['coordinator'],
  resolveComment: ['coordinator'],
  reopenComment: ['coordinator'],
  keepPersona: ['coordinator'],
  changePersona: ['coordinator'],
  forgetPersona: ['coordinator'],
  restorePersona: ['coordinator'],
  deleteComment: ['coordinator'],
  withdrawVersion: ['coordinator'],
  restoreVersion: ['coordinator'],
  readVersionHistory: readsPathways,
};

const withSession = Object.entries<Operation>(operations)
  .filter(([, operation]) => operation.access === 'session')
  .map(([name]) => name as OperationName);

describe('who may call an operation', () => {
  it('is decided for every operation that needs a session', () => {
    expect(Object.keys(allowed).sort()).toEqual([...withSession].sort());
  });

  const table = withSession.flatMap((name) => everybody.map((role) => ({ name, role })));
  it.each(table)('$name by a $role', ({ name, role }) => {
    expect(mayCall(readerWith(role), name)).toBe(allowed[name]?.includes(role));
  });

  it('is nobody when no policy speaks of the operation', () => {
    for (const name of ['eraseEverything', 'constructor', '__proto__', 'register']) {
      expect(mayCall(readerWith(...everybody), name)).toBe(false);
    }
  });

  it('is nobody but for their own session without a role', () => {
    const allowedToNobody = withSession.filter((name) => mayCall(readerWith(), name));
    expect(allowedToNobody.sort()).toEqual(['setPreferences', 'signOut', 'whoAmI']);
  });

  it('adds up for a person with two roles', () => {
    const both = abilitiesOf(readerWith('monitor', 'administrator'));
    const each = [
      ...abilitiesOf(readerWith('monitor')),
      ...abilitiesOf(readerWith('administrator')),
    ];
    expect([...both].sort()).toEqual([...new Set(each)].sort());
  });
});
