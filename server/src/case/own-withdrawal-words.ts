/** What a youth is told of an appointment or a seat, in words for somebody of seventeen. */
import type { Language } from '@percorso/engine';

export type OwnThing = 'appointment' | 'seat' | 'queue';
export type OwnNews = 'withdrawn' | 'there-again';

interface About {
  /** Null: a group. */
  readonly firstName: string | null;
  /** What the appointment or the seat is called; it stays out of the subject. */
  readonly what: string;
  /** Of an appointment that has a date. */
  readonly when: string | null;
  readonly link: string;
  readonly manager: string | null;
}

/** The subject shows on locked screens: it says what has happened, and nothing of what it is about. */
export function textOf(
  news: OwnNews,
  thing: OwnThing,
  language: Language,
  about: About,
): { readonly subject: string; readonly body: string } {
  const { subject, body } = TEXTS[news][thing][language];
  const { firstName, link, manager } = about;
  const hello = firstName === null ? HELLO_ALL[language] : `${HELLO[language]} ${firstName}`;
  const goOn = GO_ON[news][language][firstName === null ? 'all' : 'one'];
  const lines = [`${hello},`, body(about), `${goOn} ${link}`];
  return { subject, body: [...lines, ...(manager ? ['', manager] : [])].join('\n') };
}

const HELLO: Readonly<Record<Language, string>> = { it: 'Ciao', en: 'Hello' };
const HELLO_ALL: Readonly<Record<Language, string>> = { it: 'Buongiorno', en: 'Good morning' };

type GoOn = Readonly<Record<Language, { readonly one: string; readonly all: string }>>;

const GO_ON: Readonly<Record<OwnNews, GoOn>> = {
  withdrawn: {
    it: {
      one: 'Abbiamo cambiato il percorso: tu non hai sbagliato niente. Che cosa viene adesso lo trovi qui:',
      all: 'Abbiamo cambiato il percorso. Che cosa viene adesso lo trovate qui:',
    },
    en: {
      one: 'We have changed the pathway: you did nothing wrong. What comes next is here:',
      all: 'We have changed the pathway. What comes next is here:',
    },
  },
  'there-again': {
    it: {
      one: 'Scusaci per la confusione. Trovi tutto qui:',
      all: 'Scusateci per la confusione. Trovate tutto qui:',
    },
    en: {
      one: 'Sorry for the confusion. You find everything here:',
      all: 'Sorry for the confusion. You find everything here:',
    },
  },
};

type Said = Readonly<
  Record<Language, { readonly subject: string; readonly body: (about: About) => string }>
>;

const inItalian = ({ what, when }: About) => (when ? `«${what}», ${when},` : `«${what}»`);
const inEnglish = ({ what, when }: About) => (when ? `“${what}”, on ${when},` : `“${what}”`);

const TEXTS: Readonly<Record<OwnNews, Readonly<Record<OwnThing, Said>>>> = {
  withdrawn: {
    appointment: {
      it: {
        subject: 'Un appuntamento è annullato',
        body: (about) => `l’appuntamento ${inItalian(about)} è annullato: non serve venire.`,
      },
      en: {
        subject: 'An appointment is cancelled',
        body: (about) => `the appointment ${inEnglish(about)} is cancelled: no need to come.`,
      },
    },
    seat: {
      it: {
        subject: 'Un posto non è più prenotato',
        body: (about) => `il posto per ${inItalian(about)} non è più prenotato: non serve venire.`,
      },
      en: {
        subject: 'A seat is no longer booked',
        body: (about) => `the seat for ${inEnglish(about)} is no longer booked: no need to come.`,
      },
    },
    queue: {
      it: {
        subject: 'Un posto in lista d’attesa non c’è più',
        body: (about) => `il posto in lista d’attesa per ${inItalian(about)} non c’è più.`,
      },
      en: {
        subject: 'A place on a waiting list is gone',
        body: (about) => `the place on the waiting list for ${inEnglish(about)} is gone.`,
      },
    },
  },
  'there-again': {
    appointment: {
      it: {
        subject: 'L’appuntamento vale ancora',
        body: (about) =>
          `avevamo scritto che l’appuntamento ${inItalian(about)} era annullato. Invece vale ancora.`,
      },
      en: {
        subject: 'The appointment stands after all',
        body: (about) =>
          `we wrote that the appointment ${inEnglish(about)} was cancelled. It stands after all.`,
      },
    },
    seat: {
      it: {
        subject: 'Il posto è di nuovo prenotato',
        body: (about) => `il posto per ${inItalian(about)} è di nuovo prenotato.`,
      },
      en: {
        subject: 'The seat is booked again',
        body: (about) => `the seat for ${inEnglish(about)} is booked again.`,
      },
    },
    queue: {
      it: {
        subject: 'In lista d’attesa, per ora',
        body: (about) =>
          `per ${inItalian(about)} ora c’è un posto in lista d’attesa: di liberi, in questo momento, non ce ne sono.`,
      },
      en: {
        subject: 'On the waiting list for now',
        body: (about) =>
          `for ${inEnglish(about)} there is a place on the waiting list now: no seat is free at the moment.`,
      },
    },
  },
};
