import { Button, Textarea, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { newNameIn } from '../editor/new-name.ts';
import { saveFile } from '../exchange-menu/save-file.ts';
import { quoted } from '../panels/sentences.ts';
import { personaOf } from './persona-of.ts';
import classes from './trial.module.css';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

/** Makes the walk so far a persona, as a file to keep. */
export function RecordPersona({ trial }: { readonly trial: Trial }) {
  const { language, words, announce } = useEditor();
  const { walker } = trial;
  const [name, setName] = useState(walker.name);
  const [profile, setProfile] = useState(walker.story?.[language] ?? '');
  const [says, setSays] = useState(walker.persona?.says[language] ?? '');
  const [isAsked, setAsked] = useState(false);
  const record = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') return;
    const both = (text: string) => ({ it: text.trim(), en: text.trim() });
    const id = newNameIn({}, name, 'persona');
    const persona = personaOf(trial, {
      id,
      name: name.trim(),
      profile: both(profile),
      says: both(says),
    });
    saveFile(`${id}.json`, `${JSON.stringify(persona, null, 2)}\n`, 'application/json');
    announce(`${words(WORDS.downloaded)} ${quoted(persona.name, language)}`);
  };
  return (
    <details className={classes.fold}>
      <summary>{words(WORDS.record)}</summary>
      <form noValidate className={classes.form} onSubmit={record}>
        <p className={classes.quiet}>{words(WORDS.recordHelp)}</p>
        <TextInput
          size="sm"
          label={words(WORDS.name)}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isAsked && name.trim() === '' && words(WORDS.fillIn)}
        />
        <Textarea
          size="sm"
          autosize
          minRows={2}
          label={words(WORDS.profile)}
          value={profile}
          onChange={(event) => setProfile(event.currentTarget.value)}
        />
        <Textarea
          size="sm"
          autosize
          minRows={2}
          label={words(WORDS.says)}
          value={says}
          onChange={(event) => setSays(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="sm"
          variant="light"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {words(WORDS.download)}
        </Button>
      </form>
    </details>
  );
}
