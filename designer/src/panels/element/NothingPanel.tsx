import { Button, Stack, Text, Title } from '@mantine/core';
import { documentSteps } from '../../document-steps.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { stepsSelected } from '../../editor/selection.ts';
import { StepSelect } from '../fields/StepSelect.tsx';
import { useAddStep } from './useAddStep.ts';
import { useHeading } from './useHeading.ts';
import { ELEMENT } from './words.ts';

/** Nothing is chosen: how to choose, or how to begin. */
export function NothingPanel() {
  const { document, words, select } = useEditor();
  const heading = useHeading(false);
  const steps = documentSteps(document);
  if (steps.length <= 1) return <Beginning first={steps[0]?.key} />;
  return (
    <Stack gap="sm">
      <Title order={2} size="h3" {...heading}>
        {words(ELEMENT.nothing)}
      </Title>
      <Text size="sm">{words(ELEMENT.nothingHelp)}</Text>
      <StepSelect
        label={words(ELEMENT.findStep)}
        value={null}
        readOnly={false}
        onChange={(step) => step !== null && select(stepsSelected(step))}
      />
    </Stack>
  );
}

/** A pathway in which nothing has been drawn yet. */
function Beginning({ first }: { readonly first: string | undefined }) {
  const { words, select, isReadOnly } = useEditor();
  const heading = useHeading(false);
  const addStep = useAddStep();
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={2} size="h3" {...heading}>
        {words(ELEMENT.begin)}
      </Title>
      <Text size="sm">{words(ELEMENT.beginHelp)}</Text>
      {first !== undefined && (
        <Button variant="default" onClick={() => select(stepsSelected(first))}>
          {words(ELEMENT.openFirst)}
        </Button>
      )}
      {!isReadOnly && (
        <Button onClick={() => addStep({ after: first })}>{words(ELEMENT.addFirst)}</Button>
      )}
    </Stack>
  );
}
