import { Alert } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { quoted } from '../panels/sentences.ts';
import { KeepForm } from './KeepForm.tsx';
import classes from './trial.module.css';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

/** Makes the walk so far a persona: kept for every later edit, or as a file. */
export function KeepPersona({ trial }: { readonly trial: Trial }) {
  const { keeping, isReadOnly, language, words } = useEditor();
  const [isOpen, setOpen] = useState(trial.isToKeep === true);
  const [kept, setKept] = useState<string>();
  const summary = useRef<HTMLElement>(null);
  const close = (name: string) => {
    setKept(name);
    setOpen(false);
    summary.current?.focus();
  };
  return (
    <section>
      {kept !== undefined && (
        <Alert
          color="green"
          variant="light"
          mb="sm"
          icon={<IconCircleCheck aria-hidden />}
          title={`${words(WORDS.kept)}: ${quoted(kept, language)}`}
        >
          {words(WORDS.keptMeans)}
        </Alert>
      )}
      <details
        className={classes.fold}
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary ref={summary}>{words(keeping && !isReadOnly ? WORDS.keep : WORDS.record)}</summary>
        <KeepForm key={trial.walker.persona?.id} trial={trial} onKept={close} />
      </details>
    </section>
  );
}
