import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Persona } from '@percorso/engine';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { quoted } from '../panels/sentences.ts';
import { dayWords } from './moment-words.ts';
import classes from './trial.module.css';
import { useSending } from './useSending.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly persona: Persona;
}

/** Who keeps a persona, and how to forget it; nothing of those that came with the programme. */
export function KeptBy({ persona }: Props) {
  const { keeping, installation, language, words } = useEditor();
  const kept = keeping?.kept[persona.id];
  if (!kept) return null;
  return (
    <p className={classes.kept}>
      <span className={classes.quiet}>
        {words(WORDS.keptBy)} {kept.by}, {dayWords(kept.at, language, installation.timeZone)}
      </span>
      <ForgetButton persona={persona} />
    </p>
  );
}

/** Forgets a kept persona once that is confirmed. */
export function ForgetButton({ persona }: Props) {
  const { keeping, isReadOnly, words } = useEditor();
  const [isAsked, setAsked] = useState(false);
  if (!keeping?.kept[persona.id] || isReadOnly) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={16} aria-hidden />}
        aria-label={`${words(WORDS.forget)}: ${persona.name}`}
        onClick={() => setAsked(true)}
      >
        {words(WORDS.forget)}
      </Button>
      {isAsked && <ForgetDialog persona={persona} onClose={() => setAsked(false)} />}
    </>
  );
}

function ForgetDialog({ persona, onClose }: Props & { readonly onClose: () => void }) {
  const { keeping, announce, language, words } = useEditor();
  const { send, isSending, refused } = useSending();
  const kept = keeping?.kept[persona.id];
  // As it was when this was asked; once a colleague's change was told of, as it is since then.
  const [seen, setSeen] = useState(kept?.revision);
  const forget = async () => {
    const now = { id: persona.id, revision: seen ?? kept?.revision };
    const answer = keeping && (await send(() => keeping.onForget(now)));
    if (!answer) return;
    if (!answer.ok) return setSeen(undefined);
    announce(`${words(WORDS.forgotten)}: ${quoted(persona.name, language)}`);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${words(WORDS.forgetAsk)} ${quoted(persona.name, language)}`}
      closeButtonProps={{ 'aria-label': words(WORDS.cancel) }}
    >
      <Stack>
        <Text>
          {words(WORDS.forgetMeans)} {kept?.isReplacement && words(WORDS.forgetReturns)}
        </Text>
        {refused && (
          <Alert color="orange" role="alert" title={words(WORDS.notForgotten)}>
            {refused.why}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words(WORDS.cancel)}
          </Button>
          <Button color="red" loading={isSending} onClick={() => void forget()}>
            {words(WORDS.forget)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
