import type { Kind } from './kind.ts';

/** What a new version means for those inside, moving them and taking it back. */
export const migrationProblems = {
  'migration-not-now': {
    status: 409,
    title: { it: 'Ora non si può', en: 'Not possible now' },
    detail: {
      it: 'Il piano è in un altro stato: guarda a che punto è.',
      en: 'The plan is in another state: see how far it is.',
    },
  },
  'migration-preview-only': {
    status: 409,
    title: { it: 'È solo un’anteprima', en: 'It is only a preview' },
    detail: {
      it: 'Pubblica prima la bozza, poi prepara il piano per la nuova versione.',
      en: 'Publish the draft first, then make the plan for the new version.',
    },
  },
  'migration-outdated': {
    status: 409,
    title: { it: 'Il piano è superato', en: 'The plan is outdated' },
    detail: {
      it: 'La versione di questo piano non è più quella in uso: prepara un piano per quella in uso.',
      en: 'The version of this plan is no longer the current one: make a plan for the current one.',
    },
  },
  'migration-elsewhere': {
    status: 409,
    title: { it: 'Un altro piano è in corso', en: 'Another plan is under way' },
    detail: {
      it: 'Per questo percorso c’è già un altro spostamento: attendi che finisca, o se è fermo riprendilo o riportalo indietro.',
      en: 'There is another migration of this pathway already: wait until it is through or, where it is stopped, resume it or take it back.',
    },
  },
  'migration-undecided': {
    status: 409,
    title: { it: 'Prima va deciso qualcosa', en: 'Something has to be decided first' },
    detail: {
      it: 'Per alcuni casi va scelto dove proseguono, o che restano dove sono.',
      en: 'For some cases it has to be chosen where they go on, or that they stay.',
    },
  },
  'migration-choice-unknown': {
    status: 422,
    title: { it: 'La scelta non c’è', en: 'There is no such choice' },
    detail: {
      it: 'Questa domanda o questa risposta non fa parte del piano: ricaricalo e scegli di nuovo.',
      en: 'This question or this answer is not part of the plan: read it again and choose anew.',
    },
  },
  'migration-case-not-now': {
    status: 409,
    title: { it: 'Per questo caso non si può', en: 'Not possible for this case' },
    detail: {
      it: 'Il caso non è in uno stato in cui si possa fare: guarda a che punto è.',
      en: 'The case is not in a state in which that can be done: see how it stands.',
    },
  },
  'moved-since': {
    status: 409,
    title: { it: 'Il caso è andato avanti', en: 'The case has gone on' },
    detail: {
      it: 'Dopo il passaggio alla nuova versione il caso è andato avanti: non si può più riportarlo com’era.',
      en: 'After it moved to the new version the case went on: it can no longer be put back.',
    },
  },
} as const satisfies Record<string, Kind>;
