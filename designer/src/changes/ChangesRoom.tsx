import { Badge, Button, Checkbox, Stack, Text, Title } from '@mantine/core';
import { compareDocuments, type Difference } from '@percorso/engine';
import { useEffect, useMemo, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { stepsSelected } from '../editor/selection.ts';
import classes from './changes.module.css';
import { changesByStep, kindByStep, type StepChanges } from './changes-by-step.ts';
import { WORDS } from './words.ts';

const TONES = {
  added: 'green',
  removed: 'red',
  changed: 'blue',
  renamed: 'blue',
  moved: 'gray',
} as const;

/** What the draft changes against the published version: as sentences, and on the drawing. */
export function ChangesRoom() {
  const { document, published, words, showOverlay, send, mode } = useEditor();
  const [hasLayout, setLayout] = useState(false);
  const all = useMemo(
    () => (published ? compareDocuments(published, document) : []),
    [published, document],
  );
  const shown = useMemo(
    () => (hasLayout ? all : all.filter(({ element }) => element.type !== 'layout')),
    [all, hasLayout],
  );
  useEffect(() => {
    send({ type: 'compare' });
    return () => {
      showOverlay({});
      send({ type: 'finish' });
    };
  }, [send, showOverlay]);
  useEffect(() => {
    if (mode === 'compare') showOverlay({ changes: kindByStep(shown) });
  }, [mode, shown, showOverlay]);
  if (!published) return null;
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          {words(WORDS.title)}
        </Title>
        <Text c="dimmed" size="sm">
          {words(WORDS.lead)}
        </Text>
      </div>
      {all.some(({ element }) => element.type === 'layout') && (
        <Checkbox
          size="sm"
          label={words(WORDS.layout)}
          checked={hasLayout}
          onChange={(event) => setLayout(event.currentTarget.checked)}
        />
      )}
      {shown.length === 0 && <Text role="status">{words(WORDS.none)}</Text>}
      {changesByStep(shown, published, document).map((group) => (
        <OneStep key={group.step ?? ''} group={group} />
      ))}
    </Stack>
  );
}

function OneStep({ group }: { readonly group: StepChanges }) {
  const { words, select } = useEditor();
  const { step, label, isThere, differences } = group;
  const name = label ? words(label) : words(WORDS.elsewhere);
  return (
    <section>
      <Title order={3} size="h5">
        {isThere && step !== undefined ? (
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={`${words(WORDS.goTo)} ${name}`}
            onClick={() => select(stepsSelected(step))}
          >
            {name}
          </Button>
        ) : (
          name
        )}
      </Title>
      <ul className={classes.list}>
        {differences.map((difference) => (
          <Sentence key={keyOf(difference)} difference={difference} />
        ))}
      </ul>
    </section>
  );
}

function keyOf({ kind, element, words }: Difference): string {
  return `${kind} ${element.type} ${element.path} ${words.it}`;
}

function Sentence({ difference }: { readonly difference: Difference }) {
  const { words } = useEditor();
  return (
    <li>
      <Badge size="sm" color={TONES[difference.kind]}>
        {words(WORDS.kinds[difference.kind])}
      </Badge>{' '}
      {words(difference.words)}
    </li>
  );
}
