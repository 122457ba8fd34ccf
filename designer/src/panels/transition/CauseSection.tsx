import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { findNode } from '../../commands/edit/nodes.ts';
import { listAt, type TransitionPlace } from '../../commands/edit/transitions.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { CausePicker } from '../connect/CausePicker.tsx';
import { draftOfCause, readCause } from '../connect/cause-draft.ts';
import classes from '../element/element.module.css';
import { Section } from '../fields/Section.tsx';
import { ActionFields } from '../pathway/ActionFields.tsx';
import { causeWords } from '../sentences.ts';
import { WORDS } from '../words.ts';
import { TRANSITION } from './words.ts';

/** What makes a transition happen, and another cause for it. */
export function CauseSection({ place }: { readonly place: TransitionPlace }) {
  const { document, words, isReadOnly } = useEditor();
  const [isChanging, setChanging] = useState(false);
  const [isActionOpen, setActionOpen] = useState(false);
  const action = place.kind === 'action' ? place.name : undefined;
  return (
    <Section title={words(TRANSITION.when)}>
      <Text size="sm">{words(causeWords(document, place.from, place))}</Text>
      {isChanging && <CauseForm place={place} onDone={() => setChanging(false)} />}
      {!isChanging && !isReadOnly && (
        <Group gap="xs">
          <Button variant="default" size="sm" onClick={() => setChanging(true)}>
            {words(TRANSITION.changeCause)}
          </Button>
          {action !== undefined && (
            <Button
              variant="default"
              size="sm"
              aria-expanded={isActionOpen}
              onClick={() => setActionOpen(!isActionOpen)}
            >
              {words(TRANSITION.openAction)}
            </Button>
          )}
        </Group>
      )}
      {action !== undefined && isActionOpen && (
        <div className={classes.details}>
          <ActionFields action={action} />
        </div>
      )}
    </Section>
  );
}

interface CauseFormProps {
  readonly place: TransitionPlace;
  readonly onDone: () => void;
}

function CauseForm({ place, onDone }: CauseFormProps) {
  const { document, words, runAll, select } = useEditor();
  const { from } = place;
  const [draft, setDraft] = useState(() => draftOfCause(document, from, place));
  const read = readCause(document, draft);
  const apply = () => {
    if ('missing' in read) return;
    const { cause, before } = read;
    if (cause.kind === place.kind && cause.name === place.name) return onDone();
    const found = findNode(document, from);
    const index = 'code' in found ? 0 : listAt(found.node, cause).length;
    const parameters = { transition: place, from, cause };
    const result = runAll([...before, { name: 'move-transition', parameters }]);
    if (result.ok) select({ kind: 'transition', place: { from, ...cause, index } });
  };
  return (
    <Stack gap="sm">
      <CausePicker from={from} value={draft} onChange={setDraft} />
      {'missing' in read && (
        <Text size="sm" c="dimmed">
          {words(read.missing)}
        </Text>
      )}
      <Group gap="xs">
        <Button size="sm" onClick={apply} disabled={'missing' in read}>
          {words(WORDS.apply)}
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          {words(WORDS.cancel)}
        </Button>
      </Group>
    </Stack>
  );
}
