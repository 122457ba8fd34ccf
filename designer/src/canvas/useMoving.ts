import { type NodeChange, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { type Box, boxAroundAll, type Point } from '../map/box.ts';
import type { MapNode } from '../map/map-nodes.ts';
import { absoluteBoxes } from './boxes.ts';
import type { CanvasNode } from './canvas-nodes.ts';
import { dropSteps, groupUnder, type Moves } from './drop.ts';
import { type Guide, snap } from './snap.ts';
import { topsOf } from './tops.ts';

interface Hand {
  readonly moves: Moves;
  readonly guides: readonly Guide[];
  readonly dropTarget: string | undefined;
}

const EMPTY: Hand = { moves: new Map(), guides: [], dropTarget: undefined };
/** Arrow keys that follow each other faster are one edit. */
const BURST_MS = 600;

/** Steps in the hand: dragged or pushed by arrow keys, and put into the document when let go. */
export function useMoving(steps: readonly MapNode[], selected: ReadonlySet<string>) {
  const editor = useEditor();
  const flow = useReactFlow();
  const [hand, setHand] = useState(EMPTY);
  const isFree = useRef(false);
  const burst = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ steps, hand, editor });
  latest.current = { ...latest.current, steps, editor };
  const put = useCallback((next: Hand) => {
    latest.current.hand = next;
    setHand(next);
  }, []);

  const letGo = useCallback(
    (isRegrouping: boolean) => {
      clearTimeout(burst.current);
      const now = latest.current;
      if (now.hand.moves.size === 0) return;
      const { document, runAll } = now.editor;
      const commands = dropSteps(document, now.steps, now.hand.moves, isRegrouping);
      put(EMPTY);
      if (commands.length > 0) runAll(commands);
    },
    [put],
  );
  // What was pushed and not yet put down is kept when the drawing goes.
  useEffect(() => () => letGo(false), [letGo]);

  const drag = (changes: readonly NodeChange<CanvasNode>[]) => {
    const moves = new Map<string, Point>();
    for (const change of changes) {
      if (change.type === 'position' && change.dragging && change.position)
        moves.set(change.id, change.position);
    }
    if (moves.size > 0) put(handOf(steps, moves, isFree.current ? undefined : flow.getZoom()));
  };
  const push = (by: Point) => {
    const { moves } = latest.current.hand;
    const next = new Map(
      topsOf(steps, selected).map((step): [string, Point] => {
        const at = moves.get(step.key) ?? step;
        return [step.key, { x: at.x + by.x, y: at.y + by.y }];
      }),
    );
    put({ ...EMPTY, moves: next });
    clearTimeout(burst.current);
    burst.current = setTimeout(() => letGo(false), BURST_MS);
  };
  const onDrag = useMemo(
    () => (event: { readonly altKey: boolean }) => {
      isFree.current = event.altKey;
    },
    [],
  );
  return { ...hand, drag, push, letGo, onDrag };
}

/** What is in hand, in line with what it comes near to; without a zoom it goes where it is led. */
function handOf(steps: readonly MapNode[], moves: Moves, zoom: number | undefined): Hand {
  const boxes = absoluteBoxes(steps);
  const moving = new Set(moves.keys());
  const parts: Box[] = [];
  const others: Box[] = [];
  for (const step of steps) {
    const at = moves.get(step.key);
    const around = step.parent === undefined ? undefined : boxes.get(step.parent);
    if (at) parts.push({ ...step, x: (around?.x ?? 0) + at.x, y: (around?.y ?? 0) + at.y });
    else if (step.parent !== undefined && moving.has(step.parent)) moving.add(step.key);
    else others.push(boxes.get(step.key) as Box);
  }
  const box = boxAroundAll(parts);
  const { by, guides } =
    box && zoom !== undefined ? snap(box, others, zoom) : { by: { x: 0, y: 0 }, guides: [] };
  const snapped = new Map(
    [...moves].map(([key, { x, y }]): [string, Point] => [key, { x: x + by.x, y: y + by.y }]),
  );
  const [key] = moves.keys();
  const under = key === undefined ? undefined : groupUnder(steps, snapped, key);
  return { moves: snapped, guides, dropTarget: under };
}
