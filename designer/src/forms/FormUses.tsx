import { Text } from '@mantine/core';
import { usesOfForm } from '../commands/uses/uses-of-form.ts';
import { useEditor } from '../editor/editor-context.ts';
import { stepsSelected } from '../editor/selection.ts';
import { CommandButton } from '../panels/fields/CommandButton.tsx';
import { UseList } from '../panels/fields/UseList.tsx';
import { useForm } from './form-context.ts';
import classes from './forms.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly onLeave: () => void;
  readonly onRemoved: () => void;
}

/** Where the form is filled in; a step can be gone to. */
export function FormUses({ onLeave, onRemoved }: Props) {
  const { document, words, select } = useEditor();
  const { form } = useForm();
  const uses = usesOfForm(document, form);
  const go = (step: string) => {
    select(stepsSelected(step));
    onLeave();
  };
  const places = uses.map(({ path, where, step }) => ({
    key: path,
    text: words(where),
    onGo: step === undefined ? undefined : () => go(step),
  }));
  return (
    <section aria-label={words(WORDS.uses)}>
      <h3 className={classes.heading}>{words(WORDS.uses)}</h3>
      {uses.length === 0 && <Text c="dimmed">{words(WORDS.unused)}</Text>}
      <UseList places={places} />
      <CommandButton
        command="remove-form"
        parameters={{ form }}
        variant="subtle"
        color="red"
        mt="xs"
        onDone={onRemoved}
      >
        {words(WORDS.removeForm)}
      </CommandButton>
    </section>
  );
}
