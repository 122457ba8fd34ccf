import type { ObjectSchema } from '@percorso/engine';
import type { ActivityView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useCommand } from '../api/queries.ts';
import { AnswerForm } from '../form/AnswerForm.tsx';
import { serverFaults } from '../form/server-faults.ts';
import { Window } from '../shell/Window.tsx';
import { useCase } from './case-context.ts';
import { RefusalNote } from './RefusalNote.tsx';
import { closeWith } from './useCaseCommand.ts';

const NO_FIELDS: ObjectSchema = { type: 'object', properties: {} };

interface Props {
  readonly activity: ActivityView;
  readonly onClose: () => void;
}

export function CompleteDialog({ activity, onClose }: Props) {
  const { t } = useTranslation('case');
  const words = useWords();
  const { view, document } = useCase();
  const complete = useCommand('completeTask');
  const schema = (activity.form && document?.forms[activity.form]) || NO_FIELDS;
  const label = words(activity.label);
  return (
    <Window title={label} onClose={onClose}>
      <RefusalNote error={complete.error} />
      <AnswerForm
        schema={schema}
        caseId={view.id}
        submitLabel={t('activities.complete')}
        isPending={complete.isPending}
        faults={serverFaults(complete.error)}
        onCancel={onClose}
        onSubmit={(answer) =>
          complete.mutate(
            {
              params: { id: activity.id },
              body: { answer: structuredClone(answer) as Record<string, string> },
            },
            { onSuccess: () => closeWith(t('activities.completed', { what: label }), onClose) },
          )
        }
      />
    </Window>
  );
}
