import { Alert, Button, Group, Stack } from '@mantine/core';
import { type Answer, checkAnswer, type Field, type ObjectSchema } from '@percorso/engine';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords, type Words } from '../../language/words.ts';
import { Control } from './Control.tsx';
import { answerOf, type Draft, type DraftValue, draftOf } from './draft.ts';
import { EditionControl } from './EditionControl.tsx';
import { FaultSummary } from './FaultSummary.tsx';

/** The field of a form that says yes to the waiting list of a full edition. */
const WAITING_FIELD = 'acceptWaiting';

export interface FieldFault {
  readonly path: string;
  readonly message: Words;
}

interface Props {
  readonly schema: ObjectSchema;
  readonly submitLabel: string;
  readonly onSubmit: (answer: Answer) => void;
  readonly onCancel?: () => void;
  readonly isPending?: boolean;
  /** The colour of the last word: red where it ends something. */
  readonly colour?: string;
  /** What the server found wrong, after what the check here let pass. */
  readonly faults?: readonly FieldFault[];
  readonly known?: Answer;
  /** The case whose editions are offered by `edition` fields. */
  readonly caseId?: string;
}

/** A form of a pathway, drawn from its schema and checked by the same rules as on the server. */
export function AnswerForm(props: Props) {
  const { schema, onSubmit, isPending = false, faults: serverFaults = [] } = props;
  const { t } = useTranslation(['form', 'common']);
  const id = useId();
  const summary = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft>(() => draftOf(schema, props.known));
  const [ownFaults, setOwnFaults] = useState<readonly FieldFault[]>([]);
  const faults = ownFaults.length > 0 ? ownFaults : serverFaults;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answer = answerOf(schema, draft);
    const found = checkAnswer(schema, answer);
    setOwnFaults(found);
    if (found.length === 0) onSubmit(answer);
    else requestAnimationFrame(() => summary.current?.focus());
  };
  const change = (name: string) => (value: DraftValue) => {
    setDraft((present) => ({ ...present, [name]: value }));
    setOwnFaults((present) => present.filter(({ path }) => path !== name));
  };

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="lg">
        <FaultSummary ref={summary} faults={faults} schema={schema} idOf={(n) => `${id}-${n}`} />
        {Object.entries(schema.properties).map(([name, field]) => (
          <FormField
            key={name}
            id={`${id}-${name}`}
            name={name}
            field={field}
            form={props}
            draft={draft}
            faults={faults}
            change={change}
          />
        ))}
        {Object.keys(schema.properties).length === 0 && (
          <Alert color="blue">{t('form:nothing-to-fill')}</Alert>
        )}
        <Group justify="flex-end">
          {props.onCancel && (
            <Button variant="default" onClick={props.onCancel}>
              {t('common:cancel')}
            </Button>
          )}
          <Button type="submit" loading={isPending} color={props.colour ?? 'blue'}>
            {props.submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FormFieldProps {
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  readonly form: Props;
  readonly draft: Draft;
  readonly faults: readonly FieldFault[];
  readonly change: (name: string) => (value: DraftValue) => void;
}

function FormField({ id, name, field, form, draft, faults, change }: FormFieldProps) {
  const words = useWords();
  const { schema, caseId } = form;
  const fault = faults.find(({ path }) => path === name);
  const control = {
    id,
    field,
    label: words(field.label),
    help: field.help && words(field.help),
    value: draft[name],
    onChange: change(name),
    error: fault && words(fault.message),
    isRequired: schema.required?.includes(name) ?? false,
  };
  const hasEdition = Object.values(schema.properties).some(({ format }) => format === 'edition');
  // It is asked beside the edition, and only where that is full.
  if (name === WAITING_FIELD && hasEdition) return null;
  if (field.format !== 'edition' || !caseId) return <Control {...control} />;
  const waiting = schema.properties[WAITING_FIELD];
  if (!waiting) return <EditionControl {...control} caseId={caseId} />;
  return (
    <EditionControl
      {...control}
      caseId={caseId}
      waiting={{
        label: words(waiting.label),
        isAccepted: draft[WAITING_FIELD] === true,
        onChange: change(WAITING_FIELD),
      }}
    />
  );
}
