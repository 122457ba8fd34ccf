import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { OUTCOMES, type Outcome } from '@percorso/engine';
import { type FormEvent, useState } from 'react';
import { withRoom } from '../canvas/with-room.ts';
import { useEditor } from '../editor/editor-context.ts';
import { type NewStep, newStep } from '../editor/new-step.ts';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import {
  askedBy,
  draftAfter,
  hasOutcome,
  NEW_ACTION,
  type NewStepDraft,
  placesFor,
  relationOf,
} from './new-step-draft.ts';
import { WORDS } from './words.ts';

const KINDS = ['step', 'group', 'regions', 'final', 'history'] as const;
const { dialog: SAY } = WORDS;

interface Props {
  /** The step after which it was asked for, as a proposal. */
  readonly after: string | undefined;
  readonly onClose: () => void;
}

/** Asks what is to be drawn, where, and how one gets there; needs no drawing. */
export function AddStepDialog({ after, onClose }: Props) {
  const { document, runAll, select, words, announce } = useEditor();
  const [draft, setDraft] = useState(() => draftAfter(after));
  const [isAsked, setAsked] = useState(false);
  const places = placesFor(document, draft.kind);
  const where = places.some(({ value }) => value === draft.where)
    ? draft.where
    : (places[0]?.value ?? '');
  const shown = { ...draft, where };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const asked = askedBy(document, shown);
    if (!asked) return;
    const { key, steps } = newStep(document, asked);
    if (!runAll(withRoom(document, steps), SAY.title).ok) return;
    announce(`${words(SAY.title)}: ${words(asked.label)}`);
    select({ kind: 'steps', steps: [key] });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words(SAY.title)}
      closeButtonProps={{ 'aria-label': words(SAY.cancel) }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <What draft={shown} isAsked={isAsked} onChange={setDraft} />
          <NativeSelect
            label={words(SAY.where)}
            value={where}
            onChange={(event) => setDraft({ ...shown, where: event.currentTarget.value })}
            data={places.map(({ value, label }) => ({ value, label: words(label) }))}
          />
          {relationOf(where).after !== undefined && (
            <Way draft={shown} isAsked={isAsked} onChange={setDraft} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words(SAY.cancel)}
            </Button>
            <Button type="submit">{words(SAY.add)}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface FieldProps {
  readonly draft: NewStepDraft;
  /** Whether it was tried to add it: from then on what is missing is said. */
  readonly isAsked: boolean;
  readonly onChange: (draft: NewStepDraft) => void;
}

function What({ draft, isAsked, onChange }: FieldProps) {
  const { document, words } = useEditor();
  return (
    <>
      <TextInput
        label={words(SAY.name)}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        error={isAsked && !draft.name.trim() && words(SAY.nameNeeded)}
        data-autofocus
      />
      <NativeSelect
        label={words(SAY.what)}
        value={draft.kind}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...draft, kind: value as NewStep['kind'] })
        }
        data={KINDS.map((one) => ({ value: one, label: words(SAY.kinds[one]) }))}
      />
      {hasOutcome(document, draft) && (
        <NativeSelect
          label={words(SAY.outcome)}
          value={draft.outcome}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...draft, outcome: value as Outcome })
          }
          data={OUTCOMES.map((one) => ({ value: one, label: words(OUTCOME_WORDS[one]) }))}
        />
      )}
    </>
  );
}

function Way({ draft, isAsked, onChange }: FieldProps) {
  const { document, words } = useEditor();
  const actions = Object.entries(document.actions);
  return (
    <>
      <NativeSelect
        label={words(SAY.how)}
        value={draft.way}
        onChange={(event) => onChange({ ...draft, way: event.currentTarget.value })}
        data={[
          { value: NEW_ACTION, label: words(SAY.newAction) },
          ...actions.map(([value, { label }]) => ({ value, label: words(label) })),
          { value: '', label: words(SAY.noWay) },
        ]}
      />
      {draft.way === NEW_ACTION && (
        <TextInput
          label={words(SAY.actionName)}
          value={draft.actionName}
          onChange={(event) => onChange({ ...draft, actionName: event.currentTarget.value })}
          error={isAsked && !draft.actionName.trim() && words(SAY.nameNeeded)}
        />
      )}
    </>
  );
}
