import type { ObjectSchema } from '@percorso/engine';
import { createContext, use } from 'react';
import type { CommandResult } from '../commands/command.ts';
import type { Step } from '../editor/edit-history.ts';

/** What the parts of a form that is being built share. */
export interface FormBeingBuilt {
  readonly form: string;
  readonly schema: ObjectSchema;
  /** Runs commands as one edit; why they are refused is said in the dialog. */
  readonly run: (...steps: readonly Step[]) => CommandResult;
  /** Says it to a screen reader. */
  readonly say: (text: string) => void;
}

export const FormContext = createContext<FormBeingBuilt | undefined>(undefined);

export function useForm(): FormBeingBuilt {
  const form = use(FormContext);
  if (!form) throw new Error('useForm outside FormEditor');
  return form;
}
