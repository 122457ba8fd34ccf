import { hasRole, type Reader } from '../reader.ts';

export const overviewAbilities = {
  'overview.read': (reader: Reader) => hasRole(reader, 'coordinator', 'monitor'),
};

/** A monitor sees figures without names, those of the case managers included. */
export function mayReadNamesInFigures(reader: Reader): boolean {
  return hasRole(reader, 'coordinator');
}
