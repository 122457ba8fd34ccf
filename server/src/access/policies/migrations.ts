import { hasRole, type Reader } from '../reader.ts';

const isCoordinator = (reader: Reader) => hasRole(reader, 'coordinator');

/** A plan names the people behind its counts: it is for those who may see every case. */
export const migrationAbilities = {
  'migrations.read': isCoordinator,
  'migrations.change': isCoordinator,
};
