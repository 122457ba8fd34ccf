import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PathwayDocument, parseDocument } from '@percorso/engine';

const NAMES = [
  'internship',
  'mig-work-groups',
  'mig-work-neet',
  'mig-work-precarious',
  'mig-work-students',
];
const DEFINITIONS = join(import.meta.dirname, '../../../../definitions');

/** The five pathways of the programme, by id. */
export const SHIPPED: readonly (readonly [string, PathwayDocument])[] = NAMES.map((name) => {
  const parsed = parseDocument(readFileSync(join(DEFINITIONS, name, 'pathway.json'), 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  return [name, parsed.document] as const;
});
