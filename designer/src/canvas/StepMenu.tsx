import { Menu } from '@mantine/core';
import { Fragment, useMemo } from 'react';
import { runSteps } from '../editor/edit-history.ts';
import { useEditor } from '../editor/editor-context.ts';
import { FLOW_COMMANDS } from './flow-commands.ts';
import { INLINE } from './inline-command.ts';
import { SHAPE_COMMANDS } from './shape-commands.ts';
import type { Chosen, StepCommand } from './step-command.ts';
import { WORDS } from './words.ts';

const COMMANDS: readonly StepCommand[] = [...SHAPE_COMMANDS, ...FLOW_COMMANDS, INLINE];
const SECTIONS = ['shape', 'flow', 'place'] as const;

interface Props {
  readonly chosen: Chosen;
  readonly onCommand: (command: StepCommand) => void;
}

/** Everything that can be done with the chosen steps. Drawn when opened: each answer costs a run. */
export function StepMenu({ chosen, onCommand }: Props) {
  const { library, words } = useEditor();
  const offered = useMemo(
    () =>
      COMMANDS.filter(
        (command) => command.isFor(chosen.chosen) && (command !== INLINE || library !== undefined),
      ),
    [chosen, library],
  );
  return SECTIONS.map((section) => {
    const inside = offered.filter((command) => command.section === section);
    if (inside.length === 0) return null;
    return (
      <Fragment key={section}>
        <Menu.Label>{words(WORDS.sections[section])}</Menu.Label>
        {inside.map((command) => (
          <Entry key={command.id} command={command} chosen={chosen} onCommand={onCommand} />
        ))}
      </Fragment>
    );
  });
}

interface EntryProps extends Props {
  readonly command: StepCommand;
}

/** What can't be done can be reached, and says why. */
function Entry({ command, chosen, onCommand }: EntryProps) {
  const { words, refusalOf } = useEditor();
  const refusal = useMemo(() => {
    if (command.questions.length > 0) return undefined;
    const steps = command.steps(chosen, {});
    const [only, ...others] = steps;
    if (only && others.length === 0) return refusalOf(only.name, only.parameters as never);
    const result = runSteps(chosen.document, steps);
    return result.ok ? undefined : result.refusal;
  }, [command, chosen, refusalOf]);
  const reason = `canvas-why-${command.id}`;
  return (
    <Menu.Item
      closeMenuOnClick={!refusal}
      {...(refusal && {
        'aria-disabled': true,
        'aria-describedby': reason,
        className: 'canvas-menu-refused',
        title: words(refusal.words),
      })}
      onClick={() => {
        if (!refusal) onCommand(command);
      }}
    >
      {words(command.label)}
      {command.questions.length > 0 && '…'}
      {refusal && (
        <span id={reason} className="canvas-why">
          {words(refusal.words)}
        </span>
      )}
    </Menu.Item>
  );
}
