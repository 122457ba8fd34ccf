import type { Entry, PathwayDocument } from '@percorso/engine';
import { hasRole } from '../../access/reader.ts';
import type { Role } from '../../contract/words.ts';
import { type No, no } from '../../http/problems.ts';
import { anyOf, canManage } from '../case-access.ts';
import type { FormerRows } from './former-rows.ts';
import type { Occasion } from './occasion.ts';

/** What the reader could not have done, a coordinator or somebody who could have may undo. */
export function whyNotTheirs(
  { reader, loaded, pathway }: Occasion,
  event: Entry['event'],
  former: FormerRows,
): No | undefined {
  if (hasRole(reader, 'coordinator')) return undefined;
  // Who corrects facts answers for the case; one that is shared is not theirs.
  if (event.type === 'correct' && !canManage(reader, loaded)) return no('undo-role');
  const roles = rolesFor(pathway.document.actions, event, former);
  if (!roles || hasRole(reader, ...roles)) return undefined;
  const { it, en } = anyOf([...new Set([...roles, 'coordinator'])]);
  const detail = { it: `Lo può annullare: ${it}.`, en: `It can be undone by ${en}.` };
  return no('undo-role', { detail });
}

/** Undefined where it is no matter of roles; what partners and services did is refused elsewhere. */
function rolesFor(
  actions: PathwayDocument['actions'],
  event: Entry['event'],
  { ended }: FormerRows,
): readonly Role[] | undefined {
  if (event.type === 'action') return actions[event.action]?.roles;
  if (event.type !== 'done' && event.type !== 'failed') return undefined;
  const role = ended.find(({ activity }) => activity === event.activity)?.role as Role | null;
  return role ? [role] : undefined;
}
