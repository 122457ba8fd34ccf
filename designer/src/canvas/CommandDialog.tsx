import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { runSteps } from '../editor/edit-history.ts';
import { useEditor } from '../editor/editor-context.ts';
import { QuestionField } from './QuestionField.tsx';
import type { Answers, Chosen, StepCommand } from './step-command.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly command: StepCommand;
  readonly chosen: Chosen;
  readonly onDone: (answers: Answers) => void;
  readonly onClose: () => void;
}

/** Asks what a command needs; what can't be done says so before it is tried. */
export function CommandDialog({ command, chosen, onDone, onClose }: Props) {
  const { language, words } = useEditor();
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(
      command.questions.map(({ name, proposal }) => [name, proposal?.[language] ?? '']),
    ),
  );
  const isComplete = command.questions.every(
    ({ name, isOptional }) => isOptional || answers[name]?.trim(),
  );
  const refusal = useMemo(() => {
    if (!isComplete) return undefined;
    const result = runSteps(chosen.document, command.steps(chosen, trimmed(answers)));
    return result.ok ? undefined : result.refusal;
  }, [isComplete, answers, chosen, command]);
  const isReady = isComplete && !refusal;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words(command.label)}
      size="md"
      closeButtonProps={{ 'aria-label': words(WORDS.close) }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onDone(trimmed(answers));
        }}
      >
        <Stack gap="md">
          {command.note && <Text>{words(command.note(chosen))}</Text>}
          {command.questions.map((question, index) => (
            <QuestionField
              key={question.name}
              question={question}
              chosen={chosen}
              value={answers[question.name] ?? ''}
              onChange={(value) => setAnswers((now) => ({ ...now, [question.name]: value }))}
              isFirst={index === 0}
            />
          ))}
          <div role="status">{refusal && <Alert color="orange">{words(refusal.words)}</Alert>}</div>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words(WORDS.cancel)}
            </Button>
            <Button
              type="submit"
              aria-disabled={!isReady}
              {...(!isReady && { 'data-disabled': true })}
            >
              {words(WORDS.confirm)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function trimmed(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}
