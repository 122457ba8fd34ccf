import { Checkbox, Text, Textarea } from '@mantine/core';
import { findNode } from '../../commands/edit/nodes.ts';
import { listAt, type TransitionPlace } from '../../commands/edit/transitions.ts';
import { findTransition } from '../../commands/transitions/place.ts';
import { useEditor } from '../../editor/editor-context.ts';
import classes from '../element/element.module.css';
import { ELEMENT } from '../element/words.ts';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { moved } from '../fields/ordered.ts';
import { Section } from '../fields/Section.tsx';
import { useTyped } from '../fields/useTyped.ts';
import { causeWords } from '../sentences.ts';
import { TRANSITION } from './words.ts';

/** Its place among those of its cause, whether it begins its step anew, a note. */
export function TransitionMore({ place }: { readonly place: TransitionPlace }) {
  const { document, words, run, isReadOnly } = useEditor();
  const found = findTransition(document, place);
  const transition = 'code' in found ? undefined : found;
  const note = useTyped(transition?.description ?? '', (typed) => {
    const description = typed.trim() || null;
    return run('describe-transition', { transition: place, description });
  });
  return (
    <Section title={words(TRANSITION.more)}>
      <TransitionOrder place={place} />
      {transition?.target !== undefined && (
        <Checkbox
          size="sm"
          label={words(TRANSITION.reenter)}
          description={words(TRANSITION.reenterHelp)}
          checked={transition.reenter === true}
          disabled={isReadOnly}
          onChange={(event) =>
            run('set-reentry', { transition: place, reenter: event.currentTarget.checked })
          }
        />
      )}
      <Textarea
        size="sm"
        autosize
        minRows={1}
        maxLength={4000}
        label={words(TRANSITION.note)}
        description={words(TRANSITION.noteHelp)}
        value={note.value}
        readOnly={isReadOnly}
        onChange={(event) => note.type(event.currentTarget.value)}
        onBlur={note.flush}
      />
    </Section>
  );
}

function TransitionOrder({ place }: { readonly place: TransitionPlace }) {
  const { document, words, run, select } = useEditor();
  const { index, ...cause } = place;
  const { from, ...of } = cause;
  const found = findNode(document, from);
  const count = 'code' in found ? 0 : listAt(found.node, of).length;
  if (count < 2) return null;
  const move = (to: number) => {
    const order = moved([...Array(count).keys()], index, to);
    if (run('order-transitions', { from, cause: of, order }).ok)
      select({ kind: 'transition', place: { ...place, index: to } });
  };
  return (
    <div>
      <p className={classes.first}>
        {words(TRANSITION.order)}: {index + 1} {words(TRANSITION.of)} {count}
        <OrderButtons
          of={words(causeWords(document, from, of))}
          index={index}
          count={count}
          onMove={move}
        />
      </p>
      <Text size="sm" c="dimmed">
        {words(ELEMENT.firstAllowed)}
      </Text>
    </div>
  );
}
