import { Button, type ButtonProps, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../shell/ProblemNote.tsx';

const REASON_LENGTH_MIN = 3;
const REASON_LENGTH_MAX = 500;

interface Props {
  /** The button behind which it is asked why. */
  readonly open: ButtonProps & { readonly children: string; readonly 'aria-label'?: string };
  readonly className: string | undefined;
  readonly lead?: string;
  /** What the reason is asked for. */
  readonly label: string;
  readonly example?: string;
  /** What can be said besides, with a tick. */
  readonly option?: ExceptionOption | undefined;
  readonly confirm: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onConfirm: (reason: string, isOption: boolean) => void;
}

export interface ExceptionOption {
  readonly label: string;
  readonly help: string;
  /** What the button says then. */
  readonly confirm: string;
}

/** An exception from a plan needs its reason: asked for on the spot, once one sets about it. */
export function ExceptionForm({ open, ...form }: Props) {
  const { t } = useTranslation(['redesign', 'common']);
  const [isOpen, setOpen] = useState<boolean>();
  const [isOption, setOption] = useState(false);
  const { reason, setReason, isMissing, submit } = useReason((why) =>
    form.onConfirm(why, isOption),
  );
  if (!isOpen) {
    return (
      <Button
        size="compact-md"
        {...open}
        onClick={() => setOpen(true)}
        // Whoever thinks better of it is where they were.
        autoFocus={isOpen === false}
      />
    );
  }
  return (
    <form onSubmit={submit} noValidate className={form.className}>
      {form.lead && <Text mb="xs">{form.lead}</Text>}
      <TextInput
        label={form.label}
        description={form.example}
        value={reason}
        maxLength={REASON_LENGTH_MAX}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isMissing && t('except.needed')}
        autoFocus
      />
      {form.option && (
        <Checkbox
          mt="sm"
          label={form.option.label}
          description={form.option.help}
          checked={isOption}
          onChange={(event) => setOption(event.currentTarget.checked)}
        />
      )}
      {form.error && <ProblemNote error={form.error} />}
      <Group mt="xs" gap="xs">
        <Button type="submit" size="compact-md" loading={form.isPending}>
          {isOption && form.option ? form.option.confirm : form.confirm}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setOpen(false)}>
          {t('common:cancel')}
        </Button>
      </Group>
    </form>
  );
}

/** What is typed stays while the form is closed; that it is too short is said once it is sent. */
function useReason(onConfirm: (reason: string) => void) {
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const isShort = reason.trim().length < REASON_LENGTH_MIN;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isShort) onConfirm(reason.trim());
  };
  return { reason, setReason, isMissing: isAsked && isShort, submit };
}
