import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Persona } from '@percorso/engine';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { quoted } from '../panels/sentences.ts';
import classes from './trial.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly persona: Persona;
}

/** Who keeps a persona, and how to forget it; nothing of those that came with the programme. */
export function KeptBy({ persona }: Props) {
  const { keeping, installation, language, words } = useEditor();
  const kept = keeping?.kept[persona.id];
  if (!kept) return null;
  const day = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeZone: installation.timeZone,
  }).format(new Date(kept.at));
  return (
    <p className={classes.kept}>
      <span className={classes.quiet}>
        {words(WORDS.keptBy)} {kept.by}, {day}
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
  const [state, setState] = useState<'idle' | 'sending' | { readonly why: string }>('idle');
  const forget = async () => {
    if (!keeping || state === 'sending') return;
    setState('sending');
    const answer = await keeping.onForget(persona.id);
    if (!answer.ok) return setState({ why: answer.why });
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
          {words(WORDS.forgetMeans)}{' '}
          {keeping?.kept[persona.id]?.isReplacement && words(WORDS.forgetReturns)}
        </Text>
        {typeof state === 'object' && (
          <Alert color="orange" role="alert" title={words(WORDS.notForgotten)}>
            {state.why}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words(WORDS.cancel)}
          </Button>
          <Button color="red" loading={state === 'sending'} onClick={() => void forget()}>
            {words(WORDS.forget)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
