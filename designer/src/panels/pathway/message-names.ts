import { MESSAGE_NAMES, type Words } from '@percorso/engine';

type MessageName = (typeof MESSAGE_NAMES)[number];

/** What a message's placeholders are called, and an example of what stands there when it leaves. */
export const NAME_WORDS: Readonly<Record<MessageName, { label: Words; example: Words }>> = {
  firstName: { label: { it: 'Nome', en: 'First name' }, example: { it: 'Amina', en: 'Amina' } },
  caseManager: {
    label: { it: 'Case manager', en: 'Case manager' },
    example: { it: 'Giulia Ferrari', en: 'Giulia Ferrari' },
  },
  appointmentAt: {
    label: { it: 'Data dell’appuntamento', en: 'Date of the appointment' },
    example: { it: 'giovedì 12 marzo alle 15:00', en: 'Thursday 12 March at 15:00' },
  },
  appointmentPlace: {
    label: { it: 'Luogo dell’appuntamento', en: 'Place of the appointment' },
    example: { it: 'Informagiovani, via Dogana 2', en: 'Informagiovani, via Dogana 2' },
  },
  link: {
    label: { it: 'Indirizzo della pagina', en: 'Address of the page' },
    example: { it: 'https://percorso.example/il-mio', en: 'https://percorso.example/mine' },
  },
  pathway: {
    label: { it: 'Titolo del percorso', en: 'Title of the pathway' },
    example: { it: 'Ripartiamo', en: 'A fresh start' },
  },
};

/** How a new message begins. */
export const NEW_BODY: Words = { it: 'Ciao {firstName},\n', en: 'Hello {firstName},\n' };

/** The text as it is read when it arrives, with examples in place of the names. */
export function filledIn(text: string, language: keyof Words, title: string): string {
  return MESSAGE_NAMES.reduce((before, name) => {
    const example = name === 'pathway' ? title : NAME_WORDS[name].example[language];
    return before.replaceAll(`{${name}}`, () => example);
  }, text);
}

/** The text with a placeholder where the cursor stands. */
export function withName(text: string, name: string, from: number, to: number): string {
  return `${text.slice(0, from)}{${name}}${text.slice(to)}`;
}
