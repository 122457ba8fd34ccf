import { ChoiceControl, ChoicesControl, ConsentControl, YesNoControl } from './ChoiceControl.tsx';
import type { ControlProps } from './control.ts';
import { NumberControl } from './NumberControl.tsx';
import { NoteControl, TextControl } from './TextControl.tsx';

/** The control for a field: the one place that knows which shape of field is shown how. */
export function Control(props: ControlProps) {
  const { field } = props;
  if (field.format === 'consent') return <ConsentControl {...props} />;
  switch (field.type) {
    case 'boolean':
      return <YesNoControl {...props} />;
    case 'array':
      return <ChoicesControl {...props} />;
    case 'integer':
    case 'number':
      return <NumberControl {...props} />;
    case 'string':
      if (field.oneOf) return <ChoiceControl {...props} />;
      return field.format === 'note' ? <NoteControl {...props} /> : <TextControl {...props} />;
  }
}
