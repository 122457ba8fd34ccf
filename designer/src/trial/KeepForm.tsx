import { Alert, Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type FormEvent, useRef } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { LanguagePairInput } from '../panels/fields/LanguagePairInput.tsx';
import { quoted } from '../panels/sentences.ts';
import classes from './trial.module.css';
import { useKeeping } from './useKeeping.ts';
import { WalkChanges } from './WalkChanges.tsx';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

const NAME_LENGTH_MAX = 80;
const TEXT_LENGTH_MAX = 1000;

interface Props {
  readonly trial: Trial;
  readonly onKept: (name: string) => void;
}

/** Who walked, what the walk shows, and whether it takes the place of an older one. */
export function KeepForm({ trial, onKept }: Props) {
  const { keeping, isReadOnly, words } = useEditor();
  const form = useKeeping(trial, onKept);
  const name = useRef<HTMLInputElement>(null);
  const { told, tell, nameFault } = form;
  const mayKeep = keeping !== undefined && !isReadOnly;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!mayKeep) return form.download();
    // The name stands above what was pressed, perhaps out of sight.
    void form.keep().then((isName) => isName && name.current?.focus());
  };
  return (
    <form noValidate className={classes.form} onSubmit={submit}>
      <p className={classes.quiet}>
        {words(WORDS.recordHelp)} <strong>{words(WORDS.invented)}</strong>
      </p>
      {mayKeep && <HowToKeep form={form} trial={trial} />}
      <TextInput
        ref={name}
        size="sm"
        label={words(WORDS.name)}
        autoComplete="off"
        maxLength={NAME_LENGTH_MAX}
        value={told.name}
        onChange={(event) => tell({ name: event.currentTarget.value })}
        error={nameFault}
      />
      {!isReadOnly && <Texts form={form} />}
      {form.failure && (
        <Alert
          // On a phone it would come below what is seen.
          ref={(alert) => alert?.scrollIntoView({ block: 'nearest' })}
          color="orange"
          role="alert"
          title={words(WORDS.notKept)}
        >
          {form.failure} {words(WORDS.stillHere)}
        </Alert>
      )}
      <Buttons form={form} mayKeep={mayKeep} />
    </form>
  );
}

type Form = ReturnType<typeof useKeeping>;

function Texts({ form: { told, tell } }: { readonly form: Form }) {
  const { words } = useEditor();
  return (
    <>
      <LanguagePairInput
        isLong
        lengthMax={TEXT_LENGTH_MAX}
        label={words(WORDS.profile)}
        value={told.profile}
        onChange={(profile) => tell({ profile })}
      />
      <LanguagePairInput
        isLong
        lengthMax={TEXT_LENGTH_MAX}
        label={words(WORDS.says)}
        value={told.says}
        onChange={(says) => tell({ says })}
      />
    </>
  );
}

function HowToKeep({ form, trial }: { readonly form: Form; readonly trial: Trial }) {
  const { language, words } = useEditor();
  const { former, isInstead, setInstead } = form;
  const isShort = trial.deeds.length > trial.moments.length - 1;
  return (
    <>
      {former && (
        <Radio.Group
          size="sm"
          label={words(WORDS.how)}
          value={isInstead ? 'instead' : 'new'}
          onChange={(value) => setInstead(value === 'instead')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              size="sm"
              value="instead"
              label={`${words(WORDS.instead)} ${quoted(former.name, language)}`}
            />
            <Radio size="sm" value="new" label={words(WORDS.asNew)} />
          </Stack>
        </Radio.Group>
      )}
      {former && isInstead && <WalkChanges trial={trial} />}
      {isShort && <Alert color="orange">{words(WORDS.stopsHere)}</Alert>}
    </>
  );
}

function Buttons({ form, mayKeep }: { readonly form: Form; readonly mayKeep: boolean }) {
  const { words } = useEditor();
  const icon = <IconDownload size={18} aria-hidden />;
  if (!mayKeep) {
    return (
      <Button type="submit" size="sm" variant="light" leftSection={icon}>
        {words(WORDS.download)}
      </Button>
    );
  }
  return (
    <Group gap="xs">
      <Button type="submit" size="sm" loading={form.isSending}>
        {words(WORDS.confirmKeep)}
      </Button>
      <Button size="sm" variant="subtle" leftSection={icon} onClick={form.download}>
        {words(WORDS.download)}
      </Button>
    </Group>
  );
}
