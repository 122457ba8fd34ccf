/** Writes what belongs to the whole pathway: stages, facts, forms, messages, actions. */
import type { Field, PathwayDocument, Words } from '@percorso/engine';
import { ROOM_LABELS } from '../../designer/src/editor/rooms.ts';
import { KIND_WORDS, kindOf } from '../../designer/src/forms/field-kinds.ts';
import { CONNECT } from '../../designer/src/panels/connect/words.ts';
import {
  COLOUR_WORDS,
  EMPHASIS_WORDS,
  RECIPIENT_WORDS,
  ROLE_WORDS,
} from '../../designer/src/panels/named-words.ts';
import { PATHWAY } from '../../designer/src/panels/pathway/words.ts';
import { WORDS } from '../../designer/src/panels/words.ts';
import { drawField, drawForm } from './forms.ts';
import { box, button, type Hand, list, radio, select, tab } from './hand.ts';
import { writeWords } from './words-field.ts';

const OPEN = '[data-open]';

/** Opens one section of the room of the whole pathway, and closes it when it is done. */
export async function inSection(
  hand: Hand,
  section: Words,
  work: () => Promise<void>,
): Promise<void> {
  await hand.press(tab(ROOM_LABELS.pathway.it));
  const control = { ...button(section.it), isPrefix: true, within: 'h2' };
  await hand.press(control);
  await work();
  await hand.press(control);
}

/** Adds one thing by its name. */
async function add(hand: Hand, what: Words, name: Words, label: Words): Promise<void> {
  await hand.press(button(what.it));
  await writeWords(hand, name, label, { isNew: true });
}

export async function drawAbout(hand: Hand, target: PathwayDocument): Promise<void> {
  await hand.press(tab(ROOM_LABELS.pathway.it));
  await writeWords(hand, PATHWAY.title, target.title);
  await writeWords(hand, PATHWAY.summary, target.summary, { isLong: true });
  await hand.tick(radio(PATHWAY.subjects[target.subject].it));
  const about = { ...button(PATHWAY.sections.about.it), isPrefix: true, within: 'h2' };
  await hand.press(about);
}

export async function drawStages(hand: Hand, target: PathwayDocument): Promise<void> {
  await inSection(hand, PATHWAY.sections.stages, async () => {
    for (const { label, colour } of target.stages) {
      await add(hand, PATHWAY.addStage, PATHWAY.newStage, label);
      await hand.tick(radio(COLOUR_WORDS[colour].it, OPEN));
    }
  });
}

export async function drawFacts(hand: Hand, target: PathwayDocument): Promise<void> {
  await inSection(hand, PATHWAY.sections.facts, async () => {
    for (const field of Object.values(target.data.properties)) await drawFact(hand, field);
  });
}

async function drawFact(hand: Hand, field: Field): Promise<void> {
  await add(hand, PATHWAY.addFact, PATHWAY.newFact, field.label);
  await hand.pick(select(PATHWAY.factKind.it, OPEN), KIND_WORDS[kindOf(field)].label.it);
  await drawField(hand, field, { within: OPEN, atStart: PATHWAY.atStart });
}

export async function drawForms(hand: Hand, target: PathwayDocument): Promise<void> {
  await inSection(hand, PATHWAY.sections.forms, async () => {
    for (const form of Object.values(target.forms)) {
      await hand.press(button(PATHWAY.addForm.it));
      await hand.inDialog();
      await drawForm(hand, form);
    }
  });
}

export async function drawMessages(hand: Hand, target: PathwayDocument): Promise<void> {
  await inSection(hand, PATHWAY.sections.messages, async () => {
    for (const { to, subject, body } of Object.values(target.messages)) {
      await add(hand, PATHWAY.addMessage, PATHWAY.newMessageSubject, subject);
      await hand.pick(select(PATHWAY.recipient.it, OPEN), RECIPIENT_WORDS[to].it);
      await writeWords(hand, PATHWAY.body, body, { isLong: true, within: OPEN });
    }
  });
}

export async function drawActions(hand: Hand, target: PathwayDocument): Promise<void> {
  await inSection(hand, PATHWAY.sections.actions, async () => {
    for (const action of Object.values(target.actions)) {
      await add(hand, PATHWAY.addAction, PATHWAY.newAction, action.label);
      await writeWords(hand, WORDS.help, action.help, { isLong: true, within: OPEN });
      const form = action.form === undefined ? undefined : target.forms[action.form]?.label?.it;
      if (form) await hand.choose(list(PATHWAY.actionForm.it, OPEN), form);
      // First those that are added: the last role of an action can't be taken away.
      for (const role of action.roles) await hand.tick(box(ROLE_WORDS[role].it, OPEN));
      if (!action.roles.includes('case-manager'))
        await hand.tick(box(ROLE_WORDS['case-manager'].it, OPEN), false);
      const emphasis = EMPHASIS_WORDS[action.emphasis ?? 'normal'].it;
      await hand.pick(select(CONNECT.emphasis.it, OPEN), emphasis);
    }
  });
}
