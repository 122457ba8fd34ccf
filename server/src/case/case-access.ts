import type { Pathway } from '@percorso/engine';
import { mayActOnCase, mayManageCase, mayReadCase } from '../access/policies/cases.ts';
import type { Reader } from '../access/reader.ts';
import type { Words } from '../contract/words.ts';
import { type No, no } from '../http/problems.ts';
import type { LoadedCase } from './load-case.ts';

/** What the case policies judge by; `loadCase` was asked whether it is shared with this reader. */
const factsFor = (reader: Reader, loaded: LoadedCase) => ({
  caseManagerId: loaded.caseManagerId,
  sharedWith: loaded.isShared ? [reader.id] : [],
});

const canRead = (reader: Reader, loaded: LoadedCase) =>
  mayReadCase(reader, factsFor(reader, loaded));

export const canManage = (reader: Reader, loaded: LoadedCase) =>
  mayManageCase(reader, factsFor(reader, loaded));

/** A case that one may not see doesn't exist for one. */
export const permitReading = (reader: Reader) => (loaded: LoadedCase) =>
  canRead(reader, loaded) ? undefined : no('not-found');

export const permitManaging =
  (reader: Reader) =>
  (loaded: LoadedCase): No | undefined =>
    permitReading(reader)(loaded) ?? (canManage(reader, loaded) ? undefined : no('forbidden'));

/** Acting needs a case that one may act on, and one of the roles that the action lists. */
export const permitAction =
  (reader: Reader, action: string) =>
  (loaded: LoadedCase, { document }: Pathway): No | undefined => {
    if (!mayActOnCase(reader, factsFor(reader, loaded))) return no('not-found');
    const declared = Object.hasOwn(document.actions, action) ? document.actions[action] : undefined;
    // An action that is not declared is the engine's to refuse, in its own words.
    if (!declared || declared.roles.some((role) => reader.roles.includes(role))) return undefined;
    return no('forbidden', { detail: whoMay(declared.roles) });
  };

const ROLE_NAMES: Readonly<Record<string, Words>> = {
  coordinator: { it: 'chi coordina', en: 'a coordinator' },
  'case-manager': { it: 'il case manager', en: 'the case manager' },
  'partner-operator': { it: 'l’operatore del partner', en: 'the partner’s operator' },
  monitor: { it: 'chi valuta', en: 'a monitor' },
  youth: { it: 'il giovane', en: 'the young person' },
  administrator: { it: 'chi amministra', en: 'an administrator' },
};

/** «Lo può fare: il case manager o il giovane.» */
export function whoMay(roles: readonly string[]): Words {
  const { it, en } = anyOf(roles);
  return { it: `Lo può fare: ${it}.`, en: `It is for ${en}.` };
}

/** «il case manager o il giovane» */
export function anyOf(roles: readonly string[]): Words {
  const names = (language: 'it' | 'en', or: string) =>
    roles.map((role) => ROLE_NAMES[role]?.[language] ?? role).join(or);
  return { it: names('it', ' o '), en: names('en', ' or ') };
}
