import { describe, expect, it } from 'vitest';
import type { Role } from '../../contract/words.ts';
import type { Reader } from '../reader.ts';
import { caseScope, mayManageCase, mayReadCase } from './cases.ts';
import { mayDeleteComment } from './drafts.ts';
import { mayReadOpportunity } from './opportunities.ts';
import { mayChangePerson } from './people.ts';
import { mayDoTask, mayReadTask } from './tasks.ts';

const ME = 'me';

function reader(roles: readonly Role[], organisation: string | null = null): Reader {
  return {
    id: ME,
    name: 'Persona',
    email: 'persona@example.org',
    roles,
    organisation: organisation === null ? null : { id: organisation, name: organisation },
    language: 'it',
  };
}

const own = { caseManagerId: ME, sharedWith: [] };
const shared = { caseManagerId: 'other', sharedWith: [ME] };
const foreign = { caseManagerId: 'other', sharedWith: [] };
const unassigned = { caseManagerId: null, sharedWith: [] };

describe('a case', () => {
  it.each([
    ['coordinator', own, true],
    ['coordinator', foreign, true],
    ['coordinator', unassigned, true],
    ['case-manager', own, true],
    ['case-manager', shared, true],
    ['case-manager', foreign, false],
    ['case-manager', unassigned, false],
    ['partner-operator', own, false],
    ['partner-operator', shared, false],
    ['monitor', shared, false],
    ['administrator', own, false],
  ] as const)('is read by a %s when it is %o: %s', (role, facts, verdict) => {
    expect(mayReadCase(reader([role]), facts)).toBe(verdict);
  });

  it('is managed by coordinators and its case manager, not by whom it is shared with', () => {
    expect(mayManageCase(reader(['coordinator']), foreign)).toBe(true);
    expect(mayManageCase(reader(['case-manager']), own)).toBe(true);
    expect(mayManageCase(reader(['case-manager']), shared)).toBe(false);
    expect(mayManageCase(reader(['administrator']), own)).toBe(false);
  });

  it('is in the list by the widest of two roles', () => {
    expect(caseScope(reader(['case-manager', 'coordinator']))).toBe('all');
    expect(caseScope(reader(['case-manager', 'monitor']))).toBe('own-and-shared');
    expect(caseScope(reader(['partner-operator', 'administrator']))).toBe('none');
  });
});

describe('a task', () => {
  const forPartner = { organisationId: 'cesvip', role: null, personId: null, case: foreign };
  const forManager = { organisationId: null, role: 'case-manager', personId: null } as const;

  it('of an organisation is seen and done by its own operators only', () => {
    const operator = reader(['partner-operator'], 'cesvip');
    expect(mayReadTask(operator, forPartner)).toBe(true);
    expect(mayDoTask(operator, forPartner)).toBe(true);
    const other = reader(['partner-operator'], 'formaper');
    expect(mayReadTask(other, forPartner)).toBe(false);
    expect(mayDoTask(other, forPartner)).toBe(false);
    const homeless = reader(['partner-operator']);
    expect(mayDoTask(homeless, { ...forPartner, organisationId: null })).toBe(false);
  });

  it('of an organisation is seen by the case’s team, who do not do it', () => {
    const manager = reader(['case-manager']);
    expect(mayReadTask(manager, { ...forPartner, case: own })).toBe(true);
    expect(mayDoTask(manager, { ...forPartner, case: own })).toBe(false);
  });

  it('of a role is done by who has the role and may see the case', () => {
    expect(mayDoTask(reader(['case-manager']), { ...forManager, case: own })).toBe(true);
    expect(mayDoTask(reader(['case-manager']), { ...forManager, case: foreign })).toBe(false);
    expect(mayDoTask(reader(['coordinator']), { ...forManager, case: own })).toBe(false);
  });

  it('of a person is done by that person', () => {
    const task = { ...forManager, personId: 'other', case: own };
    expect(mayDoTask(reader(['case-manager']), task)).toBe(false);
    expect(mayDoTask(reader(['case-manager']), { ...task, personId: ME })).toBe(true);
  });
});

describe('an account', () => {
  it.each([
    ['administrator', [], ['administrator'], true],
    ['administrator', ['administrator'], ['monitor'], true],
    ['coordinator', [], ['case-manager'], true],
    ['coordinator', [], ['administrator'], false],
    ['coordinator', ['administrator'], ['administrator'], false],
    ['coordinator', ['monitor'], ['monitor', 'administrator'], false],
    ['case-manager', [], ['case-manager'], false],
  ] as const)('is changed by a %s from %o to %o: %s', (role, before, after, verdict) => {
    expect(mayChangePerson(reader([role]), before, after)).toBe(verdict);
  });
});

describe('an opportunity', () => {
  it('is seen by the operators of the organisation that offers it, and by the programme', () => {
    const offered = { organisationId: 'cesvip' };
    expect(mayReadOpportunity(reader(['partner-operator'], 'cesvip'), offered)).toBe(true);
    expect(mayReadOpportunity(reader(['partner-operator'], 'codici'), offered)).toBe(false);
    expect(mayReadOpportunity(reader(['monitor']), offered)).toBe(true);
    expect(mayReadOpportunity(reader(['administrator']), offered)).toBe(false);
  });
});

describe('a comment on a draft', () => {
  it('is deleted by whoever wrote it, as long as they are a coordinator', () => {
    expect(mayDeleteComment(reader(['coordinator']), { personId: ME })).toBe(true);
    expect(mayDeleteComment(reader(['coordinator']), { personId: 'other' })).toBe(false);
    expect(mayDeleteComment(reader(['monitor', 'administrator']), { personId: ME })).toBe(false);
  });
});
