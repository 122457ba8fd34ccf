import { useState } from 'react';
import { own } from '../commands/edit/records.ts';
import { BuildDialog } from '../editor/BuildDialog.tsx';
import { useEditor } from '../editor/editor-context.ts';
import { FormBuilder } from './FormBuilder.tsx';
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
  const [form, setForm] = useState(opened);
  const schema = own(document.forms, form);
  const close = () => {
    // What is still being typed becomes an edit when it is left: it is left now.
    if (window.document.activeElement instanceof HTMLElement) window.document.activeElement.blur();
    onDone(schema && form);
  };
  return (
    <BuildDialog
      onClose={close}
      size={schema ? '76rem' : 'lg'}
      title={schema?.label ? words(schema.label) : words(schema ? WORDS.form : WORDS.newForm)}
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
    </BuildDialog>
  );
}
