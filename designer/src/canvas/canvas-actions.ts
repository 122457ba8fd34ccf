import { createContext, use } from 'react';

/** What a step on the drawing can ask for. The same functions always: steps are not drawn again. */
export interface CanvasActions {
  readonly rename: (step: string, text: string) => void;
  readonly startRenaming: (step: string | undefined) => void;
  readonly toggleFold: (step: string) => void;
  readonly connectFrom: (step: string) => void;
}

export const CanvasActionsContext = createContext<CanvasActions | undefined>(undefined);

export function useCanvasActions(): CanvasActions {
  const actions = use(CanvasActionsContext);
  if (!actions) throw new Error('useCanvasActions outside the canvas');
  return actions;
}
