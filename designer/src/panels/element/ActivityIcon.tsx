import type { ActivityKind } from '@percorso/engine';
import {
  IconCalendarEvent,
  IconChecklist,
  IconPlugConnected,
  IconRoute,
  IconSchool,
} from '@tabler/icons-react';

const ICONS = {
  task: IconChecklist,
  enrolment: IconSchool,
  appointment: IconCalendarEvent,
  pathway: IconRoute,
  service: IconPlugConnected,
} as const;

/** The sign of an activity's kind; its name stands beside it. */
export function ActivityIcon({ kind }: { readonly kind: ActivityKind }) {
  const Icon = ICONS[kind];
  return <Icon size={20} aria-hidden />;
}
