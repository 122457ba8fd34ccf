import { Alert, Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-context.ts';
import type { ForgottenPersona } from '../editor/props.ts';
import { quoted } from '../panels/sentences.ts';
import { dayWords } from './moment-words.ts';
import classes from './trial.module.css';
import { useSending } from './useSending.ts';
import { WORDS } from './words.ts';

/** Which personas were forgotten by whom, each to be taken up again; nothing where there is none. */
export function ForgottenList() {
  const { keeping, words } = useEditor();
  const forgotten = keeping?.forgotten ?? [];
  if (forgotten.length === 0) return null;
  return (
    <details className={classes.fold}>
      <summary>
        {words(WORDS.forgottenOnes)} ({forgotten.length})
      </summary>
      <ul className={classes.personas}>
        {forgotten.map((persona) => (
          <Forgotten key={persona.id} persona={persona} />
        ))}
      </ul>
    </details>
  );
}

function Forgotten({ persona }: { readonly persona: ForgottenPersona }) {
  const { keeping, isReadOnly, installation, announce, language, words } = useEditor();
  const { send, isSending, refused } = useSending();
  const { id, name, by, at, revision } = persona;
  const restore = async () => {
    const answer = keeping && (await send(() => keeping.onRestore({ id, revision })));
    if (answer?.ok) announce(`${words(WORDS.restored)}: ${quoted(name, language)}`);
  };
  return (
    <li>
      <strong>{name}</strong>
      <p className={classes.kept}>
        <span className={classes.quiet}>
          {words(WORDS.forgottenBy)} {by}, {dayWords(at, language, installation.timeZone)}
        </span>
        {!isReadOnly && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            aria-label={`${words(WORDS.restore)}: ${name}`}
            loading={isSending}
            onClick={() => void restore()}
          >
            {words(WORDS.restore)}
          </Button>
        )}
      </p>
      {refused && (
        <Alert color="orange" role="alert" title={words(WORDS.notRestored)}>
          {refused.why}
        </Alert>
      )}
    </li>
  );
}
