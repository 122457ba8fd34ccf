import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { FormEditor } from '../../forms/FormEditor.tsx';
import { formChoices } from '../choices.ts';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { type PartProps, withInput } from './part.ts';
import { ACTIVITY } from './words.ts';

/** The form with which the activity is completed: one there is, or a new one made right here. */
export function ActivityForm({ kind, input, onChange }: PartProps) {
  const { document, words, language, isReadOnly } = useEditor();
  const [opened, setOpened] = useState<{ readonly form: string | undefined }>();
  const { form } = input;
  const done = (name?: string) => {
    setOpened(undefined);
    if (name !== undefined && name !== form) onChange(withInput(input, 'form', name));
  };
  if (kind === 'service') return null;
  return (
    <div>
      <SearchSelect
        label={words(ACTIVITY.form)}
        placeholder={words(ACTIVITY.noForm)}
        clearable
        value={form ?? null}
        onChange={(name) => onChange(withInput(input, 'form', name ?? undefined))}
        data={formChoices(document, language)}
      />
      <Group gap="xs" mt="xs">
        {form !== undefined && (
          <Button variant="default" size="sm" onClick={() => setOpened({ form })}>
            {words(ACTIVITY.editForm)}
          </Button>
        )}
        {!isReadOnly && (
          <Button variant="default" size="sm" onClick={() => setOpened({ form: undefined })}>
            {words(ACTIVITY.newForm)}
          </Button>
        )}
      </Group>
      {opened && <FormEditor form={opened.form} onDone={done} />}
    </div>
  );
}
