import { describeRule } from '@percorso/engine';
import { listed } from '../document-steps.ts';
import { type Arrow, arrowsOf, effectsOf, type NodePlace } from './arrows.ts';
import { connect } from './bpmn-connect.ts';
import {
  addShape,
  type Drawing,
  type EventMeaning,
  eventsOn,
  labelOf,
  leaveOut,
} from './bpmn-drawing.ts';
import { borderBox, boxBeyond, boxRightOf, GATEWAY_SIZE } from './bpmn-layout.ts';

/** Draws every way out of every step, or says why it can't. */
export function drawArrows(drawing: Drawing): void {
  for (const place of drawing.places.values()) {
    const arrows = arrowsOf(drawing.document, place);
    for (const { path } of effectsOf(place, arrows)) {
      const arrow = arrows.find((one) => path.startsWith(`${one.path}/`));
      leaveOut(drawing, path, 'effects', arrow?.trigger.label ?? labelOf(drawing, place.key));
    }
    const drawn = arrows.filter((arrow) => isDrawable(drawing, place, arrow));
    drawOwnEnd(
      drawing,
      place,
      drawn.filter((arrow) => isOwnEnd(place, arrow)),
    );
    const others = drawn.filter((arrow) => !isOwnEnd(place, arrow));
    const events = Map.groupBy(others, eventOf);
    for (const [event, group] of events) drawBorderEvent(drawing, place, event, group);
  }
}

function isDrawable(drawing: Drawing, place: NodePlace, arrow: Arrow): boolean {
  const reason = place.parent === undefined ? 'anywhere' : 'stays-here';
  const isDrawn = place.parent !== undefined && arrow.transition.target !== undefined;
  if (!isDrawn) leaveOut(drawing, arrow.path, reason, arrow.trigger.label);
  return isDrawn;
}

/** Whether the task or sub-process itself ends so; anything else interrupts it from its border. */
function isOwnEnd({ node }: NodePlace, { trigger: { kind, name } }: Arrow): boolean {
  if (kind === 'complete') return true;
  if (node.states) return false;
  const activity = listed(node.invoke)[0];
  return activity ? kind === 'done' && name === activity.id : kind === 'action';
}

/** The arrows of one event share it; conditions that hold by themselves are events of their own. */
function eventOf({ id, from, trigger }: Arrow): string {
  return trigger.kind === 'automatic'
    ? `${id}.event`
    : `${from}.${trigger.kind}.${trigger.name}.event`;
}

function drawOwnEnd(
  drawing: Drawing,
  { key, node, path }: NodePlace,
  arrows: readonly Arrow[],
): void {
  const { box, container } = drawing.shapes.get(key) ?? {};
  if (!box || !container) return;
  if (arrows.length === 0 && !node.states && node.type === undefined) {
    leaveOut(drawing, path, 'waits-here', labelOf(drawing, key));
  }
  const isChoice = arrows.length > 1;
  const from = isChoice ? `${key}.choice` : key;
  if (isChoice) {
    const at = boxRightOf(box, GATEWAY_SIZE, 30);
    addShape(drawing, { id: from, type: 'ExclusiveGateway', container, box: at });
    drawing.flows.push({ id: `${from}.flow`, container, from: key, to: from });
  }
  drawFlows(drawing, from, isChoice, arrows);
}

function drawBorderEvent(
  drawing: Drawing,
  { key }: NodePlace,
  id: string,
  arrows: readonly Arrow[],
): void {
  const { box: host, container } = drawing.shapes.get(key)!;
  const event = addShape(drawing, {
    id,
    type: 'BoundaryEvent',
    container,
    name: arrows[0]!.trigger.label[drawing.language],
    box: borderBox(host, eventsOn(drawing, key)),
    attachedTo: key,
    meaning: meaningOf(drawing, arrows[0]!),
  });
  const isAutomatic = arrows[0]!.trigger.kind === 'automatic';
  const isChoice = !isAutomatic && arrows.some(({ transition }) => transition.guard);
  const from = isChoice ? `${id}.choice` : id;
  if (isChoice) {
    const box = boxBeyond(event.box, host, GATEWAY_SIZE);
    addShape(drawing, { id: from, type: 'ExclusiveGateway', container, box });
    drawing.flows.push({ id: `${from}.flow`, container, from: id, to: from });
  }
  drawFlows(drawing, from, isChoice, arrows);
}

function meaningOf(drawing: Drawing, arrow: Arrow): EventMeaning {
  const { kind, name } = arrow.trigger;
  if (kind === 'timer') return { kind, value: name };
  if (kind === 'failed') return { kind: 'error' };
  if (kind !== 'automatic') return { kind: 'message' };
  return { kind: 'conditional', value: conditionOf(drawing, arrow) ?? 'true' };
}

/** Only a task, a sub-process or a gateway may have conditions on the flows that leave it. */
function drawFlows(
  drawing: Drawing,
  from: string,
  isChoice: boolean,
  arrows: readonly Arrow[],
): void {
  const triggers = new Set(arrows.map(({ trigger }) => trigger.name));
  const isOneQuestion = isChoice && triggers.size === 1;
  arrows.forEach((arrow, row) => {
    const isEvent = drawing.shapes.get(from)?.type === 'BoundaryEvent';
    const condition = isEvent ? undefined : conditionOf(drawing, arrow);
    const isDefault = isOneQuestion && condition === undefined;
    const label = arrow.trigger.label[drawing.language];
    const name = isOneQuestion ? condition : isEvent ? undefined : label;
    connect(drawing, {
      arrow,
      from,
      row,
      ...(name && { name }),
      ...(condition && { condition }),
      ...(isDefault && { isDefault }),
    });
  });
}

function conditionOf({ document, language }: Drawing, { transition }: Arrow): string | undefined {
  const rule = transition.guard === undefined ? undefined : document.rules[transition.guard];
  return rule && describeRule(document, rule)[language];
}
