import { about } from '../check/words.ts';
import type { ActivityKind, Words } from '../document.ts';

/** What becomes of an activity: `restarted` where it ends and begins anew. */
export type Fate = 'opened' | 'withdrawn' | 'restarted';

const SENTENCES: Readonly<Record<ActivityKind, Readonly<Record<Fate, Words>>>> = {
  task: {
    opened: { it: 'Si apre il compito #.', en: 'The task # is opened.' },
    withdrawn: { it: 'Il compito # viene ritirato.', en: 'The task # is withdrawn.' },
    restarted: { it: 'Il compito # ricomincia da capo.', en: 'The task # begins anew.' },
  },
  enrolment: {
    opened: { it: 'Viene chiesto un posto: #.', en: 'A seat is asked for: #.' },
    withdrawn: { it: 'Il posto viene lasciato: #.', en: 'The seat is given up: #.' },
    restarted: {
      it: 'Il posto viene lasciato e chiesto di nuovo: #.',
      en: 'The seat is given up and asked for again: #.',
    },
  },
  appointment: {
    opened: { it: 'Si apre l’appuntamento #.', en: 'The appointment # is opened.' },
    withdrawn: { it: 'L’appuntamento # viene annullato.', en: 'The appointment # is cancelled.' },
    restarted: {
      it: 'L’appuntamento # va fissato di nuovo.',
      en: 'The appointment # is to be made again.',
    },
  },
  pathway: {
    opened: { it: 'Comincia il percorso #.', en: 'The pathway # begins.' },
    withdrawn: { it: 'Il percorso # viene chiuso.', en: 'The pathway # is closed.' },
    restarted: {
      it: 'Il percorso # viene chiuso e ricomincia da capo.',
      en: 'The pathway # is closed and begins anew.',
    },
  },
  service: {
    opened: { it: 'Parte la richiesta #.', en: 'The request # is sent.' },
    withdrawn: { it: 'La richiesta # viene fermata.', en: 'The request # is stopped.' },
    restarted: { it: 'La richiesta # viene inviata di nuovo.', en: 'The request # is sent again.' },
  },
};

export function activitySentence(kind: ActivityKind, fate: Fate, label: Words): Words {
  const { it, en } = SENTENCES[kind][fate];
  return about(label, it, en);
}
