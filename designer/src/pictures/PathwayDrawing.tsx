import type { Language, PathwayDocument } from '@percorso/engine';
import { pathwayPicture } from './pathway-picture.ts';
import { SvgPicture } from './SvgPicture.tsx';

interface Props {
  readonly document: PathwayDocument;
  readonly language: Language;
}

/** A whole pathway, drawn to be looked at only: for paper. */
export function PathwayDrawing({ document, language }: Props) {
  return <SvgPicture picture={pathwayPicture(document, language)} />;
}
