import { Button, Group, Stack } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { newNameIn } from '../editor/new-name.ts';
import { LanguagePairInput } from '../panels/fields/LanguagePairInput.tsx';
import { completed, EMPTY_WORDS } from '../panels/fields/language-pair.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly onMade: (form: string) => void;
  readonly onCancel: () => void;
}

/** A form begins with its title. */
export function NewForm({ onMade, onCancel }: Props) {
  const { document, words, run } = useEditor();
  const [title, setTitle] = useState<Words>(EMPTY_WORDS);
  const [error, setError] = useState<string>();
  const root = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    // The dialog looks for it when it opens.
    root.current?.querySelector('input')?.setAttribute('data-autofocus', '');
  }, []);
  const make = (event: FormEvent) => {
    event.preventDefault();
    const label = completed(title);
    if (!label) return setError(words(WORDS.titleNeeded));
    const form = newNameIn(document.forms, label.it, 'form');
    const result = run('add-form', { form, label });
    if (result.ok) onMade(form);
    else setError(words(result.refusal.words));
  };
  return (
    <form ref={root} onSubmit={make} noValidate>
      <Stack gap="lg">
        <LanguagePairInput
          label={words(WORDS.formTitle)}
          description={words(WORDS.formTitleHelp)}
          value={title}
          onChange={setTitle}
          error={error}
          isRequired
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words(WORDS.cancel)}
          </Button>
          <Button type="submit">{words(WORDS.makeForm)}</Button>
        </Group>
      </Stack>
    </form>
  );
}
