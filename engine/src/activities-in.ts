import type { PathwayDocument } from './document.ts';
import { type ActivityDeclaration, growTree } from './tree.ts';

const known = new WeakMap<PathwayDocument, ReadonlyMap<string, ActivityDeclaration>>();

/** The activities of a parsed document by id, each with its step; made once for each document. */
export function activitiesIn(document: PathwayDocument): ReadonlyMap<string, ActivityDeclaration> {
  const activities = known.get(document) ?? growTree(document).activities;
  known.set(document, activities);
  return activities;
}
