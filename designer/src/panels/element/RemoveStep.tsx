import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { findNode, kindOf } from '../../commands/edit/nodes.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { NOTHING, stepsSelected } from '../../editor/selection.ts';
import { CommandButton } from '../fields/CommandButton.tsx';
import { StepSelect } from '../fields/StepSelect.tsx';
import { stepLabel } from '../sentences.ts';
import { WORDS } from '../words.ts';
import { ELEMENT } from './words.ts';

/** Takes a step away; where it can't be told what becomes of the arrows to it, it is asked. */
export function RemoveStep({ step }: { readonly step: string }) {
  const { document, words, run, refusalOf, select } = useEditor();
  const [isAsking, setAsking] = useState(false);
  const found = findNode(document, step);
  if ('code' in found || found.parent === undefined) return null;
  const { parent } = found;
  const around = findNode(document, parent);
  const isBranch = !('code' in around) && kindOf(around.node) === 'regions';
  const leave = () => select(parent === document.machine.id ? NOTHING : stepsSelected(parent));
  const remove = () => {
    const refusal = refusalOf('remove-step', { step });
    if (refusal?.code === 'next-ambiguous') return setAsking(true);
    if (run('remove-step', { step }).ok) leave();
  };
  return (
    <>
      <CommandButton
        command="remove-step"
        parameters={{ step, arrows: 'remove' }}
        onClick={remove}
        c="red"
        leftSection={<IconTrash size={16} aria-hidden />}
      >
        {words(isBranch ? ELEMENT.removeBranch : ELEMENT.remove)}
      </CommandButton>
      <ArrowsDialog
        step={step}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onDone={() => {
          setAsking(false);
          leave();
        }}
      />
    </>
  );
}

interface ArrowsDialogProps {
  readonly step: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What becomes of the arrows that lead to a step which leads to several, or to none. */
function ArrowsDialog({ step, isOpen, onClose, onDone }: ArrowsDialogProps) {
  const { document, words, run } = useEditor();
  const [way, setWay] = useState('bridge');
  const [to, setTo] = useState<string | null>(null);
  const remove = () => {
    const arrows = way === 'bridge' ? 'bridge' : 'remove';
    const target = arrows === 'bridge' && to !== null ? { to } : {};
    if (run('remove-step', { step, arrows, ...target }).ok) onDone();
  };
  const title = `${words(ELEMENT.removeTitle)} «${words(stepLabel(document, step))}»`;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': words(WORDS.close) }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="md">
        <Radio.Group label={words(ELEMENT.removeQuestion)} value={way} onChange={setWay}>
          <Stack gap="xs" mt="xs">
            <Radio value="bridge" label={words(ELEMENT.bridge)} />
            <Radio value="remove" label={words(ELEMENT.removeArrows)} />
          </Stack>
        </Radio.Group>
        {way === 'bridge' && (
          <StepSelect
            aria-label={words(ELEMENT.bridge)}
            value={to}
            onChange={setTo}
            isChoice={(one) => one !== step}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words(WORDS.cancel)}
          </Button>
          <Button color="red" disabled={way === 'bridge' && to === null} onClick={remove}>
            {words(WORDS.remove)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
