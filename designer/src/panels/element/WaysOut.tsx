import { Button, Text } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { findNode } from '../../commands/edit/nodes.ts';
import { type OwnTransition, transitionsOf } from '../../commands/edit/transitions.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { effectsSummary } from '../effects/effect-rows.ts';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { moved } from '../fields/ordered.ts';
import { Row, Rows } from '../fields/Row.tsx';
import { Section } from '../fields/Section.tsx';
import { causeWords, wayWords } from '../sentences.ts';
import classes from './element.module.css';
import { byCause } from './ways.ts';
import { ELEMENT } from './words.ts';

/** Where a step leads, by what makes it happen; of several ways the first allowed is taken. */
export function WaysOut({ step }: { readonly step: string }) {
  const { document, words, send, isReadOnly } = useEditor();
  const found = findNode(document, step);
  const groups = 'code' in found ? [] : byCause(transitionsOf(found.node));
  return (
    <Section title={words(ELEMENT.waysOut)}>
      {groups.length === 0 && (
        <Text size="sm" c="dimmed">
          {words(ELEMENT.noWaysOut)}
        </Text>
      )}
      {groups.map((group) => (
        <CauseGroup
          key={`${group[0].cause.kind} ${group[0].cause.name}`}
          step={step}
          ways={group}
        />
      ))}
      {!isReadOnly && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => send({ type: 'connect', from: step, isByList: true })}
        >
          {words(ELEMENT.connect)}
        </Button>
      )}
    </Section>
  );
}

interface CauseGroupProps {
  readonly step: string;
  readonly ways: readonly [OwnTransition, ...OwnTransition[]];
}

function CauseGroup({ step, ways }: CauseGroupProps) {
  const { document, words, language, run, select } = useEditor();
  const { cause } = ways[0];
  const label = words(causeWords(document, step, cause));
  const move = (from: number, to: number) => {
    const order = moved([...ways.keys()], from, to);
    run('order-transitions', { from: step, cause, order });
  };
  return (
    <div className={classes.cause}>
      <p className={classes.causeLabel}>{label}</p>
      <Rows label={label}>
        {ways.map(({ index, transition }) => {
          const text = words(wayWords(document, transition));
          return (
            <Row
              key={index}
              icon={<IconArrowRight size={18} />}
              label={text}
              detail={effectsSummary(document, { from: step, ...cause, index }, language)}
              onClick={() => select({ kind: 'transition', place: { from: step, ...cause, index } })}
            >
              <OrderButtons
                of={text}
                index={index}
                count={ways.length}
                onMove={(to) => move(index, to)}
              />
            </Row>
          );
        })}
      </Rows>
      {ways.length > 1 && (
        <Text size="sm" c="dimmed">
          {words(ELEMENT.firstAllowed)}
        </Text>
      )}
    </div>
  );
}
