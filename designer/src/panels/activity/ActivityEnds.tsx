import { Button, Text } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { findNode } from '../../commands/edit/nodes.ts';
import { listAt } from '../../commands/edit/transitions.ts';
import { targetOf } from '../../document-steps.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { ELEMENT } from '../element/words.ts';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { moved } from '../fields/ordered.ts';
import { Row, Rows } from '../fields/Row.tsx';
import { Section } from '../fields/Section.tsx';
import { StepSelect } from '../fields/StepSelect.tsx';
import { wayWords } from '../sentences.ts';
import { ACTIVITY } from './words.ts';

interface Props {
  readonly step: string;
  readonly activity: string;
}

/** Where the activity's end leads, chosen right here; conditions are in each way's details. */
export function ActivityEnds({ step, activity }: Props) {
  const { words } = useEditor();
  return (
    <Section title={words(ACTIVITY.leads)}>
      <End step={step} activity={activity} kind="done" />
      <End step={step} activity={activity} kind="failed" />
    </Section>
  );
}

interface EndProps extends Props {
  readonly kind: 'done' | 'failed';
}

function End({ step, activity, kind }: EndProps) {
  const { document, words, run, select, isReadOnly } = useEditor();
  const found = findNode(document, step);
  const cause = { kind, name: activity };
  const ways = 'code' in found ? [] : listAt(found.node, cause);
  const label = words(ACTIVITY[kind]);
  const lead = (to: string | null) => {
    if (ways.length === 0) {
      if (to !== null) run('add-transition', { from: step, cause, to });
    } else run('retarget-transition', { transition: { from: step, ...cause, index: 0 }, to });
  };
  if (ways.length > 1) return <Ways step={step} activity={activity} kind={kind} />;
  const [only] = ways;
  return (
    <div>
      <StepSelect
        label={label}
        placeholder={words(ACTIVITY.nowhere)}
        clearable={only !== undefined}
        value={only ? (targetOf(only) ?? null) : null}
        onChange={lead}
      />
      {only && !isReadOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          aria-label={`${words(ACTIVITY.details)}: ${label}`}
          onClick={() => select({ kind: 'transition', place: { from: step, ...cause, index: 0 } })}
        >
          {words(ACTIVITY.details)}
        </Button>
      )}
      {only?.guard !== undefined && <Text size="sm">{words(wayWords(document, only))}</Text>}
      {only && <AnotherWay step={step} activity={activity} kind={kind} />}
    </div>
  );
}

function Ways({ step, activity, kind }: EndProps) {
  const { document, words, run, select } = useEditor();
  const found = findNode(document, step);
  const cause = { kind, name: activity };
  const ways = 'code' in found ? [] : listAt(found.node, cause);
  const label = words(ACTIVITY[kind]);
  return (
    <div>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Rows label={label}>
        {ways.map((way, index) => {
          const text = words(wayWords(document, way));
          return (
            <Row
              // Ways have no name but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              icon={<IconArrowRight size={18} />}
              label={text}
              onClick={() => select({ kind: 'transition', place: { from: step, ...cause, index } })}
            >
              <OrderButtons
                of={text}
                index={index}
                count={ways.length}
                onMove={(to) => {
                  const order = moved([...ways.keys()], index, to);
                  run('order-transitions', { from: step, cause, order });
                }}
              />
            </Row>
          );
        })}
      </Rows>
      <Text size="sm" c="dimmed">
        {words(ELEMENT.firstAllowed)}
      </Text>
      <AnotherWay step={step} activity={activity} kind={kind} />
    </div>
  );
}

/** One more way, before the others, since the last one is usually the one without a condition. */
function AnotherWay({ step, activity, kind }: EndProps) {
  const { words, run, select, isReadOnly } = useEditor();
  if (isReadOnly) return null;
  const cause = { kind, name: activity };
  const add = () => {
    if (run('add-transition', { from: step, cause, to: step, at: 0 }).ok)
      select({ kind: 'transition', place: { from: step, ...cause, index: 0 } });
  };
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      mt={4}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={add}
    >
      {words(ACTIVITY.another)}
    </Button>
  );
}
