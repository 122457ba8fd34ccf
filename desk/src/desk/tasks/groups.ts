import type { TaskView } from '@percorso/server/contract';

export const GROUPS = ['overdue', 'today', 'week', 'later', 'closed'] as const;
export type GroupName = (typeof GROUPS)[number];

const TIME_ZONE = 'Europe/Rome';
const DAY_MS = 86_400_000;

/** The calendar day of an instant where the programme runs, as a number that can be compared. */
function dayOf(instant: Date): number {
  return Date.parse(instant.toLocaleDateString('sv', { timeZone: TIME_ZONE })) / DAY_MS;
}

type Dated = Pick<TaskView, 'status' | 'overdue' | 'dueAt'>;

/** When a task wants to be done; without a due date there is no hurry. */
export function groupOf(task: Dated, now: Date): GroupName {
  if (task.status !== 'open' && task.status !== 'accepted') return 'closed';
  if (task.overdue) return 'overdue';
  if (task.dueAt === null) return 'later';
  const days = dayOf(new Date(task.dueAt)) - dayOf(now);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= 7 ? 'week' : 'later';
}

/** The tasks under each heading that has any, the most urgent first. */
export function grouped<T extends Dated>(tasks: readonly T[], now: Date): [GroupName, T[]][] {
  const byGroup = Map.groupBy(tasks, (task) => groupOf(task, now));
  const dueFirst = (one: T, other: T) => (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9');
  return GROUPS.flatMap((name): [GroupName, T[]][] => {
    const group = byGroup.get(name);
    return group ? [[name, name === 'closed' ? group : group.toSorted(dueFirst)]] : [];
  });
}
