import { Alert, Button, Group } from '@mantine/core';
import type { ObjectSchema, Words } from '@percorso/engine';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { BuildFooter } from '../editor/BuildDialog.tsx';
import { useEditor } from '../editor/editor-context.ts';
import { WordsField } from '../panels/fields/WordsField.tsx';
import { FieldList } from './FieldList.tsx';
import { FormPreview } from './FormPreview.tsx';
import { FormUses } from './FormUses.tsx';
import { type FormBeingBuilt, FormContext } from './form-context.ts';
import classes from './forms.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly form: string;
  readonly schema: ObjectSchema;
  /** Just made: the work goes on with its first field. */
  readonly isNew: boolean;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** A form to build: every change is an edit of the document at once. */
export function FormBuilder({ form, schema, isNew, onClose, onRemoved }: Props) {
  const { words, runAll } = useEditor();
  const [refusal, setRefusal] = useState<Words>();
  const [said, say] = useState('');
  const preview = useId();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) root.current?.querySelector<HTMLElement>('[data-palette] button')?.focus();
  }, [isNew]);
  const built = useMemo<FormBeingBuilt>(
    () => ({
      form,
      schema,
      say,
      run: (...steps) => {
        const result = runAll(steps);
        setRefusal(result.ok ? undefined : result.refusal.words);
        return result;
      },
    }),
    [form, schema, runAll],
  );
  const { run } = built;
  return (
    <FormContext value={built}>
      <div ref={root} className={classes.builder}>
        <div className={classes.left}>
          <WordsField
            label={words(WORDS.formTitle)}
            value={schema.label}
            onCommit={(label) => run({ name: 'set-form-label', parameters: { form, label } })}
          />
          <FieldList />
          <FormUses onLeave={onClose} onRemoved={onRemoved} />
        </div>
        <FormPreview key={form} id={preview} schema={schema} />
        <Footer
          preview={preview}
          refusal={refusal}
          onRead={() => setRefusal(undefined)}
          onClose={onClose}
        />
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </div>
    </FormContext>
  );
}

interface FooterProps {
  /** The id of the preview, which on a phone lies far below. */
  readonly preview: string;
  readonly refusal: Words | undefined;
  readonly onRead: () => void;
  readonly onClose: () => void;
}

function Footer({ preview, refusal, onRead, onClose }: FooterProps) {
  const { words } = useEditor();
  const show = () => {
    const shown = window.document.getElementById(preview);
    shown?.scrollIntoView();
    shown?.focus();
  };
  return (
    <BuildFooter>
      <div role="alert" className={classes.refusal}>
        {refusal && (
          <Alert
            color="orange"
            p="sm"
            withCloseButton
            closeButtonLabel={words(WORDS.close)}
            onClose={onRead}
          >
            {words(refusal)}
          </Alert>
        )}
      </div>
      <Group gap="sm">
        <Button variant="default" className={classes.toPreview} onClick={show}>
          {words(WORDS.toPreview)}
        </Button>
        <Button onClick={onClose}>{words(WORDS.done)}</Button>
      </Group>
    </BuildFooter>
  );
}
