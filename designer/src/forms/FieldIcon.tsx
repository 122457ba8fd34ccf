import {
  IconAlignLeft,
  IconCalendar,
  IconCalendarClock,
  IconChecklist,
  IconCircleDot,
  IconFileText,
  IconLetterT,
  IconMail,
  IconNumber123,
  IconPercentage,
  IconPhone,
  IconSchool,
  IconSignature,
  IconToggleLeft,
} from '@tabler/icons-react';
import type { FieldKind } from './field-kinds.ts';

const ICONS: Readonly<Record<FieldKind, typeof IconMail>> = {
  text: IconLetterT,
  note: IconAlignLeft,
  number: IconNumber123,
  date: IconCalendar,
  choice: IconCircleDot,
  choices: IconChecklist,
  'yes-no': IconToggleLeft,
  attendance: IconPercentage,
  file: IconFileText,
  consent: IconSignature,
  'date-time': IconCalendarClock,
  email: IconMail,
  phone: IconPhone,
  edition: IconSchool,
};

export function FieldIcon({ kind }: { readonly kind: FieldKind }) {
  const Icon = ICONS[kind];
  return <Icon size={20} stroke={1.75} aria-hidden />;
}
