import { Text } from '@mantine/core';
import { IconArrowLeft, IconFlag } from '@tabler/icons-react';
import { findNode } from '../../commands/edit/nodes.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { Row, Rows } from '../fields/Row.tsx';
import { Section } from '../fields/Section.tsx';
import { causeWords, stepLabel } from '../sentences.ts';
import classes from './element.module.css';
import { placesInto } from './ways.ts';
import { ELEMENT } from './words.ts';

/** Who leads to a step; a click goes to the transition. */
export function WaysIn({ step }: { readonly step: string }) {
  const { document, words, select } = useEditor();
  const places = placesInto(document, step);
  const isFirst = beginsWith(document, step);
  return (
    <Section title={words(ELEMENT.waysIn)}>
      {isFirst && (
        <p className={classes.first}>
          <IconFlag size={18} aria-hidden />
          {words(isFirst === 'pathway' ? ELEMENT.startsHere : ELEMENT.startsGroup)}
        </p>
      )}
      {places.length === 0 && !isFirst && (
        <Text size="sm" c="dimmed">
          {words(ELEMENT.noWaysIn)}
        </Text>
      )}
      <Rows>
        {places.map((place) => (
          <Row
            key={`${place.from} ${place.kind} ${place.name} ${place.index}`}
            icon={<IconArrowLeft size={18} />}
            label={words(stepLabel(document, place.from))}
            detail={words(causeWords(document, place.from, place))}
            onClick={() => select({ kind: 'transition', place })}
          />
        ))}
      </Rows>
    </Section>
  );
}

/** Whether the pathway, or the step's group, begins with it. */
function beginsWith(document: Parameters<typeof findNode>[0], step: string) {
  const found = findNode(document, step);
  if ('code' in found || found.parent === undefined) return undefined;
  const around = findNode(document, found.parent);
  if ('code' in around || around.node.initial !== step) return undefined;
  return found.parent === document.machine.id ? 'pathway' : 'group';
}
