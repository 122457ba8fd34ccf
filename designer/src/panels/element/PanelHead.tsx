import { Badge, Button, type ButtonProps, Group, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { stepsSelected } from '../../editor/selection.ts';
import { stepLabel } from '../sentences.ts';
import { useHeading } from './useHeading.ts';

interface Props {
  /** What kind of thing it is. */
  readonly kind: string;
  readonly title: string;
  readonly icon?: ReactNode;
  /** The step that it belongs to: the way back. */
  readonly step?: string;
}

/** What the panel is about. */
export function PanelHead({ kind, title, icon, step }: Props) {
  const heading = useHeading();
  return (
    <div>
      {step !== undefined && <StepLink step={step} mb={6} />}
      <Group gap="xs" align="center">
        {icon}
        <Title order={2} size="h3" {...heading}>
          {title}
        </Title>
        <Badge color="gray" size="md">
          {kind}
        </Badge>
      </Group>
    </div>
  );
}

/** Goes to the step around. */
function StepLink({ step, ...shown }: { readonly step: string } & ButtonProps) {
  const { document, words, select } = useEditor();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      onClick={() => select(stepsSelected(step))}
      {...shown}
    >
      {words(stepLabel(document, step))}
    </Button>
  );
}
