import { Alert, Button, Group, Stack } from '@mantine/core';
import type { MachineEffect, Words } from '@percorso/engine';
import { type FormEvent, useState } from 'react';
import { findNode } from '../../commands/edit/nodes.ts';
import { listAt } from '../../commands/edit/transitions.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { ruleChoices } from '../choices.ts';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { StepSelect } from '../fields/StepSelect.tsx';
import { stepLabel } from '../sentences.ts';
import { WORDS } from '../words.ts';
import { CausePicker } from './CausePicker.tsx';
import { type CauseDraft, emptyCauseDraft, readCause, startFault } from './cause-draft.ts';
import classes from './connect.module.css';
import { StayEffect } from './StayEffect.tsx';
import { CONNECT } from './words.ts';

/** In place of a step: nothing is left, only what the transition records and sends happens. */
const STAYS = '.';

interface Props {
  readonly from: string;
  /** Undefined where it is still to be chosen. */
  readonly to: string | undefined;
}

/** From where, to where, and when: one edit, after which the new transition is shown. */
export function ConnectForm({ from, to }: Props) {
  const { document, words, language, send } = useEditor();
  const [target, setTarget] = useState(to ?? null);
  const [draft, setDraft] = useState(() => emptyCauseDraft(document, from));
  const [guard, setGuard] = useState<string | null>(null);
  const [effect, setEffect] = useState<MachineEffect>();
  const { connect, missing } = useConnecting(from);
  const read = readCause(document, draft);
  const fault = startFault(document, from);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    connect(target, draft, guard, effect);
  };
  if (fault) return <Alert color="orange">{words(fault)}</Alert>;
  return (
    // A key in the dialog means nothing to the drawing: Escape in a list closes the list.
    <form onSubmit={submit} onKeyDown={(event) => event.stopPropagation()} noValidate>
      <Stack gap="md">
        <div className={classes.ends}>
          <p className={classes.end}>
            <span className={classes.endLabel}>{words(CONNECT.from)}</span>
            {words(stepLabel(document, from))}
          </p>
          <StepSelect
            label={words(CONNECT.to)}
            placeholder={words(CONNECT.toChoose)}
            value={target}
            onChange={setTarget}
            first={{ value: STAYS, label: words(CONNECT.stays) }}
            data-autofocus={to === undefined || undefined}
          />
        </div>
        <CausePicker from={from} value={draft} onChange={setDraft} />
        {target === STAYS && (
          <StayEffect
            from={from}
            cause={'missing' in read ? undefined : read.cause}
            onChange={setEffect}
          />
        )}
        <SearchSelect
          label={words(CONNECT.condition)}
          description={words(CONNECT.conditionHelp)}
          placeholder={words(CONNECT.noCondition)}
          clearable
          value={guard}
          onChange={setGuard}
          data={ruleChoices(document, language)}
        />
        {missing && (
          <Alert color="red" role="alert" p="xs">
            {words(missing)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => send({ type: 'finish' })}>
            {words(WORDS.cancel)}
          </Button>
          <Button type="submit">{words(CONNECT.connect)}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Draws the arrow, or says what is still missing or why it can't be. */
function useConnecting(from: string) {
  const { document, runAll, select, send } = useEditor();
  const [missing, setMissing] = useState<Words>();
  const connect = (
    target: string | null,
    draft: CauseDraft,
    guard: string | null,
    effect: MachineEffect | undefined,
  ) => {
    const read = readCause(document, draft);
    if (target === null) return setMissing(CONNECT.missing.to);
    if ('missing' in read) return setMissing(read.missing);
    if (target === STAYS && !effect) return setMissing(CONNECT.missing.effect);
    const { cause, before } = read;
    const found = findNode(document, from);
    const index = 'code' in found ? 0 : listAt(found.node, cause).length;
    const parameters = {
      from,
      cause,
      ...(target === STAYS ? { effect } : { to: target }),
      ...(guard !== null && { guard }),
    };
    const result = runAll([...before, { name: 'add-transition', parameters }], CONNECT.label);
    if (!result.ok) return setMissing(result.refusal.words);
    select({ kind: 'transition', place: { from, ...cause, index } });
    send({ type: 'finish' });
  };
  return { connect, missing };
}
