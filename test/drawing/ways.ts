/** Draws the ways out of the step whose panel is open. */
import type { MachineTransition, Words } from '@percorso/engine';
import { type OwnTransition, transitionsOf } from '../../designer/src/commands/edit/transitions.ts';
import { formOf } from '../../designer/src/commands/uses/use.ts';
import { CAUSE_WORDS, CONNECT } from '../../designer/src/panels/connect/words.ts';
import { EFFECTS } from '../../designer/src/panels/effects/words.ts';
import { ELEMENT } from '../../designer/src/panels/element/words.ts';
import { TRANSITION } from '../../designer/src/panels/transition/words.ts';
import { ruleSentence } from '../../designer/src/rules/rule-sentence.ts';
import { type Book, drawnOn } from './book.ts';
import { drawRule } from './conditions.ts';
import {
  back,
  drawDuration,
  drawEffects,
  PANEL,
  separate,
  type Work,
  writeEffect,
} from './details.ts';
import { box, button, type Hand, list, radio, select, text } from './hand.ts';

/** Every way out of the step, those of one cause in their order. */
export async function drawWays(work: Work): Promise<void> {
  for (const way of transitionsOf(work.node)) {
    await begin(work, way);
    await work.hand.inDialog();
    await connect(work, way);
    await work.hand.inDialog(false);
    await drawMore(work, way);
    await back(work);
  }
}

/** With the arrow drawn on the drawing, where that can be; else from the panel. */
async function begin({ hand, book, step, drag }: Work, { transition }: OwnTransition) {
  const to = book.names.steps.get(transition.target?.replace(/^#/, '') ?? '');
  const from = book.names.steps.get(step)!;
  if (to !== undefined && (await drag?.(hand, from, to))) return;
  await hand.press(button(ELEMENT.connect.it, PANEL));
}

/** The dialog: where to, when, and if what, where that is written already. */
async function connect(work: Work, way: OwnTransition): Promise<void> {
  const { hand, book } = work;
  const target = way.transition.target?.replace(/^#/, '');
  const to = target === undefined ? CONNECT.stays.it : book.target.steps[target]!.label.it;
  await hand.choose(list(CONNECT.to.it), to, target && book.names.steps.get(target));
  await drawCause(work, way);
  if (target === undefined) await drawStaying(work, way);
  const { guard } = way.transition;
  const rule = guard === undefined ? undefined : book.rules.get(guard);
  if (rule !== undefined) {
    await hand.choose(list(CONNECT.condition.it), await sentenceOf(hand, rule), rule);
  }
  await hand.press(button(CONNECT.connect.it));
}

/** A way that leaves nothing needs something that happens: the first is asked for at once. */
async function drawStaying({ hand, book, node }: Work, way: OwnTransition): Promise<void> {
  const [first] = separate(way.transition.actions);
  const isMessage = first!.type === 'message';
  const what = isMessage ? EFFECTS.addMessage : EFFECTS.addRecord;
  await hand.pick(select(CONNECT.whatHappens.it), what.it);
  await writeEffect({ hand, book }, first!, formOf(book.target, node, way.cause), undefined);
}

async function drawCause({ hand, book, node }: Work, { cause }: OwnTransition): Promise<void> {
  // An action is the most usual cause, and chosen already.
  if (cause.kind !== 'action') await hand.tick(labelled(CAUSE_WORDS[cause.kind].label));
  switch (cause.kind) {
    case 'action':
      return hand.choose(list(CONNECT.action.it), book.target.actions[cause.name!]!.label.it);
    case 'timer':
      return drawDuration(hand, CONNECT.howLong, cause.name!);
    case 'done':
    case 'failed': {
      const activities = [node.invoke ?? []].flat();
      const { input } = activities.find(({ id }) => id === cause.name)!;
      return hand.choose(list(CONNECT.activity.it), input.label.it);
    }
  }
}

const labelled = (words: Words) => ({ ...radio(words.it), isPrefix: true });

async function sentenceOf(hand: Hand, rule: string): Promise<string> {
  const sentence = ruleSentence(await drawnOn(hand.page), rule, 'it');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What the dialog does not ask: in the panel of the transition, which has opened. */
async function drawMore(work: Work, way: OwnTransition): Promise<void> {
  const { hand, book } = work;
  const { transition } = way;
  const form = formOf(book.target, work.node, way.cause);
  await drawNewRule(hand, book, transition, form);
  const effects = separate(transition.actions).slice(transition.target === undefined ? 1 : 0);
  await drawEffects(work, effects, EFFECTS.onTheWay, form);
  if (transition.reenter) await hand.tick(box(TRANSITION.reenter.it, PANEL));
  if (transition.description) {
    await hand.write(text(TRANSITION.note.it, PANEL), transition.description);
    await hand.enter('Tab');
  }
}

async function drawNewRule(
  hand: Hand,
  book: Book,
  { guard }: MachineTransition,
  form: string | undefined,
): Promise<void> {
  if (guard === undefined || book.rules.has(guard)) return;
  await hand.press(button(TRANSITION.newRule.it, PANEL));
  await drawRule(hand, book, guard, form);
}
