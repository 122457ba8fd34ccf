import { useMemo, useState } from 'react';
import type { Step } from '../editor/edit-history.ts';
import { useEditor } from '../editor/editor-context.ts';
import type { MapNode } from '../map/map-nodes.ts';
import { giveAway } from './give-away.ts';
import type { Answers, Chosen, StepCommand } from './step-command.ts';
import { topsOf } from './tops.ts';
import { withRoom } from './with-room.ts';

/** The chosen steps, the menu of what can be done with them, and the question that is open. */
export function useStepTools(
  steps: readonly MapNode[],
  selected: ReadonlySet<string>,
  /** Gives the focus back to what was worked on. */
  refocus: () => void,
) {
  const { document, installation, language, library, runAll } = useEditor();
  const isKept = library !== undefined;
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [asking, ask] = useState<StepCommand>();
  const chosen = useMemo(
    (): Chosen => ({
      document,
      language,
      pathways: new Set([document.id, ...installation.pathways.map(({ id }) => id)]),
      isKept,
      steps,
      chosen: topsOf(steps, selected),
    }),
    [document, language, installation, isKept, steps, selected],
  );
  const perform = (command: StepCommand, edit: readonly Step[], title = '') => {
    const isPlace = command.section === 'place';
    const result = runAll(isPlace ? edit : withRoom(document, edit), command.label);
    if (!result.ok) return;
    ask(undefined);
    if (edit[0]?.name === 'extract-pathway') void giveAway(document, edit[0], title, library);
    refocus();
  };
  const run = (command: StepCommand, answers: Answers = {}) =>
    perform(command, command.steps(chosen, answers), answers.pathway);
  const start = (command: StepCommand) =>
    command.questions.length > 0 ? ask(command) : run(command);
  const close = () => {
    ask(undefined);
    refocus();
  };
  return { chosen, isMenuOpen, setMenuOpen, asking, close, start, run, perform };
}
