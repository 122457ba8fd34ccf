import { targetOf } from '../document-steps.ts';
import type { Arrow } from './arrows.ts';
import { addShape, around, type Drawing, eventsOn, type Flow, leaveOut } from './bpmn-drawing.ts';
import { borderBox, boxBeyond, boxRightOf, EVENT_SIZE } from './bpmn-layout.ts';

/** An arrow to be drawn from a shape that already stands; `row` is its place among its like. */
interface Connection extends Pick<Flow, 'from' | 'name' | 'condition' | 'isDefault'> {
  readonly arrow: Arrow;
  readonly row: number;
}

/**
 * Draws an arrow. A sequence flow may not cross the border of a sub-process: an arrow out of one
 * ends it with an escalation that its border catches; an arrow into one leads to its start.
 */
export function connect(drawing: Drawing, connection: Connection): void {
  const { arrow, row, ...flow } = connection;
  const { container } = drawing.shapes.get(flow.from)!;
  const target = targetStep(drawing, arrow);
  if (target === undefined) return;
  sayWhatDiffers(drawing, arrow, target);
  const isInside = around(drawing, target).includes(container);
  if (isInside) {
    const to = entryOf(drawing, arrow, container, target);
    drawing.flows.push({ ...flow, id: arrow.id, container, to });
    return;
  }
  const end = addShape(drawing, {
    id: `${arrow.id}.thrown`,
    type: 'EndEvent',
    container,
    name: arrow.trigger.label[drawing.language],
    box: thrownBox(drawing, flow.from, row),
    meaning: { kind: 'escalation', value: arrow.id },
  });
  drawing.flows.push({ ...flow, id: arrow.id, container, to: end.id });
  catchOutside(drawing, arrow, container, target);
}

function thrownBox({ shapes }: Drawing, from: string, row: number) {
  const { box, attachedTo } = shapes.get(from)!;
  if (attachedTo) return boxBeyond(box, shapes.get(attachedTo)!.box, EVENT_SIZE);
  return boxRightOf(box, EVENT_SIZE, 50, row);
}

/** Where the sub-process that the arrow leaves ends, and the way from there to the target. */
function catchOutside(drawing: Drawing, arrow: Arrow, inside: string, target: string): void {
  const targetAround = around(drawing, target);
  const leaving = [inside, ...around(drawing, inside)];
  const outermost = leaving.findIndex((key) => targetAround.includes(key)) - 1;
  const host = drawing.shapes.get(leaving[outermost]!)!;
  const { container } = host;
  const caught = addShape(drawing, {
    id: `${arrow.id}.caught`,
    type: 'BoundaryEvent',
    container,
    name: arrow.trigger.label[drawing.language],
    box: borderBox(host.box, eventsOn(drawing, host.id)),
    attachedTo: host.id,
    meaning: { kind: 'escalation', value: arrow.id },
  });
  if (drawing.places.get(container)?.node.type === 'parallel') {
    leaveOut(drawing, arrow.path, 'crosses-regions', arrow.trigger.label);
  }
  const to = entryOf(drawing, arrow, container, target);
  drawing.flows.push({ id: `${arrow.id}.out`, container, from: caught.id, to });
}

/** A history is no shape: the arrow leads to the step that it resumes. */
function targetStep(drawing: Drawing, arrow: Arrow): string | undefined {
  const { document, places } = drawing;
  const named = targetOf(arrow.transition)!;
  const place = places.get(named)!;
  const isHistory = place.node.type === 'history';
  if (isHistory) leaveOut(drawing, arrow.path, 'history', arrow.trigger.label);
  const target = isHistory ? place.parent! : named;
  if (target !== document.machine.id) return target;
  const first = (place.node.target && targetOf(place.node)) || document.machine.initial;
  if (first === undefined) leaveOut(drawing, arrow.path, 'anywhere', arrow.trigger.label);
  return first;
}

function sayWhatDiffers(drawing: Drawing, arrow: Arrow, target: string): void {
  const isAround = target === arrow.from || around(drawing, arrow.from).includes(target);
  const isWithin = around(drawing, target).includes(arrow.from);
  if ((isAround || isWithin) && !arrow.transition.reenter) {
    leaveOut(drawing, arrow.path, 'stays-inside', arrow.trigger.label);
  }
}

/** The step in a container through which a target is reached, which may be the target itself. */
function entryOf(drawing: Drawing, arrow: Arrow, container: string, target: string): string {
  const chain = [target, ...around(drawing, target)];
  const within = chain.slice(0, chain.indexOf(container));
  const isByDefault = within.every((key, index) => {
    const outer = within[index + 1];
    const node = outer === undefined ? undefined : drawing.places.get(outer)!.node;
    return !node || node.type === 'parallel' || node.initial === key;
  });
  if (!isByDefault) leaveOut(drawing, arrow.path, 'enters-inside', arrow.trigger.label);
  return within.at(-1)!;
}
