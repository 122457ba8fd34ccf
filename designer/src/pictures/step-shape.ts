import type { Language, PathwayDocument } from '@percorso/engine';
import type { XmlElement } from '../exchange/xml.ts';
import type { Box } from '../map/box.ts';
import type { MapNode } from '../map/map-nodes.ts';
import { INK, LINE, QUIET, STAGE_COLOURS } from './stage-colours.ts';
import { textLines } from './text-lines.ts';
import { WORDS } from './words.ts';

const LABEL_PX = 15;
const NOTE_PX = 12.5;
const TITLE_PX = 17;
const LINE_HEIGHT = 1.2;

/** One step as it is drawn in a picture, with its name and help for who does not see it. */
export function stepShape(
  document: PathwayDocument,
  step: MapNode,
  box: Box,
  language: Language,
): XmlElement {
  const isComposite = step.kind === 'group' || step.kind === 'regions';
  const help = document.steps[step.key]?.help?.[language];
  const note = noteOf(step, language);
  return {
    name: 'g',
    attributes: { 'data-step': step.key },
    children: [
      { name: 'title', text: [step.label[language], note].filter(Boolean).join(', ') },
      ...(help ? [{ name: 'desc', text: help }] : []),
      ...(isComposite ? compositeShapes(step, box) : leafShapes(step, box)),
      ...(isComposite
        ? [lineOf(step.label[language], box.x + 16, box.y + 30, TITLE_PX, INK, 600)]
        : leafWords(step, box, note, language)),
    ],
  };
}

/** Its kind where that is not plain, else its stage. */
function noteOf({ kind, stage }: MapNode, language: Language): string {
  if (kind === 'end' || kind === 'regions' || kind === 'return') return WORDS[kind][language];
  return stage?.label[language] ?? '';
}

function colourOf({ stage }: MapNode): string {
  return stage ? STAGE_COLOURS[stage.colour] : LINE;
}

function compositeShapes(step: MapNode, box: Box): XmlElement[] {
  const stroke = colourOf(step);
  const tint = rectangle(box, { fill: stroke, 'fill-opacity': '0.04', stroke: 'none' });
  const dashes = step.kind === 'regions' ? '8 5' : undefined;
  return [tint, rectangle(box, { fill: 'none', stroke, 'stroke-dasharray': dashes })];
}

function leafShapes(step: MapNode, box: Box): XmlElement[] {
  if (step.kind === 'end') {
    const rx = String(box.height / 2);
    const inner = { ...box, x: box.x + 4, y: box.y + 4 };
    const size = { width: box.width - 8, height: box.height - 8 };
    return [
      rectangle(box, { rx, fill: '#fff', stroke: colourOf(step) }),
      rectangle({ ...inner, ...size }, { rx, fill: 'none', stroke: colourOf(step) }),
    ];
  }
  const dashes = step.kind === 'return' ? '2 4' : undefined;
  const bar = { ...box, width: 6 };
  return [
    rectangle(box, { fill: '#fff', stroke: LINE, 'stroke-dasharray': dashes }),
    ...(step.stage ? [rectangle(bar, { rx: '3', fill: colourOf(step), stroke: 'none' })] : []),
  ];
}

function leafWords(step: MapNode, box: Box, note: string, language: Language): XmlElement[] {
  const room = step.kind === 'end' ? box.width - 48 : box.width - 28;
  const labels = textLines(step.label[language], LABEL_PX, room, 2);
  const notes = note === step.label[language] ? [] : textLines(note, NOTE_PX, room, 1);
  const height = LINE_HEIGHT * (labels.length * LABEL_PX + notes.length * NOTE_PX);
  const x = step.kind === 'end' ? box.x + box.width / 2 : box.x + 16;
  const anchor = step.kind === 'end' ? 'middle' : undefined;
  let y = box.y + (box.height - height) / 2 - LABEL_PX * 0.25;
  return [
    ...labels.map((text) => {
      y += LABEL_PX * LINE_HEIGHT;
      return lineOf(text, x, y, LABEL_PX, INK, 600, anchor);
    }),
    ...notes.filter(Boolean).map((text) => {
      y += NOTE_PX * LINE_HEIGHT;
      return lineOf(text, x, y, NOTE_PX, QUIET, 400, anchor);
    }),
  ];
}

function rectangle(
  { x, y, width, height }: Box,
  attributes: Readonly<Record<string, string | undefined>>,
): XmlElement {
  const place = { x: String(x), y: String(y), width: String(width), height: String(height) };
  return { name: 'rect', attributes: { ...place, rx: '8', 'stroke-width': '1.2', ...attributes } };
}

/** One line of words; `y` is its base line. */
export function lineOf(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  weight: number,
  anchor?: string,
): XmlElement {
  const attributes = {
    x: String(x),
    y: String(Math.round(y * 10) / 10),
    'font-size': String(size),
    'font-weight': String(weight),
    fill,
    'text-anchor': anchor,
  };
  return { name: 'text', attributes, text };
}
