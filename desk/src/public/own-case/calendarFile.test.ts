import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendarFile.ts';

const appointment = {
  at: '2026-11-24T14:00:00.000Z',
  place: 'Informagiovani, via Dogana 2; secondo piano',
  with: 'Marta Colombo',
  label: { it: 'Colloquio', en: 'Interview' },
};
const now = new Date('2026-11-21T10:00:00.000Z');
const file = (title: string) => calendarFile(appointment, title, now);

describe('the calendar file', () => {
  it('says when the appointment begins, in UTC, and assumes an hour', () => {
    expect(file('Colloquio')).toContain(
      '\r\nDTSTART:20261124T140000Z\r\nDTEND:20261124T150000Z\r\n',
    );
  });

  it('escapes what iCalendar would read as a separator', () => {
    expect(file('Colloquio')).toContain(
      'LOCATION:Informagiovani\\, via Dogana 2\\; secondo piano\r\n',
    );
  });

  it('folds lines of more than 75 octets, and never within a character', () => {
    const lines = file('Perché '.repeat(30)).split('\r\n');
    const octets = lines.map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(lines.join('').replaceAll('\r\n ', '')).not.toContain('\uFFFD');
  });

  it('does not say with whom: calendars are shared', () => {
    expect(file('Colloquio')).not.toContain('Colombo');
  });
});
