import type { Words } from '@percorso/engine';

const UNITS = {
  Y: { it: ['anno', 'anni'], en: ['year', 'years'] },
  M: { it: ['mese', 'mesi'], en: ['month', 'months'] },
  W: { it: ['settimana', 'settimane'], en: ['week', 'weeks'] },
  D: { it: ['giorno', 'giorni'], en: ['day', 'days'] },
  H: { it: ['ora', 'ore'], en: ['hour', 'hours'] },
  Min: { it: ['minuto', 'minuti'], en: ['minute', 'minutes'] },
  S: { it: ['secondo', 'secondi'], en: ['second', 'seconds'] },
} as const;

/** «dopo 14 giorni» for `P14D`; what isn't an ISO 8601 duration is given back as it stands. */
export function durationWords(duration: string): Words {
  const [days = '', time = ''] = duration.replace(/^P/, '').split('T');
  const parts = [...partsOf(days, 'M'), ...partsOf(time, 'Min')];
  if (parts.length === 0) return { it: duration, en: duration };
  const say = (language: 'it' | 'en', and: string) =>
    parts
      .map(({ count, unit }) => `${count} ${UNITS[unit][language][count === 1 ? 0 : 1]}`)
      .join(and);
  return { it: `dopo ${say('it', ' e ')}`, en: `after ${say('en', ' and ')}` };
}

/** M is months before the T and minutes after it. */
function partsOf(text: string, meaningOfM: 'M' | 'Min') {
  return [...text.matchAll(/(\d+)([YMWDHS])/g)].map(([, count, letter]) => ({
    count: Number(count),
    unit: (letter === 'M' ? meaningOfM : letter) as keyof typeof UNITS,
  }));
}
