import type { Role } from '../contract/words.ts';
import type { Fault } from './problems.ts';

/** What of a person's roles and organisation does not go together. */
export function accountFaults(
  roles: readonly Role[],
  organisationId: string | null,
  organisation: { readonly kind: 'municipality' | 'partner' | 'supplier' } | null,
): Fault[] {
  const faults: Fault[] = [];
  if (roles.includes('youth')) faults.push({ path: 'roles', message: YOUTHS_HAVE_LINKS });
  if (organisationId !== null && organisation === null) {
    faults.push({ path: 'organisation', message: UNKNOWN });
  }
  const isPartner = organisation !== null && organisation.kind !== 'municipality';
  if (roles.includes('partner-operator') && !isPartner) {
    faults.push({ path: 'organisation', message: PARTNER_NEEDED });
  }
  return faults;
}

const YOUTHS_HAVE_LINKS = {
  it: 'I giovani non hanno un accesso: seguono il percorso con il proprio collegamento.',
  en: 'Young people have no account: they follow their pathway by their own link.',
};
const UNKNOWN = {
  it: 'Questa organizzazione non esiste.',
  en: 'There is no such organisation.',
};
const PARTNER_NEEDED = {
  it: 'Un operatore del partner appartiene a un partner o a un fornitore: scegli quale.',
  en: 'A partner operator belongs to a partner or a supplier: choose which.',
};
