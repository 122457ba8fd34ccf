import type { StageDeclaration } from '@percorso/engine';

/** The colours of stages in a picture, which has no page around it to take them from. */
export const STAGE_COLOURS: Readonly<Record<StageDeclaration['colour'], string>> = {
  blue: '#0066cc',
  teal: '#077f7b',
  green: '#007a52',
  amber: '#b36b00',
  orange: '#b84a00',
  purple: '#6b3fa0',
  grey: '#5c6f82',
};

export const INK = '#17324d';
export const QUIET = '#4b5f73';
export const LINE = '#a3adb7';
export const ARROW = '#5c6f82';
