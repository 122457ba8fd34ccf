import { Stack, Text } from '@mantine/core';
import type { Answer, FactValue, ObjectSchema } from '@percorso/engine';
import { useTranslation } from 'react-i18next';
import { AnswerForm } from '../form/AnswerForm.tsx';
import { serverFaults } from '../form/server-faults.ts';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { Window } from '../shell/Window.tsx';
import { useCase } from './case-context.ts';
import { changedFacts } from './changed-facts.ts';
import { RefusalNote } from './RefusalNote.tsx';
import { useCaseCommand } from './useCaseCommand.ts';

const REASON = 'correctionReason';

/** Puts a mistaken fact of the case right; the trace keeps what stood there before. */
export function CorrectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('case');
  const { view, document } = useCase();
  const command = useCaseCommand('correctCase', onClose);
  const known: Record<string, FactValue> = {};
  for (const { name, value } of view.facts) if (value !== null) known[name] = value;

  const submit = ({ [REASON]: note, ...answer }: Answer) => {
    const data = changedFacts(known, answer);
    command.send(
      { data: data as Record<string, string | null>, note: String(note) },
      t('correct.done'),
    );
  };
  return (
    <Window title={t('correct.title')} onClose={onClose}>
      <Stack mb="md">
        <Text c="dimmed">{t('correct.text')}</Text>
      </Stack>
      <RefusalNote error={command.error} isStale={command.isStale} />
      {document ? (
        <AnswerForm
          schema={withReason(document.data)}
          known={known}
          submitLabel={t('correct.save')}
          isPending={command.isPending}
          faults={serverFaults(command.error)}
          onCancel={onClose}
          onSubmit={submit}
        />
      ) : (
        <PageSkeleton rows={3} />
      )}
    </Window>
  );
}

/** The case's facts as a form, none of them compulsory, and the reason, which is. */
function withReason(data: ObjectSchema): ObjectSchema {
  const reason = {
    type: 'string',
    format: 'note',
    maxLength: 2000,
    label: { it: 'Perché si corregge', en: 'Why it is corrected' },
  } as const;
  const facts = Object.entries(data.properties).map(([name, field]) => {
    const { default: _, ...others } = field;
    return [name, others] as const;
  });
  return {
    type: 'object',
    properties: { ...Object.fromEntries(facts), [REASON]: reason },
    required: [REASON],
  };
}
