import { Alert, Stack, Text } from '@mantine/core';
import type { ObjectSchema } from '@percorso/engine';
import type { PossibilityView } from '@percorso/server/contract';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { AnswerForm } from '../form/AnswerForm.tsx';
import { serverFaults } from '../form/server-faults.ts';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { StepTag } from '../shell/StepTag.tsx';
import { Window } from '../shell/Window.tsx';
import { useCase } from './case-context.ts';
import { RefusalNote } from './RefusalNote.tsx';
import { useCaseCommand } from './useCaseCommand.ts';

const NO_FIELDS: ObjectSchema = { type: 'object', properties: {} };

interface Props {
  readonly possibility: PossibilityView;
  readonly onClose: () => void;
}

/** One of the pathway's actions: its form, or its confirmation where it has none. */
export function ActionDialog({ possibility, onClose }: Props) {
  const { t } = useTranslation('case');
  const words = useWords();
  const { view, document } = useCase();
  const command = useCaseCommand('act', onClose);
  const { action, form, emphasis, help, label } = possibility;
  const schema = form ? document?.forms[form] : NO_FIELDS;
  const isFinal = emphasis === 'final';
  return (
    <Window title={words(label)} onClose={onClose}>
      <Stack gap="sm" mb="md">
        {help && <Text c="dimmed">{words(help)}</Text>}
        <LeadsTo possibility={possibility} />
        {isFinal && (
          <Alert color="red" icon={<IconAlertTriangle />}>
            {t('action.final')}
          </Alert>
        )}
      </Stack>
      <RefusalNote error={command.error} isStale={command.isStale} />
      {schema ? (
        <AnswerForm
          schema={schema}
          caseId={view.id}
          submitLabel={t(isFinal ? 'action.confirm-final' : 'action.confirm')}
          {...(isFinal ? { colour: 'red' } : {})}
          isPending={command.isPending}
          faults={serverFaults(command.error)}
          onCancel={onClose}
          onSubmit={(answer) =>
            command.send(
              // The contract's lists are mutable, the engine's are not.
              { action, answer: structuredClone(answer) as Record<string, string> },
              t('action.done', { action: words(label) }),
            )
          }
        />
      ) : (
        <PageSkeleton rows={2} />
      )}
    </Window>
  );
}

function LeadsTo({ possibility }: { readonly possibility: PossibilityView }) {
  const { t } = useTranslation('case');
  if (possibility.leadsTo.length === 0) return null;
  return (
    <Text size="sm">
      {t(possibility.verdict === 'depends' ? 'action.may-lead' : 'action.leads')}{' '}
      {possibility.leadsTo.map((step) => (
        <StepTag key={step.step} step={step} />
      ))}
    </Text>
  );
}
