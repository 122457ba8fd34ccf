import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/words.ts';
import { localTimeOf } from '../../form/rome-time.ts';
import { Choice } from './Choice.tsx';
import type { DeviationControls } from './controls.ts';

const LABEL_LENGTH_MAX = 200;

/** An added task: what is to be done, who does it, by when, and what is filled in at its end. */
export function TaskFields({ draft, possible, faults, change }: DeviationControls) {
  const { t } = useTranslation('deviation');
  const words = useWords();
  const { roles, organisations } = possible.assignees;
  const assignees = [
    ...roles.map(({ role, label }) => ({
      value: `role ${role}`,
      label: words(label),
      group: t('task.roles'),
    })),
    ...organisations.map(({ id, name }) => ({
      value: `organisation ${id}`,
      label: name,
      group: t('task.organisations'),
    })),
  ];
  return (
    <>
      <div data-faulty={faults.includes('label') || undefined}>
        <TextInput
          label={t('task.label')}
          description={t('task.label-help')}
          withAsterisk
          aria-required
          maxLength={LABEL_LENGTH_MAX}
          value={draft.label}
          error={faults.includes('label') && t('needed.label')}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
      </div>
      <Choice
        label={t('task.assignee')}
        choices={assignees}
        value={draft.assignee}
        error={faults.includes('assignee') && t('needed.assignee')}
        onChange={(assignee) => change({ assignee })}
      />
      <div data-faulty={faults.includes('dueOn') || undefined}>
        <TextInput
          type="date"
          label={t('task.due')}
          description={t('task.due-help')}
          min={localTimeOf(new Date().toISOString()).slice(0, 10)}
          value={draft.dueOn}
          error={faults.includes('dueOn') && t('needed.dueOn')}
          onChange={(event) => change({ dueOn: event.currentTarget.value })}
        />
      </div>
      {possible.forms.length > 0 && (
        <NativeSelect
          label={t('task.form')}
          description={t('task.form-help')}
          value={draft.form}
          onChange={(event) => change({ form: event.currentTarget.value })}
        >
          <option value="">{t('task.no-form')}</option>
          {possible.forms.map(({ form, label }) => (
            <option key={form} value={form}>
              {words(label)}
            </option>
          ))}
        </NativeSelect>
      )}
    </>
  );
}
