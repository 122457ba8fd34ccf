import { hasRole, type Reader } from '../reader.ts';

export const accessLogAbilities = {
  'access-log.read': (reader: Reader) => hasRole(reader, 'administrator'),
};
