import { Stack } from '@mantine/core';
import type { ActivityInput } from '@percorso/engine';
import { IconTrash } from '@tabler/icons-react';
import { useEditor } from '../../editor/editor-context.ts';
import { stepsSelected } from '../../editor/selection.ts';
import { ActivityEnds } from '../activity/ActivityEnds.tsx';
import { ActivityForm } from '../activity/ActivityForm.tsx';
import { ActivityKindFields } from '../activity/ActivityKindFields.tsx';
import { AssigneeSelect } from '../activity/AssigneeSelect.tsx';
import { DueField } from '../activity/DueField.tsx';
import { ACTIVITY } from '../activity/words.ts';
import { activitiesOf } from '../connect/cause-draft.ts';
import { CommandButton } from '../fields/CommandButton.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { ACTIVITY_WORDS } from '../named-words.ts';
import { WORDS } from '../words.ts';
import { PanelHead } from './PanelHead.tsx';

interface Props {
  readonly step: string;
  readonly activity: string;
}

/** What a step waits for: who does it, with which form, until when, and where its end leads. */
export function ActivityPanel({ step, activity }: Props) {
  const { document, words, run, select } = useEditor();
  const found = activitiesOf(document, step).find(({ id }) => id === activity);
  if (!found) return null;
  const { src: kind, input } = found;
  const change = (next: ActivityInput) => run('change-activity', { activity, kind, input: next });
  const part = { kind, input, onChange: change };
  return (
    <Stack gap="md">
      <PanelHead kind={words(ACTIVITY_WORDS[kind].label)} title={words(input.label)} step={step} />
      <WordsField
        label={words(WORDS.name)}
        value={input.label}
        onCommit={(label) => change({ ...input, label })}
      />
      <WordsField
        label={words(WORDS.help)}
        description={words(ACTIVITY.helpText)}
        isLong
        value={input.help}
        onCommit={(help) => change({ ...input, help })}
        onClear={() => {
          const { help: _, ...rest } = input;
          return change(rest);
        }}
      />
      <AssigneeSelect {...part} />
      <DueField {...part} />
      <ActivityKindFields {...part} />
      <ActivityForm {...part} />
      <ActivityEnds step={step} activity={activity} />
      <CommandButton
        command="remove-activity"
        parameters={{ activity }}
        onDone={() => select(stepsSelected(step))}
        c="red"
        leftSection={<IconTrash size={16} aria-hidden />}
      >
        {words(ACTIVITY.remove)}
      </CommandButton>
    </Stack>
  );
}
