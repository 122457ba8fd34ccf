import type { Answer, Field, ObjectSchema } from '@percorso/engine';
import type { ParticipantView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import type { BodyOf } from '../api/operations.ts';
import { useCommand } from '../api/queries.ts';
import { AnswerForm } from '../form/AnswerForm.tsx';
import { serverFaults } from '../form/server-faults.ts';
import { Window } from '../shell/Window.tsx';
import { useCase } from './case-context.ts';
import { RefusalNote } from './RefusalNote.tsx';
import { closeWith } from './useCaseCommand.ts';

/** Puts the participant's own data right. */
export function ParticipantDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('case');
  const { view } = useCase();
  const { participant } = view;
  const change = useCommand('changeParticipant');
  return (
    <Window title={t('menu.participant')} onClose={onClose}>
      <RefusalNote error={change.error} />
      <AnswerForm
        schema={schemaOf(participant)}
        known={knownOf(participant)}
        submitLabel={t('common:save')}
        isPending={change.isPending}
        faults={serverFaults(change.error)}
        onCancel={onClose}
        onSubmit={(answer) =>
          change.mutate(
            {
              params: { id: view.id },
              revision: participant.revision,
              body: bodyOf(answer, participant),
            },
            { onSuccess: () => closeWith(t('participant.done'), onClose) },
          )
        }
      />
    </Window>
  );
}

const text = (it: string, en: string, more: Partial<Field> = {}): Field => ({
  type: 'string',
  label: { it, en },
  ...more,
});

const FIELDS = {
  firstName: text('Nome', 'First name', { maxLength: 80 }),
  lastName: text('Cognome', 'Last name', { maxLength: 80 }),
  birthDate: text('Data di nascita', 'Date of birth', { format: 'date' }),
  phone: text('Telefono', 'Telephone', { format: 'phone' }),
  email: text('Posta elettronica', 'E-mail', { format: 'email' }),
  district: text('Quartiere', 'District', { maxLength: 80 }),
  guardianName: text('Genitore o tutore', 'Parent or guardian', { maxLength: 80 }),
  guardianContact: text('Contatto del genitore o tutore', 'Contact of the parent or guardian', {
    maxLength: 254,
  }),
} as const;

const PERSON = ['firstName', 'lastName', 'birthDate'] as const;

/** A group has no first name, last name, birth date or guardian. */
function schemaOf({ subject }: ParticipantView): ObjectSchema {
  const { email, district } = FIELDS;
  if (subject === 'group') return { type: 'object', properties: { email, district } };
  return { type: 'object', properties: FIELDS, required: PERSON };
}

function knownOf({ guardian, ...participant }: ParticipantView): Answer {
  const known: Record<string, string> = {};
  for (const name of [
    'firstName',
    'lastName',
    'birthDate',
    'phone',
    'email',
    'district',
  ] as const) {
    const value = participant[name];
    if (value) known[name] = value;
  }
  if (guardian) Object.assign(known, { guardianName: guardian.name });
  if (guardian) Object.assign(known, { guardianContact: guardian.contact });
  return known;
}

function bodyOf(answer: Answer, participant: ParticipantView): BodyOf<'changeParticipant'> {
  const said = (name: string) => (answer[name] === undefined ? null : String(answer[name]));
  const [name, contact] = [said('guardianName'), said('guardianContact')];
  const shared = { email: said('email'), district: said('district') };
  if (participant.subject === 'group') return shared;
  return {
    ...shared,
    firstName: said('firstName') ?? '',
    lastName: said('lastName') ?? '',
    birthDate: said('birthDate') ?? '',
    phone: said('phone'),
    guardian: name ? { name, contact: contact ?? '' } : null,
  };
}
