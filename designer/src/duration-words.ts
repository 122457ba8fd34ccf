import { durationInWords, type Words } from '@percorso/engine';

/** «dopo 14 giorni» for `P14D`; what isn't an ISO 8601 duration is given back as it stands. */
export function durationWords(duration: string): Words {
  const [it, en] = [durationInWords(duration, 'it'), durationInWords(duration, 'en')];
  if (it === duration) return { it, en };
  return { it: `dopo ${it}`, en: `after ${en}` };
}
