/** Draws the steps with the list: by its keys, its dialog, and the panel beside it. */
import type { MachineNode, PathwayDocument } from '@percorso/engine';
import { OUTCOME_WORDS } from '../../designer/src/outcome-words.ts';
import { WORDS as OUTLINE } from '../../designer/src/outline/words.ts';
import { ELEMENT } from '../../designer/src/panels/element/words.ts';
import { button, type Hand, select, text } from './hand.ts';
import { goToLine } from './outline-lines.ts';

const { dialog: SAY } = OUTLINE;
const PANEL = 'aside';
type Path = readonly string[];

/** Draws every step of the target into a pathway that has only its first. */
export async function drawStepsByOutline(hand: Hand, target: PathwayDocument): Promise<void> {
  const { machine } = target;
  const outline = { hand, target };
  await rename(outline, ['Inizio'], labelOf(target, machine.initial!));
  await others(outline, [], machine);
}

interface Outline {
  readonly hand: Hand;
  readonly target: PathwayDocument;
}

const labelOf = ({ steps }: PathwayDocument, key: string) => steps[key]!.label.it;

async function rename({ hand }: Outline, path: Path, label: string): Promise<void> {
  await goToLine(hand.page, path);
  await hand.page.keyboard.press('F2');
  await hand.page.keyboard.insertText(label);
  await hand.page.keyboard.press('Enter');
}

/** All the steps inside one, after the one with which it begins, and what is inside of each. */
async function others(outline: Outline, path: Path, node: MachineNode): Promise<void> {
  const { target } = outline;
  const { [node.initial!]: first, ...rest } = node.states ?? {};
  const begin = [...path, labelOf(target, node.initial!)];
  if (first) await fill(outline, begin, first);
  for (const [key, child] of Object.entries(rest)) {
    await insertAfter(outline, begin, key, child);
    await fill(outline, [...path, labelOf(target, key)], child);
  }
}

/** What is inside a step that is there. */
async function fill(outline: Outline, path: Path, node: MachineNode): Promise<void> {
  if (!node.states) return;
  if (node.type === 'parallel') return fillRegions(outline, path, node);
  const { hand, target } = outline;
  const proposed = (await innerLabels(hand, path))[0] ?? (await addInside(hand, path));
  await rename(outline, [...path, proposed], labelOf(target, node.initial!));
  await others(outline, path, node);
}

/** Two branches are proposed; the panel has a button for more. */
async function fillRegions(outline: Outline, path: Path, node: MachineNode): Promise<void> {
  const { hand, target } = outline;
  for (const [index, key] of Object.keys(node.states ?? {}).entries()) {
    if (index > 1) await inPanel(hand, path, ELEMENT.addBranch.it);
    const proposed = index > 1 ? ELEMENT.branch.it : `${SAY.region.it} ${index + 1}`;
    await rename(outline, [...path, proposed], labelOf(target, key));
    await fill(outline, [...path, labelOf(target, key)], node.states![key]!);
  }
}

async function inPanel(hand: Hand, path: Path, what: string): Promise<void> {
  await goToLine(hand.page, path);
  await hand.page.keyboard.press('Enter');
  await hand.press(button(what, PANEL));
}

async function addInside(hand: Hand, path: Path): Promise<string> {
  await inPanel(hand, path, ELEMENT.addInside.it);
  return ELEMENT.newStep.it;
}

const KIND_OF = {
  parallel: SAY.kinds.regions,
  final: SAY.kinds.final,
  history: SAY.kinds.history,
} as const;

/** Beside a step, without a way to it yet. */
async function insertAfter({ hand, target }: Outline, after: Path, key: string, node: MachineNode) {
  await goToLine(hand.page, after);
  await hand.page.keyboard.press('Insert');
  await hand.inDialog();
  await hand.write(text(SAY.name.it), labelOf(target, key));
  const kind = node.type ? KIND_OF[node.type] : node.states ? SAY.kinds.group : SAY.kinds.step;
  await hand.pick(select(SAY.what.it), kind.it);
  const { outcome } = target.steps[key]!;
  if (outcome) await hand.pick(select(SAY.outcome.it), OUTCOME_WORDS[outcome].it);
  if (node.type === 'history') {
    await hand.pick(select(SAY.where.it), `${SAY.inside.it} «${after.at(-2)}»`);
  } else await hand.pick(select(SAY.how.it), SAY.noWay.it);
  await hand.press(button(SAY.add.it));
  await hand.inDialog(false);
}

/** The labels of the steps directly inside one, as the list shows them. */
function innerLabels({ page }: Hand, path: Path): Promise<string[]> {
  return page.evaluate(
    (wanted) => {
      const lines = [...document.querySelectorAll<HTMLElement>('[role=treeitem][data-kind=step]')];
      const stack: string[] = [];
      const inner: string[] = [];
      for (const line of lines) {
        stack.length = Number(line.getAttribute('aria-level')) - 1;
        stack.push(line.querySelector('span[class*=label]')?.textContent?.trim() ?? '');
        const isInside = stack.length === wanted.length + 1;
        if (isInside && wanted.every((one, at) => one === stack[at])) inner.push(stack.at(-1)!);
      }
      return inner;
    },
    [...path],
  );
}
