import { type DocumentProblem, type PathwayDocument, parseDocument } from '@percorso/engine';
import {
  type Imported,
  isFileTooLarge,
  readObject,
  refusedFile,
  withoutMark,
} from './exchange-problem.ts';
import { wordsAround } from './words-around.ts';

/** The bare XState v5 machine as JSON, as XState's visual tools open it: no words, no rules. */
export function exportMachine(document: PathwayDocument): string {
  return `${JSON.stringify(document.machine, null, 2)}\n`;
}

/**
 * A document around a bare XState machine. `into` gives the words, forms, rules and messages; what
 * it does not name gets words derived from the machine's keys. What a pathway can't have, such as
 * a guard without a rule, is refused with its place in the machine. Never throws.
 */
export function importMachine(text: string, into?: PathwayDocument): Imported {
  if (isFileTooLarge(text)) return refusedFile('file-too-large');
  const source = withoutMark(text);
  const unreadable = problemsOfText(source);
  if (unreadable.length > 0) return { ok: false, problems: unreadable };
  const machine = readObject(source);
  if (machine && 'machine' in machine && 'format' in machine) {
    return refusedFile('file-is-document');
  }
  if (!machine?.states) return refusedFile('machine-without-states');
  const parsed = parseDocument(wordsAround(machine, into));
  return parsed.ok ? parsed : { ok: false, problems: inMachine(parsed.problems) };
}

const OF_TEXT: readonly DocumentProblem['code'][] = [
  'not-json',
  'too-large',
  'nested-too-deep',
  'key-duplicate',
  'name-reserved',
];

/** What is wrong with a text whatever it says; what passes may be walked by recursion. */
function problemsOfText(text: string): readonly DocumentProblem[] {
  const parsed = parseDocument(text);
  return parsed.ok ? [] : parsed.problems.filter(({ code }) => OF_TEXT.includes(code));
}

/** Paths into the file that was read; what only concerns derived words says the same twice. */
function inMachine(problems: readonly DocumentProblem[]): readonly DocumentProblem[] {
  const own = problems.filter(({ path }) => path.startsWith('/machine'));
  if (own.length === 0) return problems;
  return own.map((one) => ({ ...one, path: one.path.slice('/machine'.length) }));
}
