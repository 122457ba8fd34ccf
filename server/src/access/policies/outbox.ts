import { hasRole, type Reader } from '../reader.ts';

/** Messages name youths and carry their links: only for who sees every case. */
export const outboxAbilities = {
  'outbox.read': (reader: Reader) => hasRole(reader, 'coordinator'),
};
