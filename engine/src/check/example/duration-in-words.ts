import type { Language } from '../../document.ts';

const UNITS: Readonly<Record<string, Readonly<Record<Language, readonly [string, string]>>>> = {
  Y: { it: ['anno', 'anni'], en: ['year', 'years'] },
  M: { it: ['mese', 'mesi'], en: ['month', 'months'] },
  W: { it: ['settimana', 'settimane'], en: ['week', 'weeks'] },
  D: { it: ['giorno', 'giorni'], en: ['day', 'days'] },
  TH: { it: ['ora', 'ore'], en: ['hour', 'hours'] },
  TM: { it: ['minuto', 'minuti'], en: ['minute', 'minutes'] },
  TS: { it: ['secondo', 'secondi'], en: ['second', 'seconds'] },
};

/** An ISO 8601 duration as people say it: «14 giorni». */
export function durationInWords(duration: string, language: Language): string {
  const [days = '', times = ''] = duration.slice(1).split('T');
  const parts = [...partsOf(days, ''), ...partsOf(times, 'T')];
  const said = parts.map(([count, unit]) => {
    const names = UNITS[unit]?.[language] ?? ['', ''];
    return `${count} ${names[count === '1' ? 0 : 1]}`;
  });
  return said.join(language === 'it' ? ' e ' : ' and ') || duration;
}

function partsOf(text: string, before: string): [string, string][] {
  return [...text.matchAll(/([\d.,]+)([A-Z])/g)].map((match) => [
    match[1]!,
    `${before}${match[2]!}`,
  ]);
}
