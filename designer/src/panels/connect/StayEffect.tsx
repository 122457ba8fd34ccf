import { NativeSelect, Stack } from '@mantine/core';
import type { MachineEffect } from '@percorso/engine';
import { useState } from 'react';
import { findNode } from '../../commands/edit/nodes.ts';
import { own } from '../../commands/edit/records.ts';
import type { Cause } from '../../commands/edit/transitions.ts';
import { formOf } from '../../commands/uses/use.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { MessageSelect } from '../effects/EffectForm.tsx';
import { RecordFields } from '../effects/RecordFields.tsx';
import { emptyDraft, type RecordDraft, recording, sending } from '../effects/record-draft.ts';
import { EFFECTS } from '../effects/words.ts';
import { CONNECT } from './words.ts';

interface Props {
  readonly from: string;
  /** Undefined while it is not chosen: it says which answers there are to record. */
  readonly cause: Cause | undefined;
  readonly onChange: (effect: MachineEffect | undefined) => void;
}

/** What happens where nothing is left: without it the transition would do nothing. */
export function StayEffect({ from, cause, onChange }: Props) {
  const { document, words } = useEditor();
  const [kind, setKind] = useState<'record' | 'message'>('record');
  const [draft, setDraft] = useState(() => emptyDraft(document));
  const [message, setMessage] = useState<string | null>(null);
  const found = findNode(document, from);
  const form = cause && !('code' in found) ? formOf(document, found.node, cause) : undefined;
  const put = (next: typeof kind, nextDraft: RecordDraft, nextMessage: string | null) => {
    setKind(next);
    setDraft(nextDraft);
    setMessage(nextMessage);
    onChange(next === 'record' ? recording(nextDraft) : sending(nextMessage));
  };
  return (
    <Stack gap="sm">
      <NativeSelect
        size="sm"
        label={words(CONNECT.whatHappens)}
        value={kind}
        onChange={(event) => put(event.currentTarget.value as typeof kind, draft, message)}
        data={[
          { value: 'record', label: words(EFFECTS.addRecord) },
          { value: 'message', label: words(EFFECTS.addMessage) },
        ]}
      />
      {kind === 'record' ? (
        <RecordFields
          form={own(document.forms, form)}
          draft={draft}
          onChange={(next) => put(kind, next, message)}
        />
      ) : (
        <MessageSelect value={message} onChange={(next) => put(kind, draft, next)} />
      )}
    </Stack>
  );
}
