import {
  ChoiceControl,
  ChoicesControl,
  ConsentControl,
  EditionControl,
  YesNoControl,
} from './ChoiceControl.tsx';
import type { FieldProps } from './field-props.ts';
import { NumberControl } from './NumberControl.tsx';
import { MomentControl, NoteControl, TextControl } from './TextControl.tsx';

/** The control for a value of a field, as the youth or the case manager will see it. */
export function FieldControl(props: FieldProps) {
  const { field } = props;
  switch (field.type) {
    case 'boolean':
      return field.format === 'consent' ? (
        <ConsentControl {...props} />
      ) : (
        <YesNoControl {...props} />
      );
    case 'array':
      return <ChoicesControl {...props} />;
    case 'integer':
    case 'number':
      return <NumberControl {...props} />;
    case 'string':
      return <StringControl {...props} />;
  }
}

function StringControl(props: FieldProps) {
  if (props.field.oneOf) return <ChoiceControl {...props} />;
  switch (props.field.format) {
    case 'note':
      return <NoteControl {...props} />;
    case 'date-time':
      return <MomentControl {...props} />;
    case 'edition':
      return <EditionControl {...props} />;
    default:
      return <TextControl {...props} />;
  }
}
