import type { FactValue, Field, Language } from '@percorso/engine';

/** One edition that can be chosen: a dated run of an opportunity. */
export interface EditionChoice {
  readonly id: string;
  readonly label: string;
}

/** What every control for the value of a field gets. */
export interface FieldProps {
  readonly id: string;
  readonly field: Field;
  /** The field's own words, in the reader's language. */
  readonly label: string;
  readonly help?: string | undefined;
  /** What is no number stays as it was typed, so that the check can say so. */
  readonly value: FactValue | undefined;
  readonly onChange: (value: FactValue | undefined) => void;
  readonly error?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly language: Language;
  /** Of the clocks that dates with a time are read on. */
  readonly timeZone: string;
  readonly editions?: readonly EditionChoice[] | undefined;
  readonly size?: 'sm' | 'md' | undefined;
  /** Where what stands around it says what it is; a screen reader is told all the same. */
  readonly isLabelHidden?: boolean | undefined;
}

/** The properties of a group of choices; each choice in it says itself that one is required. */
export function groupProps(props: FieldProps) {
  const { id, label, help, error, isRequired = false, size = 'md', isLabelHidden = false } = props;
  const named = isLabelHidden ? { 'aria-label': label } : { label };
  return { id, ...named, description: help, error, withAsterisk: isRequired, size };
}

/** The properties of a single control. */
export function inputProps(props: FieldProps) {
  // The engine's check speaks, not the browser's bubbles: hence no `required` attribute.
  return { ...groupProps(props), 'aria-required': props.isRequired ?? false };
}
