import { Text } from '@mantine/core';
import type { MachineNode } from '@percorso/engine';
import { IconArrowLeft, IconFlag } from '@tabler/icons-react';
import { useMemo } from 'react';
import { findNode } from '../../commands/edit/nodes.ts';
import { documentSteps } from '../../document-steps.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { Row, Rows } from '../fields/Row.tsx';
import { Section } from '../fields/Section.tsx';
import { StepSelect } from '../fields/StepSelect.tsx';
import { causeWords, stepLabel } from '../sentences.ts';
import classes from './element.module.css';
import { placesInto } from './ways.ts';
import { ELEMENT } from './words.ts';

/** From where nothing leads on. */
const MAY_NOT_LEAD: ReadonlySet<MachineNode['type']> = new Set(['final', 'history']);

/** Who leads to a step; a click goes to the transition. */
export function WaysIn({ step }: { readonly step: string }) {
  const { document, words, select, send, isReadOnly } = useEditor();
  const leadsOn = useMemo(() => {
    const ends = documentSteps(document).filter(({ node: { type } }) => MAY_NOT_LEAD.has(type));
    const keys = new Set(ends.map(({ key }) => key));
    return (from: string) => !keys.has(from);
  }, [document]);
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
      {!isReadOnly && (
        <StepSelect
          aria-label={words(ELEMENT.connectFrom)}
          placeholder={words(ELEMENT.connectFrom)}
          value={null}
          isChoice={leadsOn}
          onChange={(from) => from !== null && send({ type: 'connect', from, to: step })}
        />
      )}
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
