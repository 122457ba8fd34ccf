import type { PathwayDocument } from '@percorso/engine';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import { arrowsOf, effectsOf, nodePlaces } from './arrows.ts';
import { exportBpmn } from './bpmn-file.ts';
import { SHIPPED } from './testing/shipped-pathways.ts';

const read = (xml: string) => new BpmnModdle().fromXML(xml);
const flowsIn = (elements: Readonly<Record<string, ModdleElement>>) =>
  Object.values(elements).filter(({ $type }) => $type === 'bpmn:SequenceFlow');

function stepsAround(document: PathwayDocument, key: string): readonly string[] {
  const parent = nodePlaces(document).find((place) => place.key === key)?.parent;
  return parent === undefined ? [] : [parent, ...stepsAround(document, parent)];
}

describe.each(SHIPPED)('%s as BPMN', (_name, document) => {
  it('is read back without warnings', async () => {
    const { xml } = await exportBpmn(document);
    expect((await read(xml)).warnings).toEqual([]);
  });

  it('has every step, or says why not', async () => {
    const { xml, left } = await exportBpmn(document);
    const { elementsById } = await read(xml);
    const said = new Set(left.map(({ path }) => path));
    const missing = nodePlaces(document).filter(
      ({ key, path }) => !elementsById[key] && !said.has(path),
    );
    expect(missing).toEqual([]);
  });

  it('has every arrow with its target, or says why not', async () => {
    const { xml, left } = await exportBpmn(document);
    const { elementsById } = await read(xml);
    const said = new Set(left.map(({ path }) => path));
    const missing = nodePlaces(document)
      .flatMap((place) => arrowsOf(document, place))
      .filter(({ id, path, transition }) => {
        const flow = elementsById[`${id}.out`] ?? elementsById[id];
        const key = transition.target?.replace('#', '') ?? '';
        // What enters a group at its first step leads to the group.
        const isThere = flow && [key, ...stepsAround(document, key)].includes(flow.targetRef.id);
        return !isThere && !said.has(path);
      });
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('lists every effect as left out', async () => {
    const { left } = await exportBpmn(document);
    const said = new Set(left.map(({ path }) => path));
    const effects = nodePlaces(document).flatMap((place) =>
      effectsOf(place, arrowsOf(document, place)),
    );
    expect(effects.filter(({ path }) => !said.has(path))).toEqual([]);
  });

  it('keeps every flow within one sub-process', async () => {
    const { elementsById } = await read((await exportBpmn(document)).xml);
    const crossing = flowsIn(elementsById).filter(
      ({ $parent, sourceRef, targetRef }) =>
        sourceRef.$parent !== $parent || targetRef.$parent !== $parent,
    );
    expect(crossing.map(({ id }) => id)).toEqual([]);
  });

  it('gives conditions only to flows that leave a task, a sub-process or a gateway', async () => {
    const { elementsById } = await read((await exportBpmn(document)).xml);
    const wrong = flowsIn(elementsById).filter(
      ({ conditionExpression, sourceRef }) =>
        conditionExpression && sourceRef.$type.endsWith('Event'),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('draws every element', async () => {
    const { rootElement, elementsById } = await read((await exportBpmn(document)).xml);
    const drawn: ModdleElement[] = rootElement.diagrams[0].plane.planeElement;
    const ids = new Set(drawn.map(({ bpmnElement }) => bpmnElement.id));
    const parts = Object.values(elementsById).filter(({ $parent }) => $parent?.flowElements);
    const undrawn = parts.filter(
      ({ id, $type }) => !ids.has(id!) && !$type.endsWith('EventDefinition'),
    );
    expect(undrawn.map(({ id }) => id)).toEqual([]);
    expect(drawn.every(({ bounds, waypoint }) => bounds || waypoint.length >= 2)).toBe(true);
  });

  it('puts no task, gateway, start or end on top of another', async () => {
    const { rootElement } = await read((await exportBpmn(document)).xml);
    const drawn: ModdleElement[] = rootElement.diagrams[0].plane.planeElement;
    const shapes = drawn.filter(
      ({ bounds, bpmnElement }) => bounds && !/SubProcess|Boundary/.test(bpmnElement.$type),
    );
    const overlaps = shapes.flatMap(({ bounds: a, id }, index) =>
      shapes
        .slice(0, index)
        .filter(
          ({ bounds: b }) =>
            a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height,
        )
        .map((other) => `${id} and ${other.id}`),
    );
    expect(overlaps).toEqual([]);
  });
});

describe('what BPMN has a word for', () => {
  const exported = exportBpmn(SHIPPED[4]![1], 'en');

  it('keeps a timer with its duration on the border of its step', async () => {
    const { elementsById } = await read((await exported).xml);
    const timer = elementsById['awaiting-reply.timer.P14D.event']!;
    expect(timer.attachedToRef.id).toBe('awaiting-reply');
    expect(timer.eventDefinitions[0].timeDuration.body).toBe('P14D');
    expect(timer.name).toBe('after 14 days');
  });

  it('names the flows of a choice by their actions, with conditions in words', async () => {
    const { elementsById } = await read((await exported).xml);
    expect(elementsById['next-step.choice']!.$type).toBe('bpmn:ExclusiveGateway');
    const flow = elementsById['pre-registered.action.CONVENE.0']!;
    expect(flow.name).toBe(SHIPPED[4]![1].actions.CONVENE!.label.en);
    expect(flow.conditionExpression.body).toMatch(/case manager/i);
  });

  it('leaves a sub-process by an escalation that its border catches', async () => {
    const { elementsById } = await read((await exported).xml);
    const id = 'awaiting-reply.action.RESCHEDULE.0';
    const thrown = elementsById[`${id}.thrown`]!.eventDefinitions[0].escalationRef;
    const caught = elementsById[`${id}.caught`]!;
    expect(caught.eventDefinitions[0].escalationRef).toBe(thrown);
    expect(caught.attachedToRef.id).toBe('convened');
    expect(elementsById[`${id}.out`]!.targetRef.id).toBe('convened');
  });
});
