import { useEditor } from '../editor/editor-context.ts';
import { ActivityPanel } from './element/ActivityPanel.tsx';
import { NothingPanel } from './element/NothingPanel.tsx';
import { StepPanel } from './element/StepPanel.tsx';
import { StepsPanel } from './element/StepsPanel.tsx';
import { TransitionPanel } from './element/TransitionPanel.tsx';

/** What is chosen, and all that can be said of it. A key for each thing: none inherits typing. */
export function ElementRoom() {
  const { selection } = useEditor();
  switch (selection.kind) {
    case 'nothing':
      return <NothingPanel />;
    case 'steps': {
      const [step] = selection.steps;
      if (step === undefined) return <NothingPanel />;
      if (selection.steps.length > 1) return <StepsPanel steps={selection.steps} />;
      return <StepPanel key={step} step={step} />;
    }
    case 'transition': {
      const { from, kind, name, index } = selection.place;
      return <TransitionPanel key={`${from} ${kind} ${name} ${index}`} place={selection.place} />;
    }
    case 'activity':
      return <ActivityPanel key={selection.activity} {...selection} />;
  }
}
