import { Select, TextInput } from '@mantine/core';
import { nextOf } from '../commands/edit/targets.ts';
import { useEditor } from '../editor/editor-context.ts';
import {
  actionChoices,
  type Choice,
  type ChoiceGroup,
  ruleChoices,
  stepChoices,
} from '../panels/choices.ts';
import { isContainer } from './folded.ts';
import type { Chosen, Question } from './step-command.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly question: Question;
  readonly chosen: Chosen;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isFirst: boolean;
}

/** A text to write, or something of the document to choose. */
export function QuestionField({ question, chosen, value, onChange, isFirst }: Props) {
  const { words } = useEditor();
  const { label, asks, isOptional = false } = question;
  const shared = {
    label: words(label),
    required: !isOptional,
    withAsterisk: false,
    ...(isFirst && { 'data-autofocus': true }),
  };
  if (asks === 'text') {
    return (
      <TextInput
        {...shared}
        value={value}
        maxLength={200}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Select
      {...shared}
      data={choicesOf(asks, chosen)}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      searchable
      clearable={isOptional}
      clearButtonProps={{ 'aria-label': words(WORDS.clear) }}
      nothingFoundMessage={words(WORDS.nothingFound)}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}

function choicesOf(
  asks: Exclude<Question['asks'], 'text'>,
  { document, language, steps, chosen }: Chosen,
): (Choice | ChoiceGroup)[] {
  const keys = new Set(chosen.map(({ key }) => key));
  switch (asks) {
    case 'step':
      return stepChoices(document, language, (step) => !keys.has(step));
    case 'next-step': {
      const next = new Set(chosen.flatMap(({ key }) => nextOf(document, key)));
      return stepChoices(document, language, (step) => next.size === 0 || next.has(step));
    }
    case 'inner-step':
      return steps
        .filter(({ parent }) => parent !== undefined && keys.has(parent))
        .map(({ key, label }) => ({ value: key, label: label[language] }));
    case 'group': {
      const whole = { value: document.machine.id, label: WORDS.atTop[language] };
      const groups = steps.filter((step) => isContainer(step) && !keys.has(step.key));
      return [whole, ...groups.map(({ key, label }) => ({ value: key, label: label[language] }))];
    }
    case 'rule':
      return ruleChoices(document, language);
    case 'action':
      return actionChoices(document, language);
    case 'stage':
      return document.stages.map(({ id, label }) => ({ value: id, label: label[language] }));
  }
}
