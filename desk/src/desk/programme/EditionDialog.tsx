import { NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import type { EditionView } from '@percorso/server/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useCommand, useRead } from '../api/queries.ts';
import { fieldFaults } from '../form/field-faults.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';

interface Props {
  /** Null: a new one. */
  readonly edition: EditionView | null;
  readonly onClose: () => void;
}

const SEATS_MAX = 1000;

/** Adds an edition of an opportunity, or changes its dates, place and seats. */
export function EditionDialog({ edition, onClose }: Props) {
  const { t } = useTranslation(['programme', 'common']);
  const words = useWords();
  const form = useEditionForm(edition, onClose);
  const { typed, type, faultOf } = form;
  return (
    <Window onClose={onClose} title={edition ? words(edition.title) : t('opportunities.new')}>
      <form noValidate onSubmit={form.submit}>
        <Stack>
          {form.error && <ProblemNote error={form.error} />}
          {!edition && (
            <OpportunityChoice
              value={typed.opportunity}
              onChange={(opportunity) => type({ opportunity })}
              error={faultOf('opportunity')}
            />
          )}
          <TextInput
            type="date"
            label={t('edition.starts')}
            value={typed.startsOn}
            onChange={(event) => type({ startsOn: event.currentTarget.value })}
            error={faultOf('startsOn')}
            required
          />
          <TextInput
            type="date"
            label={t('edition.ends')}
            value={typed.endsOn}
            onChange={(event) => type({ endsOn: event.currentTarget.value })}
            error={faultOf('endsOn')}
            required
          />
          <TextInput
            label={t('edition.place')}
            value={typed.place}
            onChange={(event) => type({ place: event.currentTarget.value })}
            error={faultOf('place')}
            maxLength={200}
            required
          />
          <NumberInput
            label={t('edition.seats')}
            description={edition && t('edition.seats-help', { count: edition.taken })}
            value={typed.seats}
            onChange={(seats) => type({ seats })}
            error={faultOf('seats')}
            min={edition?.taken ?? 1}
            max={SEATS_MAX}
            allowDecimal={false}
            hideControls
            required
          />
          <WindowButtons confirm={t('common:save')} isPending={form.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Window>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

function OpportunityChoice({ value, onChange, error }: ChoiceProps) {
  const { t } = useTranslation('programme');
  const words = useWords();
  const list = useRead('listOpportunities', {});
  return (
    <NativeSelect
      label={t('edition.what')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      required
      data={[
        { value: '', label: t('edition.choose') },
        ...(list.data?.opportunities ?? []).map(({ id, title, organisation }) => ({
          value: id,
          label: `${words(title)} · ${organisation.name}`,
        })),
      ]}
    />
  );
}

interface Typed {
  readonly opportunity: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly seats: number | string;
}

const EMPTY: Typed = { opportunity: '', startsOn: '', endsOn: '', place: '', seats: 15 };

function useEditionForm(edition: EditionView | null, onClose: () => void) {
  const { t } = useTranslation('programme');
  const words = useWords();
  const create = useCommand('createEdition');
  const change = useCommand('changeEdition');
  const [typed, setTyped] = useState<Typed>(edition ?? EMPTY);
  const [isChecked, setChecked] = useState(false);
  const error = create.error ?? change.error;
  const own = isChecked ? faultsOf(typed, edition) : {};
  const saved = () => {
    announce(t('edition.saved'));
    onClose();
  };
  return {
    ...fieldFaults<keyof Typed>(error, own, words, t),
    typed,
    type: (part: Partial<Typed>) => setTyped({ ...typed, ...part }),
    isPending: create.isPending || change.isPending,
    submit: (event: FormEvent) => {
      event.preventDefault();
      setChecked(true);
      if (Object.keys(faultsOf(typed, edition)).length > 0) return;
      const { startsOn, endsOn, place, opportunity } = typed;
      const body = { startsOn, endsOn, place, seats: Number(typed.seats) };
      if (!edition) create.mutate({ body: { ...body, opportunity } }, { onSuccess: saved });
      else {
        const { id, revision } = edition;
        change.mutate({ params: { id }, revision, body }, { onSuccess: saved });
      }
    },
  };
}

function faultsOf(typed: Typed, edition: EditionView | null) {
  const faults: Partial<Record<keyof Typed, string>> = {};
  if (!edition && !typed.opportunity) faults.opportunity = 'edition.fault.what';
  if (!typed.startsOn) faults.startsOn = 'edition.fault.date';
  if (!typed.endsOn) faults.endsOn = 'edition.fault.date';
  else if (typed.endsOn < typed.startsOn) faults.endsOn = 'edition.fault.order';
  if (!typed.place.trim()) faults.place = 'edition.fault.place';
  const seats = Number(typed.seats);
  if (!Number.isInteger(seats) || seats < Math.max(1, edition?.taken ?? 1)) {
    faults.seats = 'edition.fault.seats';
  }
  return faults;
}
