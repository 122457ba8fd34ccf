import type { PathwayDocument, Words } from '@percorso/engine';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CommandRefusal, CommandResult } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { inverseOf } from '../merge/inverse-of.ts';
import {
  type Edit,
  type EditHistory,
  historyOf,
  redo,
  runSteps,
  type Step,
  undo,
  withArrival,
  withEdit,
} from './edit-history.ts';

interface Options {
  readonly onChange: ((document: PathwayDocument, edit: Edit) => void) | undefined;
  readonly onRefusal: (refusal: CommandRefusal) => void;
  readonly onStepped: (kind: 'undone' | 'redone', edit: Edit) => void;
}

/** The document that is being edited, and what was done to it. */
export function useHistory(
  document: PathwayDocument,
  arrival: PathwayDocument | undefined,
  options: Options,
) {
  const [history, setHistory] = useState(() => historyOf(document));
  // Two edits in one event both build on the newest, which React has not drawn yet.
  const newest = useRef(history);
  const put = (next: EditHistory) => {
    newest.current = next;
    setHistory(next);
  };
  // Before the next event: an edit on the document without it would undo what a colleague drew.
  useLayoutEffect(() => {
    if (!arrival) return;
    newest.current = withArrival(newest.current, arrival);
    setHistory(newest.current);
  }, [arrival]);

  const runAll = (steps: readonly Step[], label?: Words): CommandResult => {
    const before = newest.current.document;
    const result = runSteps(before, steps);
    if (!result.ok) options.onRefusal(result.refusal);
    else if (result.document !== before) {
      const named = label ?? commands[steps[0]!.name].label;
      const edit: Edit = { label: named, steps, before, after: result.document };
      put(withEdit(newest.current, edit));
      options.onChange?.(edit.after, edit);
    }
    return result;
  };

  const step = (kind: 'undone' | 'redone') => {
    const from = newest.current.document;
    const stepped = (kind === 'undone' ? undo : redo)(newest.current, inverseOf);
    if (!stepped) return;
    if (!stepped.ok) return options.onRefusal(stepped.refusal);
    put(stepped.history);
    const after = stepped.history.document;
    const { edit, steps } = stepped;
    options.onChange?.(after, { label: edit.label, steps, before: from, after });
    options.onStepped(kind, edit);
  };
  return { history, runAll, undo: () => step('undone'), redo: () => step('redone') };
}
