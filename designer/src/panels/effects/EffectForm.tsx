import { Alert, Button, Group } from '@mantine/core';
import type { MachineEffect, ObjectSchema } from '@percorso/engine';
import { useState } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { messageChoices } from '../choices.ts';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { WORDS } from '../words.ts';
import type { EffectRow } from './effect-rows.ts';
import classes from './effects.module.css';
import { RecordFields } from './RecordFields.tsx';
import { draftOf, emptyDraft, type RecordDraft, recording, sending } from './record-draft.ts';
import { EFFECTS } from './words.ts';

interface Props {
  readonly kind: 'record' | 'message';
  /** What is changed; without it something new is added. */
  readonly row?: EffectRow;
  /** The form whose answers can be recorded here. */
  readonly form: ObjectSchema | undefined;
  readonly onDone: (effect: MachineEffect) => void;
  readonly onCancel: () => void;
}

/** One thing that is to happen, being filled in. */
export function EffectForm({ kind, row, form, onDone, onCancel }: Props) {
  const { document, words } = useEditor();
  const [message, setMessage] = useState(row && 'message' in row ? row.message : null);
  const [draft, setDraft] = useState<RecordDraft>(
    row && 'fact' in row ? draftOf(row.fact, row.value) : emptyDraft(document),
  );
  const effect = kind === 'message' ? sending(message) : recording(draft);
  const isEmpty = kind === 'message' ? isNone(document.messages) : isNone(document.data.properties);
  if (isEmpty) {
    return (
      <Alert color="blue" withCloseButton onClose={onCancel} closeButtonLabel={words(WORDS.close)}>
        {words(kind === 'message' ? EFFECTS.noMessages : EFFECTS.noFacts)}
      </Alert>
    );
  }
  return (
    <div className={classes.form}>
      {kind === 'message' ? (
        <MessageSelect value={message} onChange={setMessage} />
      ) : (
        <RecordFields form={form} draft={draft} onChange={setDraft} />
      )}
      <Group gap="xs">
        <Button size="sm" disabled={!effect} onClick={() => effect && onDone(effect)}>
          {words(row ? WORDS.apply : WORDS.add)}
        </Button>
        <Button size="sm" variant="default" onClick={onCancel}>
          {words(WORDS.cancel)}
        </Button>
      </Group>
    </div>
  );
}

interface MessageSelectProps {
  readonly value: string | null;
  readonly onChange: (message: string | null) => void;
}

export function MessageSelect({ value, onChange }: MessageSelectProps) {
  const { document, words, language } = useEditor();
  return (
    <SearchSelect
      label={words(EFFECTS.message)}
      value={value}
      onChange={onChange}
      data={messageChoices(document, language)}
    />
  );
}

function isNone(record: object): boolean {
  return Object.keys(record).length === 0;
}
