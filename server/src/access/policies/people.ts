import type { Role } from '../../contract/words.ts';
import { hasRole, type Reader } from '../reader.ts';

const keepsPeople = (reader: Reader) => hasRole(reader, 'coordinator', 'administrator');

export const peopleAbilities = {
  /** Case managers look for the colleague to hand over to or to share with. */
  'people.read': (reader: Reader) => keepsPeople(reader) || hasRole(reader, 'case-manager'),
  'people.change': keepsPeople,
};

/**
 * Nobody gives themselves a role: whoever keeps accounts sees cases only if a second person says
 * so. One's own roles may be laid down.
 */
export function mayHoldRoles(
  reader: Reader,
  personId: string,
  rolesBefore: readonly Role[],
  rolesAfter: readonly Role[],
): boolean {
  return personId !== reader.id || rolesAfter.every((role) => rolesBefore.includes(role));
}

/**
 * A coordinator keeps accounts, but not those of administrators, and makes none: whoever could
 * change an administrator's address could take the account over by a forgotten password.
 */
export function mayChangePerson(
  reader: Reader,
  rolesBefore: readonly Role[],
  rolesAfter: readonly Role[],
): boolean {
  if (hasRole(reader, 'administrator')) return true;
  if (!hasRole(reader, 'coordinator')) return false;
  return !rolesBefore.includes('administrator') && !rolesAfter.includes('administrator');
}
