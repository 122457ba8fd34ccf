import type { Outcome, Words } from '@percorso/engine';
import { useReactFlow } from '@xyflow/react';
import type { RefObject } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { type NewStep, newStep } from '../editor/new-step.ts';
import { stepsSelected } from '../editor/selection.ts';
import type { Point } from '../map/box.ts';
import { LEAF_HEIGHT, LEAF_WIDTH, PADDING, PADDING_TOP } from '../map/map-nodes.ts';
import { placeFor } from './place-for.ts';
import type { Picture } from './usePicture.ts';
import { withRoom } from './with-room.ts';
import { WORDS } from './words.ts';

export type Part = NewStep['kind'];

/** What is dragged from the palette, as the browser carries it. */
export const PART_TYPE = 'application/x-percorso-part';

const ONE = { width: LEAF_WIDTH, height: LEAF_HEIGHT };
const HEIGHT = PADDING_TOP + LEAF_HEIGHT + PADDING;
const SIZES: Readonly<Record<Part, { readonly width: number; readonly height: number }>> = {
  step: ONE,
  final: ONE,
  history: ONE,
  group: { width: LEAF_WIDTH + 2 * PADDING, height: HEIGHT },
  regions: { width: LEAF_WIDTH + 2 * PADDING, height: HEIGHT + LEAF_HEIGHT + 40 },
};

/** Whether what was dropped is a part: a page may be given anything. */
export function isPart(value: string): value is Part {
  return Object.hasOwn(SIZES, value);
}

interface Options {
  readonly picture: Picture;
  readonly frame: RefObject<HTMLElement | null>;
  readonly selected: ReadonlySet<string>;
  readonly startRenaming: (step: string) => void;
}

/** New steps: from the palette, where there is room in view; or after another step. */
export function useAdding({ picture, frame, selected, startRenaming }: Options) {
  const { document, runAll, select } = useEditor();
  const flow = useReactFlow();
  const viewMiddle = (): Point => {
    const {
      left = 0,
      top = 0,
      width = 0,
      height = 0,
    } = frame.current?.getBoundingClientRect() ?? {};
    return { x: left + width / 2, y: top + height / 2 };
  };
  const add = (kind: Part, point?: Point, outcome?: Outcome) => {
    const [only, ...others] = selected;
    const chosen = point || others.length > 0 ? undefined : groupOf(picture, only);
    const wanted = flow.screenToFlowPosition(point ?? viewMiddle());
    const { into, at } = placeFor(picture.steps, wanted, SIZES[kind], chosen);
    const asked: NewStep = {
      kind,
      label: WORDS.newParts[kind],
      // A return remembers its group; outside of any, that is the whole pathway.
      into: into ?? (kind === 'history' ? document.machine.id : undefined),
      at,
      first: WORDS.newParts.first,
      region: WORDS.newParts.region,
      ...(kind === 'final' && into === undefined && { outcome: outcome ?? 'completed' }),
    };
    const { key, steps } = newStep(document, asked);
    const placed = kind === 'history' ? [...steps, positionOf(key, at)] : steps;
    if (!runAll(withRoom(document, placed)).ok) return;
    select(stepsSelected(key));
    startRenaming(key);
  };
  const addAfter = (after: string, label: Words, action: NewStep['action'], point?: Point) => {
    const wanted = point && flow.screenToFlowPosition(point);
    const place = wanted && placeFor(picture.steps, wanted, ONE);
    const { key, steps } = newStep(document, {
      kind: 'step',
      label,
      after,
      action,
      ...(place && { into: place.into ?? document.machine.id, at: place.at }),
      first: WORDS.newParts.first,
      region: WORDS.newParts.region,
    });
    if (!runAll(withRoom(document, steps)).ok) return undefined;
    select(stepsSelected(key));
    return key;
  };
  return { add, addAfter };
}

function positionOf(key: string, at: Point) {
  return { name: 'set-positions', parameters: { positions: { [key]: at } } } as const;
}

/** The chosen step, where it is a group into which a new one goes. */
function groupOf({ steps }: Picture, key: string | undefined): string | undefined {
  const step = steps.find((one) => one.key === key);
  return step?.kind === 'group' ? step.key : undefined;
}
