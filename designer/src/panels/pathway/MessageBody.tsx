import { Button, Group } from '@mantine/core';
import { MESSAGE_NAMES, type Words } from '@percorso/engine';
import { useRef, useState } from 'react';
import type { CommandResult } from '../../commands/command.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { LanguagePairInput } from '../fields/LanguagePairInput.tsx';
import { completed } from '../fields/language-pair.ts';
import { useTyped } from '../fields/useTyped.ts';
import { NAME_WORDS, withName } from './message-names.ts';
import classes from './pathway.module.css';
import { PATHWAY } from './words.ts';

interface Props {
  readonly value: Words;
  readonly onCommit: (body: Words) => CommandResult;
}

/** The text of a message, and what can be put into it where the cursor stands. */
export function MessageBody({ value, onCommit }: Props) {
  const { words, isReadOnly } = useEditor();
  const around = useRef<HTMLDivElement>(null);
  const [language, setLanguage] = useState<keyof Words>('it');
  const typed = useTyped(value, (next) => {
    const whole = completed(next);
    const isSame = whole?.it === value.it && whole.en === value.en;
    return whole && !isSame ? onCommit(whole) : undefined;
  });
  const insert = (name: string) => {
    const area = around.current?.querySelector<HTMLTextAreaElement>(`textarea[lang=${language}]`);
    const text = typed.value[language];
    const at = area?.selectionStart ?? text.length;
    const next = withName(text, name, at, area?.selectionEnd ?? at);
    typed.type({ ...typed.value, [language]: next });
    area?.focus();
  };
  return (
    <div ref={around}>
      <LanguagePairInput
        label={words(PATHWAY.body)}
        isLong
        value={typed.value}
        onChange={typed.type}
        onLeave={typed.flush}
        onFocusLanguage={setLanguage}
        error={typed.refusal && words(typed.refusal)}
      />
      {!isReadOnly && <NameChips language={language} onInsert={insert} />}
    </div>
  );
}

interface NameChipsProps {
  /** The text into which they go. */
  readonly language: keyof Words;
  readonly onInsert: (name: string) => void;
}

function NameChips({ language, onInsert }: NameChipsProps) {
  const { words } = useEditor();
  return (
    <fieldset className={classes.chips}>
      <legend>
        {words(PATHWAY.insert)} ({language.toUpperCase()})
      </legend>
      <Group gap={6} mt={4}>
        {MESSAGE_NAMES.map((name) => (
          <Button
            key={name}
            variant="light"
            size="compact-sm"
            // The cursor stays where it is in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onInsert(name)}
          >
            {words(NAME_WORDS[name].label)}
          </Button>
        ))}
      </Group>
    </fieldset>
  );
}
