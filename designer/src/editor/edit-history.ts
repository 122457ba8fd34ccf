import type { PathwayDocument, Words } from '@percorso/engine';
import type { CommandRefusal, CommandResult } from '../commands/command.ts';
import { type CommandName, commands } from '../commands/registry.ts';
import { keysGivenAgain, keysGivenBack } from './keys-given.ts';

/** What a command is called with. */
export type ParametersOf<Name extends CommandName> = Parameters<(typeof commands)[Name]['run']>[1];

/** One command to run, as data. */
export interface Step {
  readonly name: CommandName;
  readonly parameters: unknown;
}

/** Something done to the document: one command, or several that belong together. */
export interface Edit {
  readonly label: Words;
  /** The commands that were run; of what undo and redo did only which steps got other keys. */
  readonly steps: readonly Step[];
  readonly before: PathwayDocument;
  readonly after: PathwayDocument;
}

/** Everything done to a document since it was opened; it has no end. */
export interface EditHistory {
  readonly document: PathwayDocument;
  readonly past: readonly Edit[];
  readonly future: readonly Edit[];
}

/** The document that an edit gives when a colleague's edits came between; or why it can't be. */
export type Inverse = (
  edit: Pick<Edit, 'before' | 'after'>,
  present: PathwayDocument,
) => CommandResult;

export function historyOf(document: PathwayDocument): EditHistory {
  return { document, past: [], future: [] };
}

/** Runs commands one after the other: all of them, or none. */
export function runSteps(document: PathwayDocument, steps: readonly Step[]): CommandResult {
  let result: CommandResult = { ok: true, document };
  for (const { name, parameters } of steps) {
    if (!result.ok) break;
    const command = commands[name];
    result = command.run(result.document, parameters as never);
  }
  return result;
}

/** What is undone is forgotten as soon as something else is done, as everywhere. */
export function withEdit(history: EditHistory, edit: Edit): EditHistory {
  return { document: edit.after, past: [...history.past, edit], future: [] };
}

export type Stepped =
  | {
      readonly ok: true;
      readonly history: EditHistory;
      readonly edit: Edit;
      /** As commands, what this did to the keys of steps. */
      readonly steps: readonly Step[];
    }
  | { readonly ok: false; readonly refusal: CommandRefusal };

/** Takes the last edit back: exactly, or as the inverse on what colleagues have done since. */
export function undo(history: EditHistory, inverse: Inverse): Stepped | undefined {
  const edit = history.past.at(-1);
  if (!edit) return undefined;
  const isLast = history.document === edit.after;
  const back = isLast ? done(edit.before) : inverse(edit, history.document);
  if (!back.ok) return back;
  const { document } = back;
  // What redo has to bring back is what was there now, with the colleague's edits in it.
  const undone = isLast ? edit : { ...edit, before: document, after: history.document };
  const past = history.past.slice(0, -1);
  const steps = keysGivenBack(edit.steps);
  return {
    ok: true,
    edit,
    steps,
    history: { document, past, future: [undone, ...history.future] },
  };
}

export function redo(history: EditHistory, inverse: Inverse): Stepped | undefined {
  const edit = history.future[0];
  if (!edit) return undefined;
  const isNext = history.document === edit.before;
  const reverse = { before: edit.after, after: edit.before };
  const again = isNext ? done(edit.after) : inverse(reverse, history.document);
  if (!again.ok) return again;
  const { document } = again;
  const redone = isNext ? edit : { ...edit, before: history.document, after: document };
  const future = history.future.slice(1);
  const steps = keysGivenAgain(edit.steps);
  return { ok: true, edit, steps, history: { document, past: [...history.past, redone], future } };
}

function done(document: PathwayDocument): CommandResult {
  return { ok: true, document };
}

/** The merged document that a colleague's save led to: my edits stay to be undone. */
export function withArrival(history: EditHistory, document: PathwayDocument): EditHistory {
  return document === history.document ? history : { ...history, document };
}
