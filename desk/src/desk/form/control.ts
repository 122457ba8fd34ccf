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

/** The properties of a group of choices; each choice in it says itself that one is required. */
export function groupProps({ id, label, help, error, isRequired }: ControlProps) {
  return { id, label, description: help, error, withAsterisk: isRequired };
}

/** The properties of a single control. */
export function inputProps(props: ControlProps) {
  // The engine's check speaks, not the browser's bubbles: hence no `required` attribute.
  return { ...groupProps(props), 'aria-required': props.isRequired };
}
