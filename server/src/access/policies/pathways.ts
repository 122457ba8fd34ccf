import { hasRole, type Reader } from '../reader.ts';

/** Definitions and head counts hold no personal data; partners and administrators need neither. */
const readsPathways = (reader: Reader) => hasRole(reader, 'coordinator', 'case-manager', 'monitor');

export const pathwayAbilities = {
  'pathways.read': readsPathways,
  'pathways.population': readsPathways,
};
