import { Button, Group, Stack, Title } from '@mantine/core';
import { useEditor } from '../../editor/editor-context.ts';
import { newStepName } from '../../editor/new-name.ts';
import { NOTHING, stepsSelected } from '../../editor/selection.ts';
import { CommandButton } from '../fields/CommandButton.tsx';
import { Row, Rows } from '../fields/Row.tsx';
import { stepLabel } from '../sentences.ts';
import { StageSelect } from './StageSelect.tsx';
import { useHeading } from './useHeading.ts';
import { ELEMENT } from './words.ts';

/** What can be done with several steps at once. */
export function StepsPanel({ steps }: { readonly steps: readonly string[] }) {
  const { document, words, runAll, select, isReadOnly } = useEditor();
  const heading = useHeading(false);
  const stages = new Set(steps.map((step) => document.steps[step]?.stage ?? null));
  const [stage = null] = stages.size === 1 ? stages : [null];
  const group = newStepName(document, ELEMENT.groupName.it);
  const removeAll = () => {
    const removals = steps.map((step) => ({
      name: 'remove-step' as const,
      parameters: { step, arrows: 'remove' },
    }));
    if (runAll(removals, ELEMENT.removeAll).ok) select(NOTHING);
  };
  return (
    <Stack gap="md">
      <Title order={2} size="h3" {...heading}>
        {steps.length} {words(ELEMENT.several)}
      </Title>
      <Rows>
        {steps.map((step) => (
          <Row
            key={step}
            label={words(stepLabel(document, step))}
            onClick={() => select(stepsSelected(step))}
          />
        ))}
      </Rows>
      <StageSelect steps={steps} value={stage} label={words(ELEMENT.stageForAll)} />
      <Group gap="xs">
        <CommandButton
          command="group-steps"
          parameters={{ steps, group, label: ELEMENT.groupName }}
          onDone={() => select(stepsSelected(group))}
        >
          {words(ELEMENT.group)}
        </CommandButton>
        <CommandButton command="duplicate-steps" parameters={{ steps }}>
          {words(ELEMENT.duplicate)}
        </CommandButton>
        {!isReadOnly && (
          <Button variant="default" size="sm" c="red" onClick={removeAll}>
            {words(ELEMENT.removeAll)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
