import { hasRole, type Reader } from '../reader.ts';

const readsOpportunities = (reader: Reader) =>
  hasRole(reader, 'coordinator', 'case-manager', 'partner-operator', 'monitor');

export const opportunityAbilities = {
  'opportunities.read': readsOpportunities,
  'opportunities.change': (reader: Reader) => hasRole(reader, 'coordinator'),
};

/** A partner sees what its own organisation offers; everybody else who may look sees all. */
export function mayReadOpportunity(
  reader: Reader,
  opportunity: { readonly organisationId: string },
): boolean {
  if (hasRole(reader, 'coordinator', 'case-manager', 'monitor')) return true;
  return (
    hasRole(reader, 'partner-operator') && reader.organisation?.id === opportunity.organisationId
  );
}
