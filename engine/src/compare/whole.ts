import type {
  ActionDeclaration,
  MessageDeclaration,
  StageDeclaration,
  Words,
} from '../document.ts';
import { own } from '../parse/scope.ts';
import { inBoth } from '../rules/fact-words.ts';
import { type Comparison, difference } from './comparison.ts';
import { type Declared, declarationDifferences, phrasesOf } from './declarations.ts';
import type { Difference, Subject } from './difference.ts';
import { isSame, propertyDifferences } from './property-differences.ts';

const ACTIONS: Declared = {
  type: 'action',
  phrases: phrasesOf(['Nuova azione', 'L’azione', 'dell’azione', 'non c’è più'], 'action'),
  nameOf: (action) => (action as ActionDeclaration).label,
};
const MESSAGES: Declared = {
  type: 'message',
  phrases: phrasesOf(
    ['Nuovo messaggio', 'Il messaggio', 'del messaggio', 'non c’è più'],
    'message',
  ),
  nameOf: (message) => (message as MessageDeclaration).subject,
  named: 'subject',
};
const STAGES: Declared = {
  type: 'stage',
  phrases: phrasesOf(['Nuova fase', 'La fase', 'della fase', 'non c’è più'], 'stage'),
  nameOf: (stage) => (stage as StageDeclaration).label,
};

const TOLD_APART = [
  ...['$schema', 'participant', 'data', 'forms', 'rules', 'actions', 'messages', 'stages'],
  ...['steps', 'machine'],
];

/** The pathway's own words, and what it is about. */
export function wordsDifferences(comparison: Comparison): Difference[] {
  const [before, after] = [comparison.before.document, comparison.after.document];
  const whose = { it: 'del percorso', en: 'of the pathway' };
  const subject = (key: string, place: string[]): Subject => ({ type: 'words', key, place });
  const machines = [{ id: before.machine.id }, { id: after.machine.id }] as const;
  const machine = { it: 'della macchina', en: 'of the machine' };
  return [
    ...propertyDifferences(comparison, subject('', []), whose, [before, after], TOLD_APART),
    ...propertyDifferences(comparison, subject('', ['machine']), machine, machines),
  ].map((one) => ({ ...one, element: { ...one.element, key: one.element.path.slice(1) } }));
}

export function actionDifferences(comparison: Comparison): Difference[] {
  const [before, after] = [comparison.before.document, comparison.after.document];
  const actions = [before.actions, after.actions] as const;
  const messages = [before.messages, after.messages] as const;
  return [
    ...declarationDifferences(comparison, ACTIONS, (key) => ['actions', key], actions),
    ...declarationDifferences(comparison, MESSAGES, (key) => ['messages', key], messages),
  ];
}

export function stageDifferences(comparison: Comparison): Difference[] {
  const lists = [comparison.before.document.stages, comparison.after.document.stages] as const;
  const [before, after] = lists.map((stages) =>
    Object.fromEntries(stages.map((stage) => [stage.id, stage])),
  );
  const placeOf = (key: string) => {
    const list = own(after!, key) ? lists[1] : lists[0];
    return ['stages', list.findIndex(({ id }) => id === key)];
  };
  const orders = lists.map((stages) =>
    stages.map(({ id }) => id).filter((id) => own(before!, id) && own(after!, id)),
  );
  const order: Subject = { type: 'stage', key: 'stages', place: ['stages'] };
  return [
    ...declarationDifferences(comparison, STAGES, placeOf, [before!, after!]),
    ...(isSame(orders[0], orders[1])
      ? []
      : [difference(comparison, 'changed', order, STAGE_ORDER)]),
  ];
}

const STAGE_ORDER: Words = {
  it: 'Cambia l’ordine delle fasi',
  en: 'The order of the stages changed',
};

/** How the drawing is laid out says nothing about the pathway: one difference for all of it. */
export function layoutDifferences(comparison: Comparison): Difference[] {
  const [before, after] = [comparison.before.document.steps, comparison.after.document.steps];
  const count = Object.keys(after).filter((key) => {
    const was = own(before, key);
    return was && !isSame(was.at, own(after, key)!.at);
  }).length;
  if (count === 0) return [];
  const words = inBoth((language) => (count === 1 ? ONE : MANY)[language].replace('#', `${count}`));
  const subject: Subject = { type: 'layout', key: 'layout', place: ['steps'] };
  return [difference(comparison, 'changed', subject, words)];
}

const ONE: Words = {
  it: 'Cambia la disposizione del disegno: un passo è spostato',
  en: 'The layout of the drawing changed: one step is elsewhere',
};
const MANY: Words = {
  it: 'Cambia la disposizione del disegno: # passi sono spostati',
  en: 'The layout of the drawing changed: # steps are elsewhere',
};
