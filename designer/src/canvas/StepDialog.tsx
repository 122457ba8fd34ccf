import { CommandDialog } from './CommandDialog.tsx';
import { InlineDialog } from './InlineDialog.tsx';
import { INLINE } from './inline-command.ts';
import type { useStepTools } from './useStepTools.ts';

/** What the chosen entry of the menu of steps still has to know. */
export function StepDialog({ tools }: { readonly tools: ReturnType<typeof useStepTools> }) {
  const { asking, chosen, run, perform, close } = tools;
  if (!asking) return null;
  if (asking.id === INLINE.id) {
    return (
      <InlineDialog chosen={chosen} onDone={(steps) => perform(asking, steps)} onClose={close} />
    );
  }
  return (
    <CommandDialog
      key={asking.id}
      command={asking}
      chosen={chosen}
      onDone={(answers) => run(asking, answers)}
      onClose={close}
    />
  );
}
