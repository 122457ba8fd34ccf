import { Stack, Text } from '@mantine/core';
import type { Answer, Fault, Language, ObjectSchema } from '@percorso/engine';
import { useId } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { FieldControl } from './FieldControl.tsx';
import type { EditionChoice } from './field-props.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly schema: ObjectSchema;
  /** By the fields' names; what is empty is absent. */
  readonly answer: Answer;
  readonly onChange: (answer: Answer) => void;
  /** What `checkAnswer` says of the answer. */
  readonly faults?: readonly Fault[];
  readonly language: Language;
  /** What edition fields offer; two invented editions where there are none. */
  readonly editions?: readonly EditionChoice[] | undefined;
}

/** The fields of a form to fill in: they look as on the desk, and check nothing themselves. */
export function AnswerFields({ schema, answer, onChange, faults = [], language, editions }: Props) {
  const { installation } = useEditor();
  const id = useId();
  const fields = Object.entries(schema.properties);
  if (fields.length === 0) return <Text c="dimmed">{WORDS.nothingToFill[language]}</Text>;
  return (
    <Stack gap="lg">
      {fields.map(([name, field]) => (
        <FieldControl
          key={name}
          id={`${id}-${name}`}
          field={field}
          label={field.label[language]}
          help={field.help?.[language]}
          value={answer[name]}
          onChange={(value) => onChange(withValue(answer, name, value))}
          error={faults.find(({ path }) => path === name)?.message[language]}
          isRequired={schema.required?.includes(name)}
          language={language}
          timeZone={installation.timeZone}
          editions={editions}
        />
      ))}
    </Stack>
  );
}

function withValue(answer: Answer, name: string, value: Answer[string] | undefined): Answer {
  const { [name]: _before, ...others } = answer;
  return value === undefined ? others : { ...others, [name]: value };
}

/** What is filled in before anybody has filled in anything: the fields' defaults. */
export function defaultAnswer(schema: ObjectSchema): Answer {
  return Object.fromEntries(
    Object.entries(schema.properties).flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, field.default]],
    ),
  );
}
