import { Button, type ButtonProps, Text } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { type CommandName, commands } from '../../commands/registry.ts';
import type { ParametersOf } from '../../editor/edit-history.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { WORDS } from '../words.ts';

interface Props<Name extends CommandName> extends ButtonProps {
  readonly command: Name;
  readonly parameters: ParametersOf<Name>;
  /** Instead of running the command, for a question before it. */
  readonly onClick?: () => void;
  readonly onDone?: () => void;
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
}

/**
 * Runs a command. Whether it can be done is asked when the button is reached, since every question
 * costs a run; what can't be done keeps the focus and says why.
 */
export function CommandButton<Name extends CommandName>({
  command,
  parameters,
  onClick,
  onDone,
  children,
  ...shown
}: Props<Name>) {
  const { run, refusalOf, announce, words, isReadOnly } = useEditor();
  const [isReached, setReached] = useState(false);
  const reason = useId();
  const refusal = isReached ? refusalOf(command, parameters) : undefined;
  const act = () => {
    if (refusalOf(command, parameters)) return setReached(true);
    if (onClick) return onClick();
    if (!run(command, parameters).ok) return;
    announce(`${words(WORDS.done)}: ${words(commands[command].label)}`);
    onDone?.();
  };
  if (isReadOnly) return null;
  return (
    <div>
      <Button
        variant="default"
        size="sm"
        {...shown}
        aria-disabled={refusal !== undefined}
        {...(refusal && { 'data-disabled': true, 'aria-describedby': reason })}
        onPointerEnter={() => setReached(true)}
        onFocus={() => setReached(true)}
        onClick={act}
      >
        {children}
      </Button>
      {refusal && (
        <Text id={reason} size="sm" c="dimmed" mt={4}>
          {words(refusal.words)}
        </Text>
      )}
    </div>
  );
}
