import { describe, expect, it } from 'vitest';
import { arrowsOf, nodePlaces } from './arrows.ts';
import { exportScxml } from './scxml-file.ts';
import { SHIPPED } from './testing/shipped-pathways.ts';
import { allElements, readXml } from './testing/xml-elements.ts';

const STATES = ['state', 'parallel', 'final', 'history'];

describe('a pathway as SCXML', () => {
  it.each(SHIPPED)('%s is well-formed and has every step', (_name, document) => {
    const elements = allElements(readXml(exportScxml(document)));
    const states = elements.filter(
      ({ name, attributes }) => STATES.includes(name) && attributes.id !== `${document.id}.end`,
    );
    const expected = nodePlaces(document).map(({ key, node }) => [node.type ?? 'state', key]);
    expect(states.map(({ name, attributes }) => [name, attributes.id])).toEqual(expected);
  });

  it.each(SHIPPED)('%s has every arrow in its step, in its order', (_name, document) => {
    const elements = allElements(readXml(exportScxml(document)));
    const byId = new Map(elements.map((element) => [element.attributes.id, element]));
    for (const place of nodePlaces(document).filter(({ node }) => node.type !== 'history')) {
      const written = byId
        .get(place.key)!
        .children.filter(
          ({ name, attributes }) =>
            name === 'transition' && attributes.target !== `${document.id}.end`,
        );
      expect(written.map(({ attributes }) => [attributes.target, attributes.cond])).toEqual(
        arrowsOf(document, place).map(({ transition: { target, guard } }) => [
          target?.replace('#', ''),
          guard,
        ]),
      );
    }
  });

  it('sends itself an event after a while, unless the step is left', () => {
    const elements = allElements(readXml(exportScxml(SHIPPED[4]![1])));
    const step = elements.find(({ attributes }) => attributes.id === 'awaiting-reply')!;
    const inside = allElements(step).map(({ name, attributes }) => ({ name, ...attributes }));
    const id = 'after.P14D.awaiting-reply';
    expect(inside).toContainEqual(
      expect.objectContaining({ name: 'send', id, event: id, delay: '1209600s' }),
    );
    expect(inside).toContainEqual({ name: 'cancel', sendid: id });
    expect(inside).toContainEqual(
      expect.objectContaining({ name: 'transition', event: id, target: 'to-reconvene' }),
    );
  });

  it('escapes whatever a coordinator writes', () => {
    const [, document] = SHIPPED[0]!;
    const label = { it: 'A & B < "C"\n\u0007</scxml>', en: 'x' };
    const [first] = Object.keys(document.steps);
    const steps = { ...document.steps, [first!]: { ...document.steps[first!]!, label } };
    const elements = allElements(readXml(exportScxml({ ...document, steps })));
    const written = elements.find(({ attributes }) => attributes.id === first);
    expect(written?.attributes['percorso:label']).toBe('A & B < "C"\n</scxml>');
  });
});
