import { Button, Group } from '@mantine/core';
import { type Answer, checkAnswer, type ObjectSchema, type Refusal } from '@percorso/engine';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { AnswerFields, defaultAnswer } from '../forms/AnswerFields.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import classes from './trial.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly schema: ObjectSchema;
  readonly known?: Answer;
  /** Answers why it can't be done. */
  readonly onSubmit: (answer: Answer) => Refusal | undefined;
  readonly onCancel: () => void;
}

/** What is asked before something happens, checked as on the desk. */
export function HappeningForm({ schema, known, onSubmit, onCancel }: Props) {
  const { language, words } = useEditor();
  const [answer, setAnswer] = useState<Answer>(() => known ?? defaultAnswer(schema));
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => focusFirst(form.current, 'input, select, textarea'), []);
  const faults = isAsked ? checkAnswer(schema, answer) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (checkAnswer(schema, answer).length === 0) return setRefusal(onSubmit(answer));
    requestAnimationFrame(() => focusFirst(form.current, '[aria-invalid="true"]'));
  };
  return (
    <form noValidate ref={form} className={classes.form} onSubmit={submit}>
      <AnswerFields
        schema={schema}
        answer={answer}
        onChange={setAnswer}
        faults={faults}
        language={language}
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Group gap="xs">
        <Button size="xs" type="submit">
          {words(WORDS.confirm)}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {words(WORDS.cancel)}
        </Button>
      </Group>
    </form>
  );
}

function focusFirst(form: HTMLFormElement | null, what: string): void {
  form?.querySelector<HTMLElement>(what)?.focus();
}
