import { useEditor } from '../../editor/editor-context.ts';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { assigneeChoices, assigneeOf, assigneeValue } from './assignee-choice.ts';
import { type PartProps, withInput } from './part.ts';
import { ACTIVITY } from './words.ts';

/** Who does the activity. A task must be somebody's. */
export function AssigneeSelect({ kind, input, onChange }: PartProps) {
  const { document, installation, words, language } = useEditor();
  const { assignee } = input;
  return (
    <SearchSelect
      label={words(ACTIVITY.who)}
      placeholder={words(ACTIVITY.nobody)}
      clearable={kind !== 'task'}
      value={assignee ? assigneeValue(assignee) : null}
      onChange={(value) =>
        onChange(withInput(input, 'assignee', value === null ? undefined : assigneeOf(value)))
      }
      data={assigneeChoices(document, installation, language, assignee)}
    />
  );
}
