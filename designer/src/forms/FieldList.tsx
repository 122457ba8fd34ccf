import { Text } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useEditor } from '../editor/editor-context.ts';
import { moved } from '../panels/fields/ordered.ts';
import { FieldCard } from './FieldCard.tsx';
import { FieldPalette } from './FieldPalette.tsx';
import type { FieldKind } from './field-kinds.ts';
import { useForm } from './form-context.ts';
import { adding, duplicating, type FieldSteps } from './form-steps.ts';
import classes from './forms.module.css';
import { addingKnown } from './known-fields.ts';
import { useIdentities } from './useIdentities.ts';
import { WORDS } from './words.ts';

/** The fields of a form in their order, one of them open, and the palette to add more from. */
export function FieldList() {
  const { document, words, installation, isReadOnly } = useEditor();
  const { form, schema, run, say } = useForm();
  const [open, setOpen] = useState<string>();
  const identityOf = useIdentities();
  const names = Object.keys(schema.properties);

  const add = ({ field, steps }: FieldSteps) => {
    // Drawn at once, and focused before anybody has gone elsewhere.
    const result = flushSync(() => {
      const tried = run(...steps);
      if (tried.ok) setOpen(field);
      return tried;
    });
    if (!result.ok) return;
    say(words(WORDS.added));
    focusOn(`[data-field="${field}"] input`);
  };
  const move = (from: number) => (to: number) => {
    run({ name: 'order-fields', parameters: { form, order: moved(names, from, to) } });
    say(`${words(WORDS.place)} ${to + 1} / ${names.length}`);
  };
  const remove = (at: number) => {
    flushSync(() => setOpen(undefined));
    say(words(WORDS.removed));
    const next = names[at + 1] ?? names[at - 1];
    focusOn(next ? `[data-field="${next}"] button` : '[data-palette] button');
  };
  return (
    <section aria-label={words(WORDS.fields)}>
      <h3 className={classes.heading}>{words(WORDS.fields)}</h3>
      {names.length === 0 && <Text c="dimmed">{words(WORDS.noFields)}</Text>}
      <ol className={classes.cards}>
        {names.map((name, index) => (
          <FieldCard
            key={identityOf(name)}
            name={name}
            index={index}
            isOpen={open === name}
            onToggle={() => setOpen(open === name ? undefined : name)}
            onMove={move(index)}
            onDuplicate={() => add(duplicating(document, form, name))}
            onRenamed={(to) => {
              identityOf.pass(name, to);
              setOpen(to);
            }}
            onRemoved={() => remove(index)}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <FieldPalette
          onChoose={(kind: FieldKind) =>
            add(adding(document, form, kind, installation.opportunityKinds[0]?.id))
          }
          onKnown={(known) => add(addingKnown(form, known))}
        />
      )}
    </section>
  );
}

function focusOn(selector: string) {
  const found = window.document.querySelector<HTMLElement>(`[role="dialog"] ${selector}`);
  found?.focus();
  if (found instanceof HTMLInputElement) found.select();
}
