import type { ActivityKind, Role, StageDeclaration, Words } from '@percorso/engine';

/** What a coordinator calls the values that a document may only choose among. */
export const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  'case-manager': { it: 'Case manager', en: 'Case manager' },
  coordinator: { it: 'Coordinatore', en: 'Coordinator' },
  'partner-operator': { it: 'Operatore del partner', en: 'Partner operator' },
  youth: { it: 'Giovane', en: 'Young person' },
  monitor: { it: 'Valutatore', en: 'Monitor' },
  administrator: { it: 'Amministratore', en: 'Administrator' },
};

export const ACTIVITY_WORDS: Readonly<Record<ActivityKind, { label: Words; help: Words }>> = {
  task: {
    label: { it: 'Compito', en: 'Task' },
    help: { it: 'Un lavoro da fare, affidato a qualcuno.', en: 'Work to do, given to someone.' },
  },
  appointment: {
    label: { it: 'Appuntamento', en: 'Appointment' },
    help: { it: 'Un incontro con data e luogo.', en: 'A meeting with a date and a place.' },
  },
  enrolment: {
    label: { it: 'Iscrizione', en: 'Enrolment' },
    help: {
      it: 'Un posto in un corso o laboratorio, con la lista d’attesa.',
      en: 'A seat in a course or lab, with its waiting list.',
    },
  },
  pathway: {
    label: { it: 'Sotto-percorso', en: 'Sub-pathway' },
    help: {
      it: 'Un altro percorso, che va fino in fondo e poi torna qui.',
      en: 'Another pathway, which runs to its end and then comes back here.',
    },
  },
  service: {
    label: { it: 'Servizio collegato', en: 'Connected service' },
    help: {
      it: 'Una richiesta a un altro sistema del Comune.',
      en: 'A request to another system of the city.',
    },
  },
};

export const EMPHASIS_WORDS = {
  normal: { it: 'Normale', en: 'Normal' },
  primary: { it: 'In evidenza: offerta per prima', en: 'Prominent: offered first' },
  quiet: { it: 'Discreta: offerta per ultima', en: 'Quiet: offered last' },
  final: { it: 'Chiude il caso', en: 'Ends the case' },
} as const satisfies Record<string, Words>;

export const RECIPIENT_WORDS = {
  participant: { it: 'Al giovane o al gruppo', en: 'To the young person or group' },
  guardian: { it: 'Al genitore o tutore', en: 'To the parent or guardian' },
  'case-manager': { it: 'Al case manager', en: 'To the case manager' },
  coordinator: { it: 'Al coordinatore', en: 'To the coordinator' },
  organisation: { it: 'All’organizzazione', en: 'To the organisation' },
} as const satisfies Record<string, Words>;

export type Colour = StageDeclaration['colour'];

export const COLOUR_WORDS: Readonly<Record<Colour, Words>> = {
  blue: { it: 'Blu', en: 'Blue' },
  teal: { it: 'Verde acqua', en: 'Teal' },
  green: { it: 'Verde', en: 'Green' },
  amber: { it: 'Ambra', en: 'Amber' },
  orange: { it: 'Arancione', en: 'Orange' },
  purple: { it: 'Viola', en: 'Purple' },
  grey: { it: 'Grigio', en: 'Grey' },
};
