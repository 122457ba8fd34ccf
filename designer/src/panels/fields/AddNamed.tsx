import { Button, Group, Stack } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import type { CommandResult } from '../../commands/command.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { WORDS } from '../words.ts';
import { AddButton } from './AddButton.tsx';
import { LanguagePairInput } from './LanguagePairInput.tsx';
import { completed, EMPTY_WORDS } from './language-pair.ts';

interface Props {
  /** What the button says: «Aggiungi un’azione». */
  readonly label: string;
  /** What is asked: «Nome dell’azione». */
  readonly name: string;
  readonly onAdd: (label: Words) => CommandResult;
}

/** Adds one more to a list, by its name first: it is also called after it in the document. */
export function AddNamed({ label, name, onAdd }: Props) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) return <AddButton label={label} onClick={() => setAsking(true)} />;
  return <NameForm name={name} onAdd={onAdd} onClose={() => setAsking(false)} />;
}

interface NameFormProps extends Omit<Props, 'label'> {
  readonly onClose: () => void;
}

function NameForm({ name, onAdd, onClose }: NameFormProps) {
  const { words } = useEditor();
  const [label, setLabel] = useState(EMPTY_WORDS);
  const [error, setError] = useState<Words>();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const whole = completed(label);
    if (!whole) return setError(WORDS.needed);
    const result = onAdd(whole);
    if (result.ok) onClose();
    else setError(result.refusal.words);
  };
  return (
    <form ref={form} onSubmit={add} noValidate>
      <Stack gap="xs">
        <LanguagePairInput
          label={name}
          value={label}
          onChange={setLabel}
          error={error && words(error)}
          isRequired
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <Group gap="xs">
          <Button size="sm" type="submit">
            {words(WORDS.add)}
          </Button>
          <Button size="sm" variant="default" onClick={onClose}>
            {words(WORDS.cancel)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
