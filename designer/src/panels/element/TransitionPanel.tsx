import { Stack } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import type { TransitionPlace } from '../../commands/edit/transitions.ts';
import { findTransition } from '../../commands/transitions/place.ts';
import { targetOf } from '../../document-steps.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { stepsSelected } from '../../editor/selection.ts';
import { Effects } from '../effects/Effects.tsx';
import { EFFECTS } from '../effects/words.ts';
import { CommandButton } from '../fields/CommandButton.tsx';
import { StepSelect } from '../fields/StepSelect.tsx';
import { stepLabel } from '../sentences.ts';
import { CauseSection } from '../transition/CauseSection.tsx';
import { ConditionSection } from '../transition/ConditionSection.tsx';
import { TransitionMore } from '../transition/TransitionMore.tsx';
import { TRANSITION } from '../transition/words.ts';
import { PanelHead } from './PanelHead.tsx';

/** One arrow: from where to where, when, if what, and what happens on the way. */
export function TransitionPanel({ place }: { readonly place: TransitionPlace }) {
  const { document, words, run, select } = useEditor();
  const transition = findTransition(document, place);
  if ('code' in transition) return null;
  const target = targetOf(transition) ?? null;
  const to = target === null ? words(TRANSITION.stays) : words(stepLabel(document, target));
  return (
    <Stack gap="md">
      <PanelHead
        kind={words(TRANSITION.kind)}
        title={to}
        icon={<IconArrowRight size={22} aria-hidden />}
        step={place.from}
      />
      <StepSelect
        label={words(TRANSITION.to)}
        placeholder={words(TRANSITION.stays)}
        clearable
        value={target}
        onChange={(step) => run('retarget-transition', { transition: place, to: step })}
      />
      <CauseSection place={place} />
      <ConditionSection place={place} />
      <Effects on={{ transition: place }} title={words(EFFECTS.onTheWay)} />
      <TransitionMore place={place} />
      <CommandButton
        command="remove-transition"
        parameters={{ transition: place }}
        onDone={() => select(stepsSelected(place.from))}
        c="red"
        leftSection={<IconTrash size={16} aria-hidden />}
      >
        {words(TRANSITION.remove)}
      </CommandButton>
    </Stack>
  );
}
