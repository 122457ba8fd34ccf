import type { OwnCase } from '@percorso/server/contract';

type Appointment = NonNullable<OwnCase['appointment']>;

const LENGTH_MS = 60 * 60 * 1000;
const LINE_BYTES_MAX = 75;

/** RFC 5545: a comma, a semicolon, a backslash and a line break are escaped in a text. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

const stamp = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** RFC 5545, 3.1: no line is longer than 75 octets; the next part begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    const room = parts.length === 0 ? LINE_BYTES_MAX : LINE_BYTES_MAX - 1;
    if (new TextEncoder().encode(part + character).length > room) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}

/**
 * One appointment as an iCalendar file (RFC 5545). An hour is assumed, since appointments say only
 * when they begin. The description names nothing but the programme: calendars are shared.
 */
export function calendarFile(appointment: Appointment, title: string, now: Date): string {
  const start = new Date(appointment.at);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Percorso//MiG-Work//IT',
    'BEGIN:VEVENT',
    `UID:${stamp(start)}@mig-work`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(new Date(start.valueOf() + LENGTH_MS))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(appointment.place)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
