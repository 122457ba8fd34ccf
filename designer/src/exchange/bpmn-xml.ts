import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import type { Drawing, EventMeaning, Flow, Shape } from './bpmn-drawing.ts';
import { route } from './bpmn-layout.ts';

interface Writing {
  readonly moddle: BpmnModdle;
  /** Everything by id: the process, the steps, the events. */
  readonly elements: Map<string, ModdleElement>;
  readonly escalations: Map<string, ModdleElement>;
}

/** A drawing as BPMN 2.0 XML with its diagram interchange. */
export async function writeBpmn(drawing: Drawing): Promise<string> {
  const moddle = new BpmnModdle();
  const writing: Writing = { moddle, elements: new Map(), escalations: new Map() };
  const { id } = drawing.document.machine;
  const name = drawing.document.title[drawing.language];
  const process = moddle.create('bpmn:Process', { id, name, isExecutable: false });
  writing.elements.set(id, process);
  for (const shape of drawing.shapes.values()) writeShape(writing, shape);
  for (const flow of drawing.flows) writeFlow(writing, flow);
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: `${id}.plane`,
    bpmnElement: process,
    planeElement: [
      ...[...drawing.shapes.values()].map((shape) => placed(writing, shape)),
      ...drawing.flows.map((flow) => routed(writing, drawing, flow)),
    ],
  });
  const definitions = moddle.create('bpmn:Definitions', {
    id: `${id}.definitions`,
    targetNamespace: 'urn:percorso:pathway',
    rootElements: [...writing.escalations.values(), process],
    diagrams: [moddle.create('bpmndi:BPMNDiagram', { id: `${id}.diagram`, plane })],
  });
  return (await moddle.toXML(definitions, { format: true })).xml;
}

function writeShape(writing: Writing, shape: Shape): void {
  const { moddle, elements } = writing;
  const { id, type, name, documentation, attachedTo, meaning, calledElement } = shape;
  const element = moddle.create(`bpmn:${type}`, {
    id,
    ...(name !== undefined && { name }),
    ...(calledElement && { calledElement }),
    ...(attachedTo && { attachedToRef: elements.get(attachedTo) }),
    ...(documentation && {
      documentation: [moddle.create('bpmn:Documentation', { text: documentation })],
    }),
    ...(meaning && { eventDefinitions: [definitionOf(writing, id, meaning)] }),
  });
  elements.set(id, element);
  elements.get(shape.container)!.get('flowElements').push(element);
}

function definitionOf(writing: Writing, id: string, { kind, value }: EventMeaning) {
  const type = `bpmn:${kind.charAt(0).toUpperCase()}${kind.slice(1)}EventDefinition`;
  return writing.moddle.create(type, {
    id: `${id}.definition`,
    ...(kind === 'timer' && { timeDuration: expression(writing, value!) }),
    ...(kind === 'conditional' && { condition: expression(writing, value!) }),
    ...(kind === 'escalation' && { escalationRef: escalation(writing, value!) }),
  });
}

function expression({ moddle }: Writing, body: string): ModdleElement {
  return moddle.create('bpmn:FormalExpression', { body });
}

/** The throwing and the catching event refer to one escalation, by its code. */
function escalation({ moddle, escalations }: Writing, code: string): ModdleElement {
  const known = escalations.get(code);
  if (known) return known;
  const id = `${code}.escalation`;
  const made = moddle.create('bpmn:Escalation', { id, name: code, escalationCode: code });
  escalations.set(code, made);
  return made;
}

function writeFlow(writing: Writing, flow: Flow): void {
  const { moddle, elements } = writing;
  const [source, target] = [elements.get(flow.from)!, elements.get(flow.to)!];
  const element = moddle.create('bpmn:SequenceFlow', {
    id: flow.id,
    ...(flow.name && { name: flow.name }),
    sourceRef: source,
    targetRef: target,
    ...(flow.condition && { conditionExpression: expression(writing, flow.condition) }),
  });
  source.get('outgoing').push(element);
  target.get('incoming').push(element);
  if (flow.isDefault) source.default = element;
  elements.set(flow.id, element);
  elements.get(flow.container)!.get('flowElements').push(element);
}

function placed({ moddle, elements }: Writing, { id, type, box }: Shape): ModdleElement {
  return moddle.create('bpmndi:BPMNShape', {
    id: `${id}.shape`,
    bpmnElement: elements.get(id),
    ...(type === 'SubProcess' && { isExpanded: true }),
    bounds: moddle.create('dc:Bounds', { ...box }),
  });
}

function routed({ moddle, elements }: Writing, { shapes }: Drawing, flow: Flow): ModdleElement {
  const points = route(shapes.get(flow.from)!.box, shapes.get(flow.to)!.box);
  return moddle.create('bpmndi:BPMNEdge', {
    id: `${flow.id}.edge`,
    bpmnElement: elements.get(flow.id),
    waypoint: points.map((point) => moddle.create('dc:Point', { ...point })),
  });
}
