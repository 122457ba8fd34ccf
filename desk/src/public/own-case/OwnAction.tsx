import type { ObjectSchema } from '@percorso/engine';
import type { OwnCase, Problem } from '@percorso/server/contract';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { post } from '../ask.ts';
import { ErrorSummary, type ShownFault } from '../form/ErrorSummary.tsx';
import { answerOf, missingIn, SchemaFields, type Typed } from '../form/SchemaFields.tsx';
import { useWords } from '../words.ts';
import type { OwnCaseProps } from './OwnCaseView.tsx';

interface Props extends OwnCaseProps {
  readonly action: OwnCase['actions'][number];
  /** The first of what is offered stands out, so that a hurried reader finds one thing to tap. */
  readonly isFirst: boolean;
}

/** One thing that the youth can do: at once, with its form, or after being asked again. */
export function OwnAction(props: Props) {
  const { action } = props;
  const { t, pick } = useWords();
  const [open, setOpen] = useState(false);
  const { send, sending, faults } = useSending({
    ...props,
    changed: (own) => {
      // What was done may be possible again: its form starts closed.
      setOpen(false);
      props.changed(own);
    },
  });
  const schema = action.form as ObjectSchema | null | undefined;
  const isFinal = action.emphasis === 'final';
  const isPrimary = props.isFirst || action.emphasis === 'primary';
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    // The button comes back only with the next drawing.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (open) {
    return <ActionForm {...{ action, schema, isFinal, faults, sending, close }} send={send} />;
  }
  return (
    <div className={isFinal ? 'action final' : 'action'}>
      <ErrorSummary title={t('own.notDone')} faults={faults} />
      <button
        type="button"
        ref={button}
        className={isPrimary ? 'button big' : isFinal ? 'button plain danger' : 'button plain'}
        aria-disabled={sending}
        onClick={() => (schema || isFinal ? setOpen(true) : void send({}))}
      >
        {pick(action.label)}
      </button>
      {action.help && <p className="help">{pick(action.help)}</p>}
    </div>
  );
}

interface FormProps {
  readonly action: Props['action'];
  readonly schema: ObjectSchema | null | undefined;
  readonly isFinal: boolean;
  readonly faults: readonly ShownFault[];
  readonly sending: boolean;
  readonly send: (answer: Typed) => Promise<void>;
  readonly close: () => void;
}

function ActionForm({ action, schema, isFinal, faults, sending, send, close }: FormProps) {
  const { t, pick } = useWords();
  const [typed, setTyped] = useState<Typed>({});
  const [missing, setMissing] = useState<readonly ShownFault[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const shown = missing.length > 0 ? missing : faults;
  function submit(event: FormEvent) {
    event.preventDefault();
    const empty = schema ? missingIn(schema, typed) : [];
    setMissing(empty.map((field) => ({ field, words: faultWords(field) })));
    if (empty.length === 0) void send(schema ? answerOf(schema, typed) : {});
  }
  const faultWords = (field: string) =>
    t('form.required', { field: pick(schema!.properties[field]!.label) });
  return (
    <form className="card action" noValidate onSubmit={submit}>
      <h3 tabIndex={-1} ref={heading}>
        {pick(action.label)}
      </h3>
      {action.help && <p>{pick(action.help)}</p>}
      {isFinal && <p className="warning">{t('own.sure')}</p>}
      <ErrorSummary title={missing.length > 0 ? undefined : t('own.notDone')} faults={shown} />
      {schema && (
        <SchemaFields
          schema={schema}
          typed={typed}
          change={setTyped}
          faultOf={(name) => shown.find(({ field }) => field === name)?.words}
        />
      )}
      <div className="buttons row">
        <button
          type="submit"
          className={isFinal ? 'button danger' : 'button'}
          aria-disabled={sending}
        >
          {sending ? t('register.sending') : t(isFinal ? 'own.yesFinal' : 'own.send')}
        </button>
        <button type="button" className="button plain" onClick={close}>
          {t(isFinal ? 'own.noFinal' : 'own.cancel')}
        </button>
      </div>
    </form>
  );
}

/** Sends the action once, whatever the number of taps, and tells what was wrong. */
function useSending({ own, token, action, changed, reload }: Props) {
  const { t, pick } = useWords();
  const [faults, setFaults] = useState<readonly ShownFault[]>([]);
  const [sending, setSending] = useState(false);
  const inFlight = useRef(false);
  async function send(answer: Typed): Promise<void> {
    if (inFlight.current) return;
    inFlight.current = true;
    setSending(true);
    setFaults([]);
    const body = { token, action: action.action, answer, revision: own.revision };
    const asked = await post<OwnCase>('/api/public/own-case/actions', body);
    inFlight.current = false;
    setSending(false);
    if (asked.ok) return changed(asked.answer);
    setFaults(faultsOf(asked.problem));
    // What is shown was out of date: show what holds now.
    if (asked.problem?.status === 412 || asked.problem?.status === 409) await reload();
  }
  function faultsOf(problem: Problem | null): ShownFault[] {
    if (!problem) return [{ words: t('form.offline') }];
    if (problem.faults?.length) {
      return problem.faults.map(({ path, message }) => ({
        field: path.split('.').at(-1),
        words: pick(message),
      }));
    }
    return [{ words: problem.detail ?? t('form.serverFailed') }];
  }
  return { send, sending, faults };
}
