import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { own } from '../commands/edit/records.ts';
import { useEditor } from '../editor/editor-context.ts';
import { FormBuilder } from './FormBuilder.tsx';
import classes from './forms.module.css';
import { NewForm } from './NewForm.tsx';
import { WORDS } from './words.ts';

interface Props {
  /** The form's name; undefined for a new one. */
  readonly form: string | undefined;
  /** The dialog is to be closed; with the form's name where there is one. */
  readonly onDone: (form?: string) => void;
}

/** The dialog in which a form is built, beside the form as it will be seen on a phone. */
export function FormEditor({ form: opened, onDone }: Props) {
  const { document, words } = useEditor();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const [form, setForm] = useState(opened);
  const schema = own(document.forms, form);
  const close = () => {
    // What is still being typed becomes an edit when it is left: it is left now.
    if (window.document.activeElement instanceof HTMLElement) window.document.activeElement.blur();
    onDone(schema && form);
  };
  return (
    <Modal
      opened
      onClose={close}
      size={schema ? '76rem' : 'lg'}
      fullScreen={isNarrow ?? false}
      title={schema?.label ? words(schema.label) : words(schema ? WORDS.form : WORDS.newForm)}
      classNames={{ title: classes.title, content: classes.content }}
      closeButtonProps={{ 'aria-label': words(WORDS.close) }}
      transitionProps={{ duration: 0 }}
    >
      {form !== undefined && schema ? (
        <FormBuilder
          form={form}
          schema={schema}
          isNew={opened === undefined}
          onClose={close}
          onRemoved={() => onDone()}
        />
      ) : (
        <NewForm onMade={setForm} onCancel={() => onDone()} />
      )}
    </Modal>
  );
}
