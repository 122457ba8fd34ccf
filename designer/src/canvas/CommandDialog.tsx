import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { EditDialog } from './EditDialog.tsx';
import { QuestionField } from './QuestionField.tsx';
import type { Answers, Chosen, StepCommand } from './step-command.ts';

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
  const steps = useMemo(
    () => (isComplete ? command.steps(chosen, trimmed(answers)) : undefined),
    [isComplete, answers, chosen, command],
  );
  return (
    <EditDialog
      title={command.label}
      document={chosen.document}
      steps={steps}
      onConfirm={() => onDone(trimmed(answers))}
      onClose={onClose}
    >
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
    </EditDialog>
  );
}

function trimmed(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}
