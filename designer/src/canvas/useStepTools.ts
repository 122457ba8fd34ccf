import { useMemo, useState } from 'react';
import { extractedPathway } from '../commands/patterns/extract-pathway.ts';
import { useEditor } from '../editor/editor-context.ts';
import { exportDocument } from '../exchange/document-file.ts';
import { saveFile } from '../exchange-menu/save-file.ts';
import type { MapNode } from '../map/map-nodes.ts';
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
  const { document, language, runAll } = useEditor();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [asking, ask] = useState<StepCommand>();
  const chosen = useMemo(
    (): Chosen => ({
      document,
      language,
      steps,
      chosen: topsOf(steps, selected),
    }),
    [document, language, steps, selected],
  );
  const run = (command: StepCommand, answers: Answers = {}) => {
    const edit = command.steps(chosen, answers);
    const isPlace = command.section === 'place';
    const result = runAll(isPlace ? edit : withRoom(document, edit), command.label);
    if (!result.ok) return;
    ask(undefined);
    if (command.id === 'extract-pathway') saveExtracted(chosen, edit[0]?.parameters);
    refocus();
  };
  const start = (command: StepCommand) =>
    command.questions.length > 0 ? ask(command) : run(command);
  const close = () => {
    ask(undefined);
    refocus();
  };
  return { chosen, isMenuOpen, setMenuOpen, asking, close, start, run };
}

/** The new pathway as a file: the editor has one pathway only, and this is another. */
function saveExtracted({ document }: Chosen, parameters: unknown): void {
  const extracted = extractedPathway(document, parameters as { step: string; pathway: string });
  if ('code' in extracted) return;
  saveFile(`${extracted.id}.json`, exportDocument(extracted), 'application/json');
}
