import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { PersonView, Role } from '@percorso/server/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../language/words.ts';
import { useCommand, useRead } from '../api/queries.ts';
import { useSession } from '../api/session.ts';
import { fieldFaults } from '../form/field-faults.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';

/** The roles that an account may have; youths have no account. */
const ROLES: readonly Role[] = [
  'case-manager',
  'partner-operator',
  'coordinator',
  'monitor',
  'administrator',
];
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

interface Props {
  /** Null: a new one. */
  readonly person: PersonView | null;
  readonly onClose: () => void;
}

/** Adds a person, who gets a mail to choose a password, or changes their roles. */
export function PersonDialog({ person, onClose }: Props) {
  const { t } = useTranslation(['programme', 'common']);
  const { person: self } = useSession();
  const form = usePersonForm(person, onClose);
  const { typed, type, faultOf } = form;
  const roles = ROLES.filter(
    (role) => role !== 'administrator' || self.roles.includes('administrator'),
  );
  return (
    <Window onClose={onClose} title={person ? person.name : t('people.new')}>
      <form noValidate onSubmit={form.submit}>
        <Stack>
          {form.error && <ProblemNote error={form.error} />}
          <TextInput
            label={t('people.name')}
            value={typed.name}
            onChange={(event) => type({ name: event.currentTarget.value })}
            error={faultOf('name')}
            maxLength={120}
            autoComplete="off"
            required
          />
          <TextInput
            type="email"
            label={t('people.email')}
            description={!person && t('people.email-help')}
            value={typed.email}
            onChange={(event) => type({ email: event.currentTarget.value })}
            error={faultOf('email')}
            maxLength={254}
            autoComplete="off"
            required
          />
          <Checkbox.Group
            label={t('people.roles')}
            value={[...typed.roles]}
            onChange={(chosen) => type({ roles: chosen as Role[] })}
            error={faultOf('roles')}
            required
          >
            <Stack gap="xs" mt="xs">
              {roles.map((role) => (
                <Checkbox key={role} value={role} label={t(`common:role.${role}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <OrganisationChoice
            value={typed.organisation}
            onChange={(organisation) => type({ organisation })}
            error={faultOf('organisation')}
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

function OrganisationChoice({ value, onChange, error }: ChoiceProps) {
  const { t } = useTranslation('programme');
  const list = useRead('listOrganisations', {});
  return (
    <NativeSelect
      label={t('people.organisation')}
      description={t('people.organisation-help')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      data={[
        { value: '', label: t('people.no-organisation') },
        ...(list.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

interface Typed {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly organisation: string;
}

function usePersonForm(person: PersonView | null, onClose: () => void) {
  const { t } = useTranslation('programme');
  const words = useWords();
  const language = useLanguage();
  const create = useCommand('createPerson');
  const change = useCommand('changePerson');
  const [isChecked, setChecked] = useState(false);
  const [typed, setTyped] = useState<Typed>({
    name: person?.name ?? '',
    email: person?.email ?? '',
    roles: person?.roles ?? [],
    organisation: person?.organisation?.id ?? '',
  });
  const error = create.error ?? change.error;
  const own = isChecked ? faultsOf(typed) : {};
  const saved = () => {
    announce(t('people.saved', { name: typed.name }));
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
      if (Object.keys(faultsOf(typed)).length > 0) return;
      const body = {
        name: typed.name.trim(),
        email: typed.email.trim(),
        roles: [...typed.roles],
        organisation: typed.organisation || null,
      };
      if (person) change.mutate({ params: { id: person.id }, body }, { onSuccess: saved });
      else create.mutate({ body: { ...body, language } }, { onSuccess: saved });
    },
  };
}

function faultsOf(typed: Typed) {
  const faults: Partial<Record<keyof Typed, string>> = {};
  if (!typed.name.trim()) faults.name = 'people.fault.name';
  if (!EMAIL.test(typed.email.trim())) faults.email = 'people.fault.email';
  if (typed.roles.length === 0) faults.roles = 'people.fault.roles';
  if (typed.roles.includes('partner-operator') && !typed.organisation) {
    faults.organisation = 'people.fault.organisation';
  }
  return faults;
}
