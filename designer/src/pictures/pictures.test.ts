import type { PathwayDocument } from '@percorso/engine';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Installation } from '../editor/props.ts';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { allElements, readXml } from '../exchange/testing/xml-elements.ts';
import { mapEdges } from '../map/map-edges.ts';
import { mapNodes } from '../map/map-nodes.ts';
import { PathwayPage } from './PathwayPage.tsx';
import { pathwaySvg } from './pathway-picture.ts';
import { stepList } from './step-list.ts';
import { textLines } from './text-lines.ts';

const NEET = SHIPPED.find(([name]) => name === 'mig-work-neet')![1];
const INSTALLATION: Installation = {
  organisations: [{ id: 'formaper', name: 'Formaper' }],
  opportunityKinds: [],
  pathways: [],
  services: [],
  personas: [],
  timeZone: 'Europe/Rome',
};

const elementsOf = (document: PathwayDocument) => allElements(readXml(pathwaySvg(document, 'it')));

describe.each(SHIPPED)('the picture of %s', (_name, document) => {
  const elements = elementsOf(document);

  it('has every step with its name', () => {
    const drawn = elements.filter(({ attributes }) => attributes['data-step'] !== undefined);
    const names = drawn.map(({ attributes, children }) => [
      attributes['data-step'],
      children.find(({ name }) => name === 'title')?.text.split(', ')[0],
    ]);
    const steps = mapNodes(document).map(({ key, label }) => [key, label.it]);
    expect(names.toSorted()).toEqual(steps.toSorted());
  });

  it('has every arrow with its path and its words', () => {
    const drawn = elements.filter(({ attributes }) => attributes['data-arrow'] !== undefined);
    expect(drawn.map(({ attributes }) => attributes['data-arrow'])).toEqual(
      mapEdges(document).map(({ id }) => id),
    );
    for (const { children } of drawn) {
      expect(children.find(({ name }) => name === 'title')?.text).toMatch(/.+ porta a .+: .+/);
      expect(children.find(({ name }) => name === 'path')?.attributes.d).toMatch(/^M/);
    }
  });

  it('has room for everything that is in it', () => {
    const [svg] = elements;
    const [x, y, width, height] = svg!.attributes.viewBox!.split(' ').map(Number);
    for (const { name, attributes } of elements.filter((one) => one.name === 'rect')) {
      expect(name).toBe('rect');
      expect(Number(attributes.x)).toBeGreaterThanOrEqual(x!);
      expect(Number(attributes.x) + Number(attributes.width)).toBeLessThanOrEqual(x! + width!);
      expect(Number(attributes.y)).toBeGreaterThanOrEqual(y!);
      expect(Number(attributes.y) + Number(attributes.height)).toBeLessThanOrEqual(y! + height!);
    }
  });
});

describe('a picture', () => {
  it('says what it is to who does not see it', () => {
    const [svg, title, description] = elementsOf(NEET);
    expect(svg?.attributes).toMatchObject({ role: 'img', 'xml:lang': 'it' });
    expect(title?.text).toBe(NEET.title.it);
    expect(description?.text).toContain('44 passi');
  });

  it('names the stages below, in the language asked for', () => {
    const texts = allElements(readXml(pathwaySvg(NEET, 'en'))).filter(
      ({ name }) => name === 'text',
    );
    const said = texts.map(({ text }) => text);
    for (const { label } of NEET.stages) expect(said).toContain(label.en);
  });

  it('is well-formed whatever the names', () => {
    const title = { it: '<b>"A" & B</b>\n\u0001', en: ']]>' };
    const [, read] = elementsOf({ ...NEET, title });
    expect(read?.text).toContain('<b>"A" & B</b>');
  });

  it('takes nothing from elsewhere, and runs nothing', () => {
    expect(pathwaySvg(NEET, 'it')).not.toMatch(/<script|<style|href=|\son\w+=|url\((?!#)/);
  });
});

describe('the words of a step in a picture', () => {
  it('are broken between words', () => {
    expect(textLines('Corso di competenze trasversali', 15, 176, 2)).toEqual([
      'Corso di competenze',
      'trasversali',
    ]);
  });

  it('end with three dots where there is no room for more', () => {
    const lines = textLines('una due tre quattro cinque sei sette otto nove', 15, 100, 2);
    expect(lines.length).toBe(2);
    expect(lines[1]).toMatch(/…$/);
    expect(textLines('Incomprensibilmente', 15, 84, 2)).toEqual(['Incompren…']);
  });
});

describe('the printed page', () => {
  const listed = new Map(stepList(NEET, INSTALLATION, 'it').map((step) => [step.key, step]));

  it('tells every step, in the order of the document', () => {
    expect([...listed.keys()]).toEqual(mapNodes(NEET).map(({ key }) => key));
  });

  it('tells what is done at a step, by whom, and where it leads under which condition', () => {
    const step = listed.get('in-charge')!;
    expect(listed.get('pre-registered')?.notes).toContain('Si comincia qui');
    expect(step.ways.some((way) => /: Lavoro, se: .+/.test(way))).toBe(true);
    const activities = [...listed.values()].flatMap((one) => one.activities);
    expect(activities.some((line) => /.+ \(Compito · Case manager/.test(line))).toBe(true);
    expect(listed.get('employment')?.notes).toContain('Esito: Lavoro');
  });

  it('has the drawing and the list', () => {
    const page = createElement(PathwayPage, {
      document: NEET,
      installation: INSTALLATION,
      language: 'it',
    });
    const html = renderToStaticMarkup(page);
    expect(html.match(/data-step=/g)?.length).toBe(44);
    expect(html).toContain('stroke-width');
    expect(html).toContain('<h2>I passi</h2>');
  });
});
