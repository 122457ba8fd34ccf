import type { PathwayDocument } from '@percorso/engine';
import { COLOUR_WORDS, type Colour } from './named-words.ts';

export const COLOURS = Object.keys(COLOUR_WORDS) as Colour[];

/** The first colour that no stage has yet; where all are taken, the least used. */
export function freshColour({ stages }: Pick<PathwayDocument, 'stages'>): Colour {
  const uses = (colour: Colour) => stages.filter((stage) => stage.colour === colour).length;
  return COLOURS.reduce((best, one) => (uses(one) < uses(best) ? one : best));
}
