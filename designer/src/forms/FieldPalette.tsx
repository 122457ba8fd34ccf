import { UnstyledButton } from '@mantine/core';
import { useEditor } from '../editor/editor-context.ts';
import { FieldIcon } from './FieldIcon.tsx';
import { FIELD_KINDS, type FieldKind, KIND_WORDS, kindOf } from './field-kinds.ts';
import { useForm } from './form-context.ts';
import classes from './forms.module.css';
import { type KnownField, knownFieldsFor } from './known-fields.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly onChoose: (kind: FieldKind) => void;
  readonly onKnown: (field: KnownField) => void;
}

/** The types of fields, each a press away. */
export function FieldPalette({ onChoose, onKnown }: Props) {
  const { document, words } = useEditor();
  const { form } = useForm();
  const known = knownFieldsFor(document, form);
  return (
    <div className={classes.palette} data-palette>
      <h4 className={classes.subheading}>{words(WORDS.addField)}</h4>
      <ul className={classes.kinds}>
        {FIELD_KINDS.map((kind) => (
          <li key={kind}>
            <UnstyledButton
              className={classes.kind}
              title={words(KIND_WORDS[kind].help)}
              aria-label={`${words(WORDS.addField)}: ${words(KIND_WORDS[kind].label)}`}
              onClick={() => onChoose(kind)}
            >
              <FieldIcon kind={kind} />
              <span>{words(KIND_WORDS[kind].label)}</span>
            </UnstyledButton>
          </li>
        ))}
        {known.map((one) => (
          <li key={one.name}>
            <UnstyledButton
              className={classes.kind}
              title={words(one.help)}
              aria-label={`${words(WORDS.addField)}: ${words(one.is.label)}`}
              onClick={() => onKnown(one)}
            >
              <FieldIcon kind={kindOf(one.is)} />
              <span>{words(one.is.label)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
