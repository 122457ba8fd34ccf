import { hasRole, type Reader } from '../reader.ts';

const isCaseTeam = (reader: Reader) => hasRole(reader, 'case-manager', 'coordinator');

export const caseAbilities = {
  'cases.read': isCaseTeam,
  'cases.open': isCaseTeam,
  'cases.act': isCaseTeam,
  'cases.assign': isCaseTeam,
  'cases.share': isCaseTeam,
  'cases.correct': isCaseTeam,
  'cases.note': isCaseTeam,
  'cases.decide-duplicate': isCaseTeam,
  'cases.link': isCaseTeam,
  'cases.deviate': isCaseTeam,
  /** Over all the cases of a pathway: for those who may see every case. */
  'cases.count-deviations': (reader: Reader) => hasRole(reader, 'coordinator'),
};

/** What a policy must know of a case. */
export interface CaseFacts {
  readonly caseManagerId: string | null;
  readonly sharedWith: readonly string[];
}

/** Which cases a list may show: every one, one's own and those shared with one, or none. */
export function caseScope(reader: Reader): 'all' | 'own-and-shared' | 'none' {
  if (hasRole(reader, 'coordinator')) return 'all';
  return hasRole(reader, 'case-manager') ? 'own-and-shared' : 'none';
}

export function mayReadCase(reader: Reader, facts: CaseFacts): boolean {
  const scope = caseScope(reader);
  if (scope === 'all') return true;
  return (
    scope === 'own-and-shared' &&
    (facts.caseManagerId === reader.id || facts.sharedWith.includes(reader.id))
  );
}

/**
 * May the reader act as the case's team? Besides this, every action of a pathway lists the roles
 * that may take it: a coordinator acts only where an action lists coordinators.
 */
export function mayActOnCase(reader: Reader, facts: CaseFacts): boolean {
  return mayReadCase(reader, facts);
}

/** Handing over, sharing, correcting, sending the youth a link: not for whom it is shared with. */
export function mayManageCase(reader: Reader, facts: CaseFacts): boolean {
  if (hasRole(reader, 'coordinator')) return true;
  return hasRole(reader, 'case-manager') && facts.caseManagerId === reader.id;
}
