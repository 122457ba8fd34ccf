import { readFileSync } from 'node:fs';
import { type PathwayDocument, parseDocument } from '@percorso/engine';

const PATHWAYS = [
  'internship',
  'mig-work-groups',
  'mig-work-neet',
  'mig-work-precarious',
  'mig-work-students',
];

/** The pathways that come with the programme, for tests of what a coordinator opens. */
export const shipped: readonly PathwayDocument[] = PATHWAYS.map((id) => {
  const url = new URL(`../../../../definitions/${id}/pathway.json`, import.meta.url);
  const parsed = parseDocument(readFileSync(url, 'utf8'));
  if (!parsed.ok) throw new Error(`${id} does not parse`);
  return parsed.document;
});
