/** Builds forms, and sets up fields: of a form, or facts of the case, which are fields too. */
import type { Field, ObjectSchema, Option, Words } from '@percorso/engine';
import { KIND_WORDS, kindOf } from '../../designer/src/forms/field-kinds.ts';
import { KNOWN_FIELDS, type KnownField } from '../../designer/src/forms/known-fields.ts';
import { WORDS } from '../../designer/src/forms/words.ts';
import { WORDS as PANEL_WORDS } from '../../designer/src/panels/words.ts';
import { box, button, type Hand, radio, select, text } from './hand.ts';
import { writeWords } from './words-field.ts';

const CARD = '[data-field][data-open]';

/** The kinds of opportunities, as the story page's programme calls them. */
const OPPORTUNITIES: Readonly<Record<string, string>> = {
  orientation: 'Orientamento',
  lab: 'Laboratorio',
  'soft-skills': 'Competenze trasversali',
  training: 'Formazione',
  internship: 'Tirocinio',
};

/** In the dialog that asks for a new form. */
export async function drawForm(hand: Hand, form: ObjectSchema): Promise<void> {
  await writeWords(hand, WORDS.formTitle, form.label);
  for (const [name, field] of Object.entries(form.properties)) {
    const known = knownAs(form, name);
    const kind = known ? known.is.label.it : KIND_WORDS[kindOf(field)].label.it;
    await hand.press(button(`${WORDS.addField.it}: ${kind}`));
    await writeWords(hand, WORDS.label, field.label, { within: CARD });
    // The English of the kind itself is taken for one that nobody has written.
    const isOfKind = field.label.en === KIND_WORDS[kindOf(field)].label.en;
    if (isOfKind && !known) await writeWords(hand, WORDS.label, field.label, { within: CARD });
    if (form.required?.includes(name)) {
      const isConsent = field.format === 'consent';
      const required = isConsent ? WORDS.consentRequired : WORDS.required;
      await hand.tick(box(required.it, CARD));
    }
    await drawField(hand, field, { within: CARD, atStart: WORDS.default, known });
    await writeWords(hand, WORDS.help, field.help, { isLong: true, within: CARD });
  }
  await hand.press(button(WORDS.done.it));
  await hand.inDialog(false);
}

/** The programme knows the outcome of a sub-pathway by the name of its field. */
function knownAs(form: ObjectSchema, name: string): KnownField | undefined {
  const isOfSubPathway = Object.keys(form.properties).join() === 'outcome';
  if (name === 'outcome' && !isOfSubPathway) return undefined;
  return KNOWN_FIELDS.find((known) => known.name === name);
}

interface Setting {
  readonly within: string;
  /** What the value that a field begins with is called. */
  readonly atStart: Words;
  readonly known?: KnownField | undefined;
}

/** What a field is besides its label and its type. */
export async function drawField(hand: Hand, field: Field, setting: Setting): Promise<void> {
  const { within, atStart, known } = setting;
  const options = field.oneOf ?? field.items?.oneOf;
  if (options && known?.is.oneOf) await keepChoices(hand, options, known.is.oneOf, within);
  else if (options) await drawChoices(hand, options, within);
  if (field.format === 'edition' && field.opportunity !== undefined) {
    await hand.pick(select(WORDS.opportunity.it, within), OPPORTUNITIES[field.opportunity]!);
  }
  for (const limit of ['minimum', 'maximum', 'minItems', 'maxItems', 'maxLength'] as const) {
    if (field[limit] === undefined) continue;
    await hand.write(text(WORDS.limits[limit].it, within), String(field[limit]));
    await hand.enter();
  }
  if (kindOf(field) === 'number') await writeWords(hand, WORDS.unit, field.unit, { within });
  if (field.default !== known?.is.default) await drawDefault(hand, field, atStart, within);
  await writeWords(hand, WORDS.noun, field.noun, { within });
}

/** The value at the start; a default is a number, or a yes or no, in the shipped pathways. */
async function drawDefault(hand: Hand, field: Field, atStart: Words, within: string) {
  if (typeof field.default === 'boolean') {
    return hand.tick(radio(field.default ? WORDS.yes.it : WORDS.no.it, within));
  }
  await hand.write(text(atStart.it, within), String(field.default));
  await hand.enter('Tab');
}

/** A new field begins with two choices, to be called anew; the others are written and entered. */
async function drawChoices(hand: Hand, options: readonly Option[], within: string) {
  for (const [index, { label }] of options.entries()) {
    const called = { it: `${WORDS.choice.it} ${index + 1}`, en: '' };
    if (index > 1) {
      await hand.write(text(WORDS.newChoice.it, within), label.it);
      await hand.enter();
      if (label.en === label.it) continue;
    }
    await writeWords(hand, called, label, { within });
  }
}

/** Of the choices that are there only some are wanted. */
async function keepChoices(
  hand: Hand,
  options: readonly Option[],
  there: readonly Option[],
  within: string,
) {
  for (const { const: name, label } of there) {
    const isWanted = options.some((option) => option.const === name);
    if (!isWanted) await hand.press(button(`${WORDS.remove.it}: ${label.it}`, within));
  }
  const left = there.filter((one) => options.some((option) => option.const === one.const));
  for (const [index, { const: name }] of left.entries()) {
    const { label } = options.find((option) => option.const === name)!;
    await writeWords(hand, { it: `${WORDS.choice.it} ${index + 1}`, en: '' }, label, { within });
  }
  // Each goes up as far as the wanted order has it.
  const order = left.map(({ const: name }) => name);
  for (const [to, { const: name, label }] of options.entries()) {
    for (let at = order.indexOf(name); at > to; at -= 1) {
      await hand.press(button(`${PANEL_WORDS.up.it}: ${label.it}`, within));
      order.splice(at - 1, 2, name, order[at - 1]!);
    }
  }
}
