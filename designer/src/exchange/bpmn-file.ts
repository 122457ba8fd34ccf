import type { Language, PathwayDocument } from '@percorso/engine';
import { drawArrows } from './bpmn-arrows.ts';
import { blankDrawing } from './bpmn-drawing.ts';
import type { Left } from './bpmn-left.ts';
import { drawSteps } from './bpmn-steps.ts';
import { writeBpmn } from './bpmn-xml.ts';

/**
 * The pathway as BPMN 2.0 with a diagram, its names in one language; `left` lists what BPMN can't
 * say or says only nearly, with the place in the document.
 */
export async function exportBpmn(
  document: PathwayDocument,
  language: Language = 'it',
): Promise<{ readonly xml: string; readonly left: readonly Left[] }> {
  const drawing = blankDrawing(document, language);
  drawSteps(drawing);
  drawArrows(drawing);
  return { xml: await writeBpmn(drawing), left: drawing.left };
}
