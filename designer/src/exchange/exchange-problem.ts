import type { DocumentProblem, PathwayDocument, Words } from '@percorso/engine';

export const FILE_BYTES_MAX = 5_000_000;

/** What the exchange itself refuses, before the engine looks at the document. */
const PROBLEMS = {
  'file-too-large': {
    it: `Il file supera ${FILE_BYTES_MAX / 1e6} MB: non è un percorso. Scegli un altro file.`,
    en: `The file is over ${FILE_BYTES_MAX / 1e6} MB: it is no pathway. Choose another file.`,
  },
  'file-unreadable': {
    it: 'Il file non si può leggere: forse è stato spostato o cambiato. Sceglilo di nuovo.',
    en: 'The file can’t be read: it may have been moved or changed. Choose it again.',
  },
  'format-newer': {
    it: 'Il file viene da una versione più recente di Percorso: aggiorna Percorso o esporta da lì nel formato 1.',
    en: 'The file comes from a newer version of Percorso: update Percorso, or export it in format 1.',
  },
  'file-is-machine': {
    it: 'Il file è una macchina XState senza le parole di un percorso: importala come macchina.',
    en: 'The file is an XState machine without a pathway’s words: import it as a machine.',
  },
  'file-is-document': {
    it: 'Il file è un percorso intero, non una macchina: importalo come percorso.',
    en: 'The file is a whole pathway, not a machine: import it as a pathway.',
  },
  'machine-without-states': {
    it: 'Non è una macchina XState: serve un oggetto JSON con la voce “states”.',
    en: 'This is no XState machine: a JSON object with the key “states” is needed.',
  },
} satisfies Record<string, Words>;

type OwnCode = keyof typeof PROBLEMS;

/** Why a file was not taken over: the engine's problem, or the exchange's own. */
export interface ExchangeProblem {
  readonly code: DocumentProblem['code'] | OwnCode;
  /** JSON pointer into the file; empty for the whole. */
  readonly path: string;
  readonly message: Words;
}

export type Imported =
  | { readonly ok: true; readonly document: PathwayDocument }
  | { readonly ok: false; readonly problems: readonly ExchangeProblem[] };

export function refusedFile(code: OwnCode, path = ''): Extract<Imported, { ok: false }> {
  return { ok: false, problems: [{ code, path, message: PROBLEMS[code] }] };
}

/** A text's UTF-8 bytes are at least its length: huge texts need no counting. */
export function isFileTooLarge(text: string): boolean {
  if (text.length > FILE_BYTES_MAX) return true;
  return new TextEncoder().encode(text).length > FILE_BYTES_MAX;
}

/** The object of a JSON text, or undefined: then the engine says what is wrong with the text. */
export function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Some editors begin a file with a byte order mark, which JSON does not know. */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
