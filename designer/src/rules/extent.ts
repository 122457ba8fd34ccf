import { type PathwayDocument, RULE_DEPTH_MAX, RULE_SIZE_MAX } from '@percorso/engine';
import { own } from '../commands/edit/records.ts';
import { type Draft, draftOf, groupAround, isGroup } from './draft.ts';

interface Extent {
  readonly depth: number;
  readonly size: number;
}

/** How large a draft is with the rules that it refers to written out, as the engine counts. */
export function extentOf(document: PathwayDocument, draft: Draft): Extent {
  const parts = isGroup(draft) ? draft.parts : referred(document, draft);
  const extents = parts.map((part) => extentOf(document, part));
  return {
    depth: 1 + Math.max(0, ...extents.map(({ depth }) => depth)),
    size: extents.reduce((sum, { size }) => sum + size, 1),
  };
}

function referred(document: PathwayDocument, leaf: Draft): readonly Draft[] {
  const rule = leaf.kind === 'rule' ? own(document.rules, leaf.rule) : undefined;
  return rule ? [draftOf(rule)] : [];
}

/** Whether one more condition still has its place, also inside a group of its own. */
export function hasRoom(document: PathwayDocument, draft: Draft, group: number): boolean {
  const { size } = extentOf(document, draft);
  return size + 2 <= RULE_SIZE_MAX && depthOf(draft, group) + 2 <= RULE_DEPTH_MAX;
}

function depthOf(draft: Draft, id: number): number {
  const around = groupAround(draft, id);
  return around ? depthOf(draft, around.id) + 1 : 1;
}
