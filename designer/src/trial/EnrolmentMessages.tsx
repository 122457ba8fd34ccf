import { SegmentedControl } from '@mantine/core';
import type { ActivityInput } from '@percorso/engine';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { messageLabel, quoted } from '../panels/sentences.ts';
import classes from './trial.module.css';
import { WORDS } from './words.ts';

/** Whether there is a seat is decided by the edition, not by the pathway: here it is chosen. */
export function EnrolmentMessages({ input }: { readonly input: ActivityInput }) {
  const { document, language, words } = useEditor();
  const [seat, setSeat] = useState<'enrolled' | 'waiting'>('enrolled');
  const message = input.messages?.[seat];
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={words(WORDS.seat)}
        value={seat}
        onChange={(value) => setSeat(value as typeof seat)}
        data={[
          { value: 'enrolled', label: words(WORDS.hasSeat) },
          { value: 'waiting', label: words(WORDS.isWaiting) },
        ]}
      />
      {message && (
        <span className={classes.quiet}>
          {words(WORDS.messages)}: {quoted(words(messageLabel(document, message)), language)}
        </span>
      )}
    </>
  );
}
