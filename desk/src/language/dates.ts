import type { Language } from './language.ts';
import { useLanguage } from './words.ts';

const TIME_ZONE = 'Europe/Rome';
const LOCALES: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };
const DAY_MS = 86_400_000;

/** Dates and times as the Italian public administration writes them, in the programme's zone. */
export interface DateWriter {
  /** 21 novembre 2026 */
  day(value: string): string;
  /** 21/11/2026 */
  shortDay(value: string): string;
  /** 21 novembre 2026, ore 10:30 */
  dayAndTime(value: string): string;
  /** 21/11/2026, 10:30 */
  shortDayAndTime(value: string): string;
  /** oggi, ieri, tra 3 giorni */
  fromNow(value: string, now?: Date): string;
}

/** A calendar date has no zone: noon keeps it on its day in every one. */
function instantOf(value: string): Date {
  return new Date(value.length === 10 ? `${value}T12:00:00Z` : value);
}

function dayNumber(date: Date): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(date);
  return Date.parse(day) / DAY_MS;
}

export function dateWriter(language: Language): DateWriter {
  const locale = LOCALES[language];
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options });
    return (value: string) => format.format(instantOf(value));
  };
  const day = write({ dateStyle: 'long' });
  const time = write({ timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    day,
    shortDay: write({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    dayAndTime: (value) => `${day(value)}, ${language === 'it' ? 'ore' : 'at'} ${time(value)}`,
    shortDayAndTime: write({
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
    fromNow(value, now = new Date()) {
      const days = Math.round(dayNumber(instantOf(value)) - dayNumber(now));
      if (Math.abs(days) < 14) return relative.format(days, 'day');
      if (Math.abs(days) < 60) return relative.format(Math.round(days / 7), 'week');
      return relative.format(Math.round(days / 30.44), 'month');
    },
  };
}

const writers: Record<Language, DateWriter> = { it: dateWriter('it'), en: dateWriter('en') };

export function useDates(): DateWriter {
  return writers[useLanguage()];
}
