import type { Language } from '@percorso/engine';

const LOCALES = { it: 'it-IT', en: 'en-GB' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant, at the place: «22 gen 2026». */
export function dayWords(instant: string, language: Language, timeZone: string): string {
  const day = { dateStyle: 'medium', timeZone } as const;
  return new Date(instant).toLocaleDateString(LOCALES[language], day);
}

/** A date of the calendar, wherever: «22 gennaio 2026» for `2026-01-22`. */
export function dateWords(date: string, language: Language): string {
  const day = new Date(date);
  if (Number.isNaN(day.getTime())) return date;
  return day.toLocaleDateString(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
}

/** An instant as the clocks and the calendar at the place show it: «gio 22 gen 2026, 10:00». */
export function momentWords(instant: string, language: Language, timeZone: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const key = `${language} ${timeZone}`;
  const made = formats.get(key);
  const format =
    made ??
    new Intl.DateTimeFormat(LOCALES[language], {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
  formats.set(key, format);
  return format.format(date);
}
