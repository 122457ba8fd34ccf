/** Writes a condition in its dialog, part by part. */
import type { Condition, FactValue, Rule } from '@percorso/engine';
import { operatorsOf } from '../../designer/src/rules/operators.ts';
import { ruleSentence } from '../../designer/src/rules/rule-sentence.ts';
import { WORDS } from '../../designer/src/rules/words.ts';
import { type Book, drawnOn, factName, fieldOf } from './book.ts';
import { box, button, entry, type Hand, list, select, type Thing } from './hand.ts';

/** What a rule is written with. */
interface Desk {
  readonly hand: Hand;
  readonly book: Book;
  /** The target's form whose answers can be read. */
  readonly form: string | undefined;
}

/** In the dialog that has just opened on a new condition: writes it and saves it. */
export async function drawRule(hand: Hand, book: Book, name: string, form?: string): Promise<void> {
  const desk = { hand, book, form };
  await hand.inDialog();
  const root = await hand.page
    .locator('[role=dialog] [data-part]')
    .first()
    .getAttribute('data-part');
  await writePart(desk, root!, book.target.rules[name]!);
  await hand.press(button(WORDS.save.it));
  await hand.inDialog(false);
  book.rules.set(name, Object.keys((await drawnOn(hand.page)).rules).at(-1)!);
}

/** Makes of the empty condition that is there what the rule says. */
async function writePart(desk: Desk, part: string, rule: Rule): Promise<void> {
  if ('fact' in rule) return writeCondition(desk, part, rule);
  if ('not' in rule) {
    await writePart(desk, part, rule.not);
    return fromMenu(desk, part, WORDS.deny.it);
  }
  if ('rule' in rule) throw new Error('A reference is added, not written over');
  const isAll = 'all' in rule;
  const parts = isAll ? rule.all : rule.any;
  const group = await groupedAround(desk, part, parts);
  const kind = isAll ? WORDS.kinds.all : WORDS.kinds.any;
  await desk.hand.pick(select(WORDS.groupKind.it, `${headOf(group)}`), kind.it);
}

const headOf = (group: string) => `[data-part="${group}"] > fieldset > div:first-of-type`;
const footOf = (group: string) => `[data-part="${group}"] > fieldset > div:last-of-type`;

/** The first part goes where the empty condition stands, if it can; the others come after it. */
async function groupedAround(desk: Desk, part: string, parts: readonly Rule[]): Promise<string> {
  const [first, ...others] = parts;
  const isKept =
    first !== undefined && !('rule' in first) && !('all' in first) && !('any' in first);
  if (isKept) await writePart(desk, part, first);
  const around = await groupOf(desk, part);
  let group = around;
  for (const one of isKept ? others : parts) {
    await addPart(desk, group, one);
    group ??= await groupOf(desk, part);
  }
  if (!isKept) await fromMenu(desk, part, WORDS.remove.it);
  return group!;
}

/** The group that a part lies in. */
function groupOf({ hand }: Desk, part: string): Promise<string | undefined> {
  return hand.page.evaluate((id) => {
    const place = document.querySelector(`[data-part="${id}"]`);
    return place?.parentElement?.closest<HTMLElement>('[data-part]')?.dataset.part;
  }, part);
}

async function addPart(desk: Desk, group: string | undefined, rule: Rule): Promise<void> {
  const { hand, book } = desk;
  const what =
    'rule' in rule ? WORDS.named : 'all' in rule || 'any' in rule ? WORDS.group : WORDS.condition;
  const adding = `${WORDS.add.it}: ${what.it.toLowerCase()}`;
  await hand.press(button(adding, group === undefined ? undefined : footOf(group)));
  const added = await focusedPart(hand);
  // A new group has an empty condition in it, on which the focus is.
  if (!('rule' in rule)) return writePart(desk, added, rule);
  const name = book.rules.get(rule.rule)!;
  const sentence = ruleSentence(await drawnOn(hand.page), name, 'it');
  await hand.choose(list(WORDS.named.it, `[data-part="${added}"]`), sentence, name);
}

function focusedPart({ page }: Hand): Promise<string> {
  return page.evaluate(() => {
    const part = document.activeElement?.closest<HTMLElement>('[data-part]');
    if (!part?.dataset.part) throw new Error('The focus is on no part of the condition');
    return part.dataset.part;
  });
}

async function fromMenu({ hand }: Desk, part: string, what: string): Promise<void> {
  const more: Thing = { ...button(WORDS.more.it, `[data-part="${part}"]`), isPrefix: true };
  await hand.press(more);
  await hand.press(entry(what));
}

async function writeCondition(desk: Desk, part: string, condition: Condition): Promise<void> {
  const { hand, book, form } = desk;
  const within = `[data-part="${part}"]`;
  const field = fieldOf(book, condition.fact, form);
  await hand.choose(list(WORDS.fact.it, within), field.label.it, factName(book, condition.fact));
  const said = operatorsOf(field).find(({ op }) => op === condition.op)!;
  await hand.pick(select(WORDS.operator.it, within), said.words.it);
  const { value } = condition;
  if (value === undefined) return;
  const options = field.oneOf ?? field.items?.oneOf ?? [];
  const labelOf = (one: FactValue) => options.find((option) => option.const === one)!.label.it;
  if (typeof value === 'object') {
    for (const one of value) await hand.tick(box(labelOf(one), within));
  } else if (typeof value === 'boolean') {
    await hand.pick(select(WORDS.value.it, within), value ? WORDS.yes.it : WORDS.no.it);
  } else if (options.length > 0) await hand.pick(select(WORDS.value.it, within), labelOf(value));
  else {
    const input: Thing = { kind: 'text', name: WORDS.value.it, isPrefix: true, within };
    await hand.write(input, String(value));
  }
}
