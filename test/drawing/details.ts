/** Says everything of a step in the panel beside it: words, stage, activities, ways out, effects. */
import type {
  ActivityInput,
  MachineEffect,
  MachineInvoke,
  MachineNode,
  RecordValue,
  Words,
} from '@percorso/engine';
import { WORDS as FORMS } from '../../designer/src/forms/words.ts';
import { ACTIVITY } from '../../designer/src/panels/activity/words.ts';
import { DURATION_UNITS, spanOf } from '../../designer/src/panels/duration.ts';
import { EFFECTS } from '../../designer/src/panels/effects/words.ts';
import { ELEMENT } from '../../designer/src/panels/element/words.ts';
import { ACTIVITY_WORDS, ROLE_WORDS } from '../../designer/src/panels/named-words.ts';
import { WORDS } from '../../designer/src/panels/words.ts';
import type { Book } from './book.ts';
import type { Way } from './draw-pathway.ts';
import { box, button, entry, type Hand, list, radio, select, text } from './hand.ts';
import { drawWays } from './ways.ts';
import { writeWords } from './words-field.ts';

export const PANEL = 'aside';

/** Who draws, with what, on the step whose panel is open. */
export interface Work {
  readonly hand: Hand;
  readonly book: Book;
  /** The step, by its name in the target. */
  readonly step: string;
  readonly node: MachineNode;
  readonly drag?: Way['drag'];
}

/** Everything of a step, once all the steps are there and its panel is open. */
export async function drawStep(work: Work): Promise<void> {
  const { hand, book, step, node } = work;
  const { label, help, stage } = book.target.steps[step]!;
  await writeWords(hand, WORDS.name, label, { within: PANEL });
  await writeWords(hand, WORDS.help, help, { isLong: true, within: PANEL });
  const { label: stageLabel } = book.target.stages.find(({ id }) => id === stage) ?? {};
  if (stageLabel) await hand.look(list(ELEMENT.stage.it, PANEL), stageLabel.it);
  if (node.type === 'history') return drawReturn(work);
  for (const activity of [node.invoke ?? []].flat() as MachineInvoke[]) {
    await drawActivity(work, activity);
  }
  for (const moment of ['entry', 'exit'] as const) {
    await drawEffects(work, node[moment] ?? [], EFFECTS[moment], undefined);
  }
  await drawWays(work);
}

async function drawReturn({ hand, book, node }: Work): Promise<void> {
  await hand.tick(radio(ELEMENT.memories[node.history ?? 'shallow'].it, PANEL));
  const otherwise = node.target?.replace(/^#/, '');
  if (otherwise === undefined) return;
  const label = book.target.steps[otherwise]!.label.it;
  await hand.choose(list(ELEMENT.otherwise.it, PANEL), label, book.names.steps.get(otherwise));
}

/** Goes back to the step's panel from one of its activities or ways. */
export async function back({ hand, book, step }: Work): Promise<void> {
  await hand.press(button(book.target.steps[step]!.label.it, `${PANEL} [class*=room]`));
}

async function drawActivity(work: Work, { src, input }: MachineInvoke): Promise<void> {
  const { hand, book } = work;
  await hand.press(button(ELEMENT.addActivity.it, PANEL));
  await hand.press(entry(ACTIVITY_WORDS[src].label.it));
  await writeWords(hand, WORDS.name, input.label, { within: PANEL });
  await writeWords(hand, WORDS.help, input.help, { isLong: true, within: PANEL });
  await drawAssignee(work, input);
  if (input.due) {
    await hand.tick(box(ACTIVITY.hasDue.it, PANEL));
    await drawDuration(hand, ACTIVITY.due, input.due, PANEL);
    await hand.enter('Tab');
  }
  await drawKind(work, input);
  const form = input.form === undefined ? undefined : book.target.forms[input.form]?.label?.it;
  if (form) await hand.choose(list(ACTIVITY.form.it, PANEL), form);
  await back(work);
}

async function drawAssignee({ hand, book }: Work, { assignee }: ActivityInput): Promise<void> {
  if (!assignee) return;
  const who = list(ACTIVITY.who.it, PANEL);
  if ('role' in assignee) {
    return hand.choose(who, ROLE_WORDS[assignee.role].it, `role:${assignee.role}`);
  }
  const { organisation } = assignee;
  if (typeof organisation === 'string') throw new Error('No shipped activity names one');
  const fact = organisation.fact.replace('case.', '');
  const { label } = book.target.data.properties[fact]!;
  await hand.choose(who, label.it, `fact:case.${book.names.facts.get(fact)}`);
}

/** What only an activity of one kind needs to know. */
async function drawKind({ hand, book }: Work, input: ActivityInput): Promise<void> {
  const { target } = book;
  const factLabel = (fact: string) => target.data.properties[fact.replace('case.', '')]!.label.it;
  for (const key of ['edition', 'at', 'place'] as const) {
    const reference = input[key];
    if (reference) await hand.choose(list(ACTIVITY[key].it, PANEL), factLabel(reference.fact));
  }
  for (const key of ['enrolled', 'waiting'] as const) {
    const message = input.messages?.[key];
    if (message === undefined) continue;
    await hand.choose(list(ACTIVITY[key].it, PANEL), target.messages[message]!.subject.it);
  }
  for (const [name, value] of Object.entries(input.data ?? {})) {
    if (typeof value !== 'object' || !('fact' in value)) continue;
    // What the sub-pathway calls it; its own names stay.
    const called = { edition: 'Tirocinio', promoter: 'Ente promotore' }[name]!;
    await hand.choose(list(ACTIVITY.handMore.it, PANEL), called);
    await hand.choose(list(called, PANEL), factLabel(value.fact));
  }
}

/** A number and its unit. */
export async function drawDuration(hand: Hand, label: Words, iso: string, within?: string) {
  const span = spanOf(iso)!;
  await hand.write(text(label.it, within), String(span.count));
  const unit = WORDS.units[DURATION_UNITS.find((one) => one === span.unit)!];
  await hand.pick(select(`${label.it}: ${WORDS.unit.it.toLowerCase()}`, within), unit.it);
}

/** The effects one by one: a record of several facts is several. */
export function separate(effects: readonly MachineEffect[] = []): readonly MachineEffect[] {
  return effects.flatMap((effect): MachineEffect[] =>
    effect.type === 'message'
      ? [effect]
      : Object.entries(effect.params).map(([fact, value]) => ({
          type: 'record',
          params: { [fact]: value },
        })),
  );
}

type Drawer = Pick<Work, 'hand' | 'book'>;

/** What is recorded and sent at one place; `form` is the target's whose answers can be recorded. */
export async function drawEffects(
  work: Drawer,
  effects: readonly MachineEffect[],
  title: Words,
  form: string | undefined,
): Promise<void> {
  const { hand } = work;
  for (const effect of separate(effects)) {
    await hand.press(button(`${WORDS.add.it}: ${title.it}`, PANEL));
    const what = effect.type === 'message' ? EFFECTS.addMessage : EFFECTS.addRecord;
    await hand.press(entry(what.it));
    await writeEffect(work, effect, form, PANEL);
    await hand.press(button(WORDS.add.it, PANEL));
  }
}

/** One effect, in the fields that ask for it. */
export async function writeEffect(
  { hand, book }: Drawer,
  effect: MachineEffect,
  form: string | undefined,
  within: string | undefined,
): Promise<void> {
  if (effect.type === 'message') {
    const { subject } = book.target.messages[effect.params.message]!;
    return hand.choose(list(EFFECTS.message.it, within), subject.it);
  }
  const [[fact, value] = []] = Object.entries(effect.params);
  await hand.choose(list(EFFECTS.fact.it, within), book.target.data.properties[fact!]!.label.it);
  await writeRecorded({ hand, book }, value!, form, within);
}

async function writeRecorded(
  { hand, book }: Drawer,
  value: RecordValue,
  form: string | undefined,
  within: string | undefined,
): Promise<void> {
  const way = (words: Words) => hand.pick(select(EFFECTS.how.it, within), words.it);
  if (value === null) return way(EFFECTS.ways.forget);
  if (typeof value === 'object' && 'answer' in value) {
    await way(EFFECTS.ways.answer);
    const { label } = book.target.forms[form!]!.properties[value.answer]!;
    return hand.choose(list(EFFECTS.answer.it, within), label.it);
  }
  if (typeof value === 'object' && 'add' in value) {
    await way(EFFECTS.ways.add);
    if (value.add !== 1) await hand.write(text(EFFECTS.amount.it, within), String(value.add));
    return;
  }
  await way(EFFECTS.ways.value);
  if (typeof value === 'boolean') {
    return hand.tick(radio(value ? FORMS.yes.it : FORMS.no.it, within));
  }
  await hand.write(text(EFFECTS.value.it, within), String(value));
}
