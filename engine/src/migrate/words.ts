/** What a migration asks and says, in both languages. */
import type { PathwayDocument, Words } from '../document.ts';

/** Why a case cannot simply be put where its steps are now. */
export type Reason = 'no-step' | 'rivals' | 'unreachable' | 'no-outcome' | 'endless' | 'ends';

const REASONS: Readonly<Record<Reason, Words>> = {
  'no-step': {
    it: 'la nuova versione non ha un passo che ne prenda il posto',
    en: 'the new version has no step that takes its place',
  },
  rivals: {
    it: 'nella nuova versione non si può essere in questi passi allo stesso tempo',
    en: 'in the new version one cannot be at these steps at the same time',
  },
  unreachable: {
    it: 'nella nuova versione nessuno può arrivare a trovarsi così',
    en: 'in the new version nobody can come to be like that',
  },
  'no-outcome': {
    it: 'da lì la nuova versione non porta a nessun esito',
    en: 'from there the new version leads to no outcome',
  },
  endless: {
    it: 'lì la nuova versione girerebbe in tondo senza fermarsi',
    en: 'there the new version would go round without ever coming to rest',
  },
  ends: {
    it: 'la nuova versione chiuderebbe subito il percorso',
    en: 'the new version would end the pathway at once',
  },
};

/** What a plan says when the proof stopped before its end. */
export const UNPROVEN: Words = {
  it: 'Le situazioni possibili sono troppe: per qualcuno non è stato possibile provare tutto.',
  en: 'There are too many possible situations: for some not everything could be proven.',
};

export function questionOf(
  before: PathwayDocument,
  steps: readonly string[],
  reason: Reason,
): Words {
  const { it, en } = namesOf(before, steps);
  return {
    it: `Da quale passo prosegue chi ora è in ${it}? Il motivo: ${REASONS[reason].it}.`,
    en: `At which step does whoever is now at ${en} go on? The reason: ${REASONS[reason].en}.`,
  };
}

export function blockedAt(
  before: PathwayDocument,
  steps: readonly string[],
  reason: Reason,
): { readonly reason: Words; readonly unlock: Words } {
  const { it, en } = namesOf(before, steps);
  return {
    reason: {
      it: `Chi è in ${it} non può passare alla nuova versione: ${REASONS[reason].it}.`,
      en: `Whoever is at ${en} cannot move to the new version: ${REASONS[reason].en}.`,
    },
    unlock: {
      it: `Tenere ${it} nella nuova versione, con una via fino a un esito.`,
      en: `Keep ${en} in the new version, with a way to an outcome.`,
    },
  };
}

/** The steps by their labels, in quotation marks. */
export function namesOf(document: PathwayDocument, steps: readonly string[]): Words {
  return { it: named(document, steps, 'it'), en: named(document, steps, 'en') };
}

function named(document: PathwayDocument, steps: readonly string[], language: keyof Words): string {
  const [open, close] = language === 'it' ? ['«', '»'] : ['“', '”'];
  const names = steps.map((key) => `${open}${document.steps[key]?.label[language] ?? key}${close}`);
  const last = names.pop() ?? '';
  const and = language === 'it' ? ' e ' : ' and ';
  return names.length > 0 ? `${names.join(', ')}${and}${last}` : last;
}
