import type { Field } from '@percorso/engine';
import type { DraftValue } from './draft.ts';

/** What every control of a form gets. */
export interface ControlProps {
  readonly id: string;
  readonly field: Field;
  /** The field's own words, in the reader's language. */
  readonly label: string;
  readonly help: string | undefined;
  readonly value: DraftValue;
  readonly onChange: (value: DraftValue) => void;
  readonly error: string | undefined;
  readonly isRequired: boolean;
}

/** The properties that Mantine's inputs share. */
export function inputProps({ id, label, help, error, isRequired }: ControlProps) {
  return {
    id,
    label,
    description: help,
    error,
    // The engine's check speaks, not the browser's bubbles: hence no `required` attribute.
    withAsterisk: isRequired,
    'aria-required': isRequired,
  };
}
