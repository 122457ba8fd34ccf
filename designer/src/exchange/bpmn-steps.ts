import type { ActivityKind } from '@percorso/engine';
import { listed } from '../document-steps.ts';
import type { NodePlace } from './arrows.ts';
import { addShape, type Drawing, labelOf, leaveOut, type Shape } from './bpmn-drawing.ts';
import { EVENT_SIZE, square } from './bpmn-layout.ts';

const TASK_TYPES: Readonly<Record<ActivityKind, string>> = {
  task: 'UserTask',
  appointment: 'UserTask',
  enrolment: 'ReceiveTask',
  pathway: 'CallActivity',
  service: 'ServiceTask',
};

/** Draws every step; a parallel step's regions have no start: BPMN begins them together. */
export function drawSteps(drawing: Drawing): void {
  for (const place of drawing.places.values()) {
    if (place.node.type === 'history') {
      leaveOut(drawing, place.path, 'history', labelOf(drawing, place.key));
      continue;
    }
    if (place.parent !== undefined) addShape(drawing, shapeOf(drawing, place, place.parent));
    if (place.node.initial !== undefined) drawStart(drawing, place, place.node.initial);
    leaveActivitiesOut(drawing, place);
  }
}

function shapeOf(drawing: Drawing, { key, node }: NodePlace, container: string): Shape {
  const help = drawing.document.steps[key]?.help?.[drawing.language];
  const activity = listed(node.invoke)[0];
  const called = activity && !node.states ? activity.input.pathway : undefined;
  return {
    id: key,
    type: typeOf({ node }),
    container,
    name: labelOf(drawing, key)[drawing.language],
    box: drawing.boxes.get(key)!,
    ...(help && { documentation: help }),
    ...(called && { calledElement: called }),
  };
}

function typeOf({ node }: Pick<NodePlace, 'node'>): string {
  if (node.type === 'final') return 'EndEvent';
  if (node.states) return 'SubProcess';
  const activity = listed(node.invoke)[0];
  return activity ? TASK_TYPES[activity.src] : 'UserTask';
}

/** In the corner above the steps, where a group has its title. */
function drawStart(drawing: Drawing, { key }: NodePlace, initial: string): void {
  const id = `${key}.start`;
  const around = drawing.boxes.get(key);
  const first = drawing.boxes.get(initial)!;
  const corner = around
    ? { x: around.x + 16, y: around.y + 32 }
    : { x: first.x - 100, y: first.y + (first.height - EVENT_SIZE) / 2 };
  addShape(drawing, {
    id,
    type: 'StartEvent',
    container: key,
    box: { ...corner, ...square(EVENT_SIZE) },
  });
  drawing.flows.push({ id: `${id}.flow`, container: key, from: id, to: initial });
}

function leaveActivitiesOut(drawing: Drawing, { node, path }: NodePlace): void {
  const many = Array.isArray(node.invoke);
  listed(node.invoke).forEach(({ input }, index) => {
    const isBeside = node.states !== undefined || index > 0;
    const at = many ? `${path}/invoke/${index}` : `${path}/invoke`;
    leaveOut(drawing, at, isBeside ? 'activity-beside' : 'activity', input.label);
  });
}
