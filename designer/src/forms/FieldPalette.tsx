import { UnstyledButton } from '@mantine/core';
import { useEditor } from '../editor/editor-context.ts';
import { FieldIcon } from './FieldIcon.tsx';
import { FIELD_KINDS, type FieldKind, KIND_WORDS } from './field-kinds.ts';
import classes from './forms.module.css';
import { WORDS } from './words.ts';

/** The types of fields, each a press away. */
export function FieldPalette({ onChoose }: { readonly onChoose: (kind: FieldKind) => void }) {
  const { words } = useEditor();
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
      </ul>
    </div>
  );
}
