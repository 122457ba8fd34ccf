import { Alert, Anchor, Button, Group, Stack } from '@mantine/core';
import type { DeviationKind } from '@percorso/engine';
import type { DeviationsView } from '@percorso/server/contract';
import { IconRefresh } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNote } from '../RefusalNote.tsx';
import { Consequences } from './Consequences.tsx';
import classes from './deviation.module.css';
import { KindChoice } from './KindChoice.tsx';
import { NotNow } from './NotNow.tsx';
import { Particulars } from './Particulars.tsx';
import { ReasonField } from './ReasonField.tsx';
import { addressOfChange } from './useChangeAddress.ts';
import { useDeviationForm } from './useDeviationForm.ts';

interface Props {
  readonly linked: DeviationKind | undefined;
  readonly possible: DeviationsView;
  readonly onClose: () => void;
}

/** What, what it would mean, and why; the button that does it names the act. */
export function DeviationForm({ linked, possible, onClose }: Props) {
  const { t } = useTranslation('deviation');
  const element = useRef<HTMLFormElement>(null);
  const form = useDeviationForm(linked, possible, onClose);
  const { controls, preview } = form;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.submit()) requestAnimationFrame(() => focusFirstFault(element.current));
  };
  return (
    <form noValidate onSubmit={submit} ref={element}>
      <Stack gap="lg">
        {form.hasMoved && <Moved />}
        {linked && !form.isOffered && <NotNow kind={linked} possible={possible} />}
        {!linked && <KindChoice {...controls} offered={form.offered} />}
        {form.isKindChosen && (
          <>
            <Particulars {...controls} />
            <Consequences preview={preview} before={form.steps} />
            <ReasonField {...controls} />
            <RefusalNote error={form.error} />
          </>
        )}
        <Group justify="flex-end">
          {linked && (
            <Anchor component={Link} to={addressOfChange()} replace className={`${classes.others}`}>
              {t('others')}
            </Anchor>
          )}
          <Button variant="default" onClick={form.leave}>
            {t('leave')}
          </Button>
          {form.isKindChosen && (
            <Button type="submit" loading={form.isWaiting} disabled={preview.error !== null}>
              {form.act}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function focusFirstFault(form: HTMLFormElement | null) {
  const first = '[data-faulty] :is(input, select, textarea)';
  form?.querySelector<HTMLElement>(first)?.focus();
}

/** Somebody, or time, has moved the case while the reader was looking. */
function Moved() {
  const { t } = useTranslation('deviation');
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed has lost the focus while it was busy: else it is nowhere.
    if (document.activeElement === document.body) element.current?.focus();
  }, []);
  return (
    <Alert
      color="orange"
      icon={<IconRefresh />}
      title={t('moved.title')}
      role="alert"
      ref={element}
      tabIndex={-1}
    >
      {t('moved.text')}
    </Alert>
  );
}
