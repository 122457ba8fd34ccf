import { createContext, use } from 'react';
import type { Draft } from './draft.ts';
import type { FactChoice } from './fact-choices.ts';

/** Which control of a part takes the focus after an edit. */
export type Control = 'first' | 'up' | 'down' | 'more' | 'kind';

export interface Focus {
  readonly part: number;
  readonly control: Control;
}

/** What the parts of a condition that is being built share. */
export interface Builder {
  readonly draft: Draft;
  readonly facts: readonly FactChoice[];
  /** The rules that may be referred to. */
  readonly rules: readonly string[];
  /** Changes the draft, says what was done, and puts the focus where the work goes on. */
  readonly edit: (change: (draft: Draft) => Draft, said?: string, focus?: Focus) => void;
}

export const BuilderContext = createContext<Builder | undefined>(undefined);

export function useBuilder(): Builder {
  const builder = use(BuilderContext);
  if (!builder) throw new Error('useBuilder outside RuleBuilder');
  return builder;
}
