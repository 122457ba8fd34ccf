import { Alert, Button, SegmentedControl } from '@mantine/core';
import {
  type Answer,
  checkAnswer,
  type Fault,
  type Language,
  type ObjectSchema,
} from '@percorso/engine';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { AnswerFields, defaultAnswer } from './AnswerFields.tsx';
import classes from './forms.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly schema: ObjectSchema;
  readonly id: string;
}

/** The form as it will be seen on a phone; it can be filled in, and says what would be wrong. */
export function FormPreview({ schema, id }: Props) {
  const editor = useEditor();
  const [language, setLanguage] = useState<Language>(editor.language);
  const [answer, setAnswer] = useState<Answer>();
  const [faults, setFaults] = useState<readonly Fault[]>();
  const { words } = editor;
  const given = fitting(schema, answer ?? defaultAnswer(schema));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFaults(checkAnswer(schema, given));
  };
  const change = (next: Answer) => {
    setAnswer(next);
    // What is being put right is no longer held against the one who writes.
    setFaults(faults?.filter(({ path }) => next[path] === given[path]));
  };
  const isRight = faults?.length === 0;
  return (
    <section aria-label={words(WORDS.preview)} className={classes.preview} id={id} tabIndex={-1}>
      <div className={classes.previewHead}>
        <h3 className={classes.heading}>{words(WORDS.preview)}</h3>
        <SegmentedControl
          size="xs"
          aria-label={words(WORDS.previewLanguage)}
          value={language}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'it')}
          data={[
            { value: 'it', label: 'Italiano' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <form noValidate onSubmit={submit} lang={language} className={classes.phone}>
        <h4 className={classes.phoneTitle}>{schema.label?.[language]}</h4>
        <AnswerFields
          schema={schema}
          answer={given}
          onChange={change}
          faults={faults ?? []}
          language={language}
        />
        <Button type="submit" fullWidth>
          {WORDS.confirm[language]}
        </Button>
        <div role="status">
          {faults && !isRight && (
            <Alert color="red" p="sm">
              {WORDS.faultsFound[language]} {faults.length}
            </Alert>
          )}
          {isRight && (
            <Alert color="green" p="sm" icon={<IconCheck aria-hidden />}>
              {WORDS.noFaults[language]}
            </Alert>
          )}
        </div>
      </form>
    </section>
  );
}

/** Without the answers to fields that have gone. */
function fitting(schema: ObjectSchema, answer: Answer): Answer {
  return Object.fromEntries(
    Object.entries(answer).filter(([name]) => Object.hasOwn(schema.properties, name)),
  );
}
