import type { Language, PathwayDocument } from '@percorso/engine';
import type { Left } from '../exchange/index.ts';
import { saveFile } from './save-file.ts';

/** The file formats are many lines that few need: they come when they are asked for. */
const formats = () => import('../exchange/index.ts');
const pictures = () => import('../pictures/pathway-picture.ts');

const JSON_TYPE = 'application/json';
const XML_TYPE = 'application/xml';
const SVG_TYPE = 'image/svg+xml';
const PNG_TYPE = 'image/png';
/** For a slide, or a screen with fine pixels. */
const PNG_SCALE = 2;

/** Every file that a pathway can be saved as, in the language of the interface. */
export function savesOf(document: PathwayDocument, language: Language) {
  const { id } = document;
  const svg = async () => (await pictures()).pathwaySvg(document, language);
  return {
    document: async () =>
      saveFile(`${id}.json`, (await formats()).exportDocument(document), JSON_TYPE),
    machine: async () =>
      saveFile(`${id}.machine.json`, (await formats()).exportMachine(document), JSON_TYPE),
    scxml: async () =>
      saveFile(`${id}.scxml`, (await formats()).exportScxml(document, language), XML_TYPE),
    svg: async () => saveFile(`${id}.svg`, await svg(), SVG_TYPE),
    png: async () => {
      const { pngOf } = await import('../pictures/png-of.ts');
      saveFile(`${id}.png`, await pngOf(await svg(), PNG_SCALE), PNG_TYPE);
    },
    /** What BPMN could not say. */
    bpmn: async (): Promise<readonly Left[]> => {
      const { xml, left } = await (await formats()).exportBpmn(document, language);
      saveFile(`${id}.bpmn`, xml, XML_TYPE);
      return left;
    },
  };
}
