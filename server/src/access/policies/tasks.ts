import type { Role } from '../../contract/words.ts';
import { hasRole, type Reader } from '../reader.ts';
import { type CaseFacts, mayReadCase } from './cases.ts';

const hasTasks = (reader: Reader) =>
  hasRole(reader, 'case-manager', 'coordinator', 'partner-operator');

export const taskAbilities = { 'tasks.read': hasTasks, 'tasks.do': hasTasks };

/** What a policy must know of an activity that is a person's work. */
export interface TaskFacts {
  readonly organisationId: string | null;
  readonly role: Role | null;
  readonly personId: string | null;
  readonly case: CaseFacts;
}

/** A partner sees what is assigned to its organisation, and nothing else. */
export function mayReadTask(reader: Reader, task: TaskFacts): boolean {
  return isForOwnOrganisation(reader, task) || mayReadCase(reader, task.case);
}

/** Work is done by the organisation or the role that it is assigned to, within a visible case. */
export function mayDoTask(reader: Reader, task: TaskFacts): boolean {
  if (task.organisationId !== null) return isForOwnOrganisation(reader, task);
  if (task.personId !== null && task.personId !== reader.id) return false;
  return task.role !== null && reader.roles.includes(task.role) && mayReadCase(reader, task.case);
}

function isForOwnOrganisation(reader: Reader, task: TaskFacts): boolean {
  return (
    hasRole(reader, 'partner-operator') &&
    task.organisationId !== null &&
    task.organisationId === (reader.organisation?.id ?? null)
  );
}
