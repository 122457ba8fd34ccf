import type { Language, PathwayDocument } from '@percorso/engine';
import { type XmlElement, xmlDocument } from '../exchange/xml.ts';
import { arrowPaths } from '../map/arrow-paths.ts';
import type { Box } from '../map/box.ts';
import { type MapEdge, mapEdges } from '../map/map-edges.ts';
import { type MapNode, mapNodes } from '../map/map-nodes.ts';
import { surroundingsOf } from '../map/surroundings.ts';
import { ARROW, INK, LINE, QUIET, STAGE_COLOURS } from './stage-colours.ts';
import { lineOf, stepShape } from './step-shape.ts';
import { countWords, WORDS } from './words.ts';

/** Around the drawing, where arrows go around the outermost steps. */
const MARGIN = 40;
const HEAD = 72;
const FOOT = 56;
const TITLE_PX = 28;
const ARROW_HEAD = 'pathway-arrow-head';

/** A pathway as a standalone SVG picture: text, without scripts, styles or links. */
export function pathwaySvg(document: PathwayDocument, language: Language): string {
  return xmlDocument(pathwayPicture(document, language));
}

/** The same as elements. */
export function pathwayPicture(document: PathwayDocument, language: Language): XmlElement {
  const steps = mapNodes(document);
  const arrows = mapEdges(document);
  const boxes = new Map(
    [...surroundingsOf(steps).places].map(([key, { box }]) => [key, box] as const),
  );
  const room = roomAround([...boxes.values()]);
  const groups = steps.filter(isComposite);
  const leaves = steps.filter((step) => !isComposite(step));
  const shape = (step: MapNode) => stepShape(document, step, boxes.get(step.key)!, language);
  return {
    name: 'svg',
    attributes: frameOf(room, language),
    children: [
      { name: 'title', attributes: { id: 'pathway-title' }, text: document.title[language] },
      {
        name: 'desc',
        attributes: { id: 'pathway-description' },
        text: described(document, language),
      },
      { name: 'defs', children: [ARROW_MARKER] },
      { name: 'rect', attributes: { ...textual(room), fill: '#fff' } },
      lineOf(document.title[language], room.x + MARGIN, room.y + 48, TITLE_PX, INK, 700),
      ...groups.map(shape),
      ...arrowShapes(steps, arrows, language),
      ...leaves.map(shape),
      ...legend(document, room, language),
    ],
  };
}

function isComposite({ kind }: MapNode): boolean {
  return kind === 'group' || kind === 'regions';
}

function roomAround(boxes: readonly Box[]): Box {
  const x = Math.min(0, ...boxes.map((box) => box.x)) - MARGIN;
  const y = Math.min(0, ...boxes.map((box) => box.y)) - MARGIN - HEAD;
  const right = Math.max(400, ...boxes.map((box) => box.x + box.width)) + MARGIN;
  const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height)) + MARGIN + FOOT;
  return { x, y, width: right - x, height: bottom - y };
}

function textual({ x, y, width, height }: Box) {
  return { x: String(x), y: String(y), width: String(width), height: String(height) };
}

function frameOf({ x, y, width, height }: Box, language: Language) {
  return {
    xmlns: 'http://www.w3.org/2000/svg',
    width: String(width),
    height: String(height),
    viewBox: `${x} ${y} ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'pathway-title pathway-description',
    'xml:lang': language,
    'font-family': 'Titillium Web, Helvetica, Arial, sans-serif',
  };
}

function described(document: PathwayDocument, language: Language): string {
  const counts = countWords(mapNodes(document).length, mapEdges(document).length)[language];
  return [document.summary?.[language], counts].filter(Boolean).join(' ');
}

const ARROW_MARKER: XmlElement = {
  name: 'marker',
  attributes: {
    id: ARROW_HEAD,
    viewBox: '0 0 10 10',
    refX: '9',
    refY: '5',
    markerWidth: '11',
    markerHeight: '11',
    markerUnits: 'userSpaceOnUse',
    orient: 'auto',
  },
  children: [{ name: 'path', attributes: { d: 'M0,0 L10,5 L0,10 z', fill: ARROW } }],
};

function arrowShapes(
  steps: readonly MapNode[],
  arrows: readonly MapEdge[],
  language: Language,
): readonly XmlElement[] {
  const labels = new Map(steps.map(({ key, label }) => [key, label[language]]));
  const paths = arrowPaths(steps, arrows);
  return arrows.flatMap(({ id, from, to, ways }) => {
    const d = paths.get(id)?.path;
    if (d === undefined) return [];
    const said = ways.map(({ label }) => label[language]).join(' / ');
    const title = `${labels.get(from)} ${WORDS.leadsTo[language]} ${labels.get(to)}: ${said}`;
    const line = { d, fill: 'none', stroke: ARROW, 'stroke-width': '1.6' };
    const path = { ...line, 'marker-end': `url(#${ARROW_HEAD})` };
    return [
      {
        name: 'g',
        attributes: { 'data-arrow': id },
        children: [
          { name: 'title', text: title },
          { name: 'path', attributes: path },
        ],
      },
    ];
  });
}

const SQUARE = 16;
const LEGEND_PX = 15;

/** The stages that the pathway has, in their order, with their colours. */
function legend(document: PathwayDocument, room: Box, language: Language): readonly XmlElement[] {
  const y = room.y + room.height - 28;
  let x = room.x + MARGIN;
  const items = document.stages.flatMap(({ label, colour }) => {
    const at = x;
    x += SQUARE + 8 + label[language].length * LEGEND_PX * 0.58 + 28;
    const fill = STAGE_COLOURS[colour];
    const place = { x: String(at), y: String(y - 13), width: '16', height: '16', rx: '3', fill };
    return [
      { name: 'rect', attributes: place },
      lineOf(label[language], at + SQUARE + 8, y, LEGEND_PX, QUIET, 400),
    ];
  });
  if (items.length === 0) return [];
  const line = { x1: room.x + MARGIN, x2: room.x + room.width - MARGIN, y1: y - 32, y2: y - 32 };
  const ends = Object.entries(line).map(([key, value]) => [key, String(value)]);
  return [
    { name: 'line', attributes: { ...Object.fromEntries(ends), stroke: LINE } },
    {
      name: 'g',
      children: [{ name: 'title', text: WORDS.legend[language] }, ...items],
    },
  ];
}
