import type { Language } from '@percorso/engine';

const LOCALES = { it: 'it-IT', en: 'en-GB' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

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
