import {
  copyOf,
  type Draft,
  type DraftGroup,
  type GroupKind,
  groupAround,
  isGroup,
  newCondition,
  newGroup,
  partOf,
} from './draft.ts';

/** The draft with one part put in another's place; the others stay the very same. */
export function withPart(draft: Draft, id: number, change: (part: Draft) => Draft): Draft {
  if (draft.id === id) return change(draft);
  return isGroup(draft)
    ? { ...draft, parts: draft.parts.map((part) => withPart(part, id, change)) }
    : draft;
}

function withParts(
  draft: Draft,
  group: number,
  change: (parts: readonly Draft[]) => readonly Draft[],
): Draft {
  return withPart(draft, group, (one) => ({ ...one, parts: change((one as DraftGroup).parts) }));
}

/** The draft with one more part in a group; beside a lone condition, both come to be one. */
export function withAdded(draft: Draft, group: number, part: Draft): Draft {
  const into = partOf(draft, group);
  if (into && isGroup(into)) return withParts(draft, group, (parts) => [...parts, part]);
  return withPart(draft, group, (one) => newGroup('all', one, part));
}

/** The draft without a part; the whole is never left empty. */
export function without(draft: Draft, id: number): Draft {
  const group = groupAround(draft, id);
  if (!group) return newCondition();
  return withParts(draft, group.id, (parts) => parts.filter((part) => part.id !== id));
}

/** The part twice, the copy after it. */
export function duplicated(draft: Draft, id: number): Draft {
  const part = partOf(draft, id);
  const group = groupAround(draft, id);
  if (!part) return draft;
  if (!group || group.kind === 'not') return withPart(draft, id, (one) => both(one));
  return withParts(draft, group.id, (parts) =>
    parts.flatMap((one) => (one.id === id ? [one, copyOf(one)] : [one])),
  );
}

function both(part: Draft): Draft {
  return newGroup('all', part, copyOf(part));
}

/** Whether there is a place for the part before or after it. */
export function mayMove(draft: Draft, id: number, by: -1 | 1): boolean {
  const parts = groupAround(draft, id)?.parts ?? [];
  return parts[parts.findIndex((part) => part.id === id) + by] !== undefined;
}

export function moved(draft: Draft, id: number, by: -1 | 1): Draft {
  const group = groupAround(draft, id);
  if (!group || !mayMove(draft, id, by)) return draft;
  return withParts(draft, group.id, (parts) => {
    const at = parts.findIndex((part) => part.id === id);
    return parts.with(at, parts[at + by]!).with(at + by, parts[at]!);
  });
}

/** A group that means something else; «not» denies one thing, so several come to be a group. */
export function withKind(draft: Draft, id: number, kind: GroupKind): Draft {
  return withPart(draft, id, (part) => {
    if (!isGroup(part) || part.kind === kind) return part;
    if (kind !== 'not' || part.parts.length < 2) return { ...part, kind };
    return newGroup('not', part);
  });
}

/** The part with a group of its own around it. */
export function wrapped(draft: Draft, id: number, kind: GroupKind): Draft {
  return withPart(draft, id, (part) => newGroup(kind, part));
}

/** Whether a group's parts could stand where the group stands. */
export function mayUnwrap(draft: Draft, id: number): boolean {
  const part = partOf(draft, id);
  if (!part || !isGroup(part)) return false;
  const around = groupAround(draft, id);
  return part.parts.length === 1 || (around !== undefined && around.kind !== 'not');
}

/** The group gone, its parts in its place. */
export function unwrapped(draft: Draft, id: number): Draft {
  const part = partOf(draft, id);
  if (!part || !isGroup(part) || !mayUnwrap(draft, id)) return draft;
  if (part.parts.length === 1) return withPart(draft, id, () => part.parts[0]!);
  return withParts(draft, groupAround(draft, id)!.id, (parts) =>
    parts.flatMap((one) => (one.id === id ? part.parts : [one])),
  );
}
