import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { usesOfForm } from '../../commands/uses/uses-of-form.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { FormEditor } from '../../forms/FormEditor.tsx';
import { formChoices } from '../choices.ts';
import { AddButton } from '../fields/AddButton.tsx';
import { CommandButton } from '../fields/CommandButton.tsx';
import { FoldList } from '../fields/FoldList.tsx';
import { UsedBy } from '../fields/UsedBy.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { formLabel } from '../sentences.ts';
import { PATHWAY } from './words.ts';

/** The forms that are filled in along the pathway. */
export function FormsSection() {
  const { document, words, language } = useEditor();
  const [opened, setOpened] = useState<string>();
  const [edited, setEdited] = useState<{ readonly form: string | undefined }>();
  const items = formChoices(document, language).map(({ value, label }) => {
    const count = Object.keys(document.forms[value]?.properties ?? {}).length;
    const noun = words(count === 1 ? PATHWAY.oneQuestion : PATHWAY.questions);
    return { id: value, label, detail: `${count} ${noun}` };
  });
  const done = (form?: string) => {
    setEdited(undefined);
    if (form !== undefined) setOpened(form);
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{words(PATHWAY.formsHelp)}</Text>
      <AddButton label={words(PATHWAY.addForm)} onClick={() => setEdited({ form: undefined })} />
      <FoldList
        label={words(PATHWAY.sections.forms)}
        items={items}
        opened={opened}
        onOpen={setOpened}
        empty={words(PATHWAY.empty)}
      >
        {(form) => <FormDetails key={form} form={form} onEdit={() => setEdited({ form })} />}
      </FoldList>
      {edited && <FormEditor form={edited.form} onDone={done} />}
    </Stack>
  );
}

interface FormDetailsProps {
  readonly form: string;
  readonly onEdit: () => void;
}

function FormDetails({ form, onEdit }: FormDetailsProps) {
  const { document, words, run } = useEditor();
  return (
    <>
      <WordsField
        label={words(PATHWAY.formName)}
        value={formLabel(document, form)}
        onCommit={(label) => run('set-form-label', { form, label })}
      />
      <Button size="sm" variant="default" onClick={onEdit}>
        {words(PATHWAY.openForm)}
      </Button>
      <UsedBy uses={usesOfForm(document, form)} />
      <CommandButton command="remove-form" parameters={{ form }} c="red">
        {words(PATHWAY.removeForm)}
      </CommandButton>
    </>
  );
}
