import { DEVIATION_KINDS } from '@percorso/engine';

/** How the timeline may be narrowed. */
export const TRACE_FILTERS = [
  'all',
  'actions',
  'deviations',
  'activities',
  'timers',
  'team',
] as const;
export type TraceFilter = (typeof TRACE_FILTERS)[number];

const FILTER_OF: Readonly<Record<string, TraceFilter>> = {
  start: 'actions',
  action: 'actions',
  done: 'activities',
  failed: 'activities',
  accepted: 'activities',
  timer: 'timers',
  ...Object.fromEntries(DEVIATION_KINDS.map((kind) => [kind, 'deviations'] as const)),
};

/** Whatever is none of the pathway's own events is the team's housekeeping. */
export function traceFilterOf(kind: string): TraceFilter {
  return Object.hasOwn(FILTER_OF, kind) ? (FILTER_OF[kind] ?? 'team') : 'team';
}
