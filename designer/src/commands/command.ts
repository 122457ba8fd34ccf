import {
  DOCUMENT_BYTES_MAX,
  type PathwayDocument,
  type ProblemCode,
  parseDocument,
  type Words,
} from '@percorso/engine';
import { type Given, Misfit, type Readers, shape } from './readers.ts';
import { type RefusalWords, refuse } from './refusals.ts';
import { saidNames } from './said-names.ts';

/** Why a command can't be done: its own reason, or the problem that the document would have. */
export interface CommandRefusal {
  readonly code: keyof RefusalWords | ProblemCode;
  readonly words: Words;
  /** JSON pointer: into the document that would have come out, or into the parameters. */
  readonly path?: string;
}

export type CommandResult =
  | { readonly ok: true; readonly document: PathwayDocument }
  | { readonly ok: false; readonly refusal: CommandRefusal };

/** One edit that a coordinator can make. Pure; undo is the document that was there before. */
export interface Command<Parameters> {
  readonly name: string;
  /** What the control says. */
  readonly label: Words;
  /** Unknown keys and malformed values are refused; what comes out is a copy of its own. */
  readonly parse: (value: unknown) => Parameters | CommandRefusal;
  /** Why `run` would refuse, or undefined where it would not. Costs what `run` costs. */
  readonly mayRun: (
    document: PathwayDocument,
    parameters: Parameters,
  ) => CommandRefusal | undefined;
  /** What `run` does before it parses the outcome: for commands that are made of commands. */
  readonly edit: (
    document: PathwayDocument,
    parameters: Parameters,
  ) => PathwayDocument | CommandRefusal;
  /** Never throws, whatever the parameters; shares with `document` all that it doesn't change. */
  readonly run: (document: PathwayDocument, parameters: Parameters) => CommandResult;
}

interface Definition<P> {
  readonly name: string;
  readonly label: Words;
  readonly parameters: Readers<P>;
  /** The changed document, the same one where nothing changes, or why not. */
  readonly edit: (
    document: PathwayDocument,
    parameters: Given<P>,
  ) => PathwayDocument | CommandRefusal;
  /** Whatever was read of the parameters, nothing but the document's size can be wrong after it. */
  readonly isAlwaysFit?: true;
}

/** Mostly a control has just asked whether a command may be run: it need not be tried twice. */
interface Answer {
  readonly asked: string;
  readonly result: CommandResult;
}

/** A command from its edit: parameters are read before it, the document is parsed after it. */
export function defineCommand<P>({
  name,
  label,
  parameters: keys,
  edit,
  isAlwaysFit,
}: Definition<P>): Command<Given<P>> {
  const reader = shape(keys);
  const parse = (value: unknown) => {
    const read = reader(value, '');
    return read instanceof Misfit ? refuse('parameters-wrong', read.wanted, read.path) : read;
  };
  const runRead = (document: PathwayDocument, read: Given<P>): CommandResult => {
    const edited = edit(document, read);
    const result = isRefusal(edited) ? refused(edited) : checked(edited, document, isAlwaysFit);
    return result.ok ? result : refused(saidNames(document, result.refusal));
  };
  const answers = new WeakMap<PathwayDocument, Answer>();
  const run = (document: PathwayDocument, parameters: Given<P>): CommandResult => {
    const read = reader(parameters, '');
    if (read instanceof Misfit) {
      return refused(refuse('parameters-wrong', read.wanted, read.path));
    }
    const asked = JSON.stringify(read);
    const last = answers.get(document);
    if (last?.asked === asked) return last.result;
    const result = runRead(document, read);
    answers.set(document, { asked, result });
    return result;
  };
  const mayRun = (document: PathwayDocument, parameters: Given<P>) => {
    const result = run(document, parameters);
    return result.ok ? undefined : result.refusal;
  };
  return { name, label, parse, mayRun, edit, run };
}

export function isRefusal(edited: object): edited is CommandRefusal {
  return 'code' in edited && 'words' in edited;
}

/** The edited document itself, not the parser's copy: it shares its parts with the one before. */
function checked(
  edited: PathwayDocument,
  before: PathwayDocument,
  isAlwaysFit = false,
): CommandResult {
  if (edited === before) return { ok: true, document: before };
  if (isAlwaysFit && isSurelySmall(edited)) return { ok: true, document: edited };
  const read = parsed(edited);
  return isRefusal(read) ? refused(read) : { ok: true, document: edited };
}

/** Whatever it says, in UTF-8 a text takes at most three bytes for each of its units. */
function isSurelySmall(document: PathwayDocument): boolean {
  return JSON.stringify(document).length * 3 <= DOCUMENT_BYTES_MAX;
}

function refused(refusal: CommandRefusal): CommandResult {
  return { ok: false, refusal };
}

/** A document from an untrusted value, or its first problem as a refusal. */
export function parsed(value: unknown): PathwayDocument | CommandRefusal {
  const result = parseDocument(textOf(value));
  if (result.ok) return result.document;
  const { code, path, message } = result.problems[0]!;
  return { code, words: message, path };
}

/**
 * The parser reads text faster than a value, whose parts it has to count, since it may be anything.
 * What is too deep to be written it refuses by itself.
 */
function textOf(value: unknown): unknown {
  try {
    return JSON.stringify(value);
  } catch {
    return value;
  }
}
