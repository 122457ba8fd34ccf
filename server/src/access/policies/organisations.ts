import { hasRole, type Reader } from '../reader.ts';

export const organisationAbilities = {
  'organisations.read': (reader: Reader) =>
    hasRole(reader, 'coordinator', 'case-manager', 'monitor', 'administrator'),
};
