import type { Element, PathwayDocument, Words } from '@percorso/engine';
import { nodesOf } from '../commands/edit/nodes.ts';
import { own } from '../commands/edit/records.ts';
import { transitionsOf } from '../commands/edit/transitions.ts';
import { listed } from '../document-steps.ts';
import { type Selection, stepsSelected } from '../editor/selection.ts';
import {
  activityLabel,
  causeWords,
  formLabel,
  messageLabel,
  ruleWords,
  said,
  stepLabel,
} from '../panels/sentences.ts';

/** Where a finding points: what it is called, and what shows it. */
export interface FoundElement {
  readonly label: Words;
  /** On the drawing; absent for what belongs to the whole pathway. */
  readonly selection?: Selection;
}

/** The element of the present document that a finding is about; undefined where it has gone. */
export function elementOf(document: PathwayDocument, element: Element): FoundElement | undefined {
  const [place = '', name = '', part = ''] = partsOf(element.pointer);
  if (place === 'machine') return inMachine(document, element);
  if (place === 'steps') return stepElement(document, name);
  return ofPathway(document, place, name, part);
}

/** The parts of an RFC 6901 pointer. */
function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function stepElement(document: PathwayDocument, step: string): FoundElement | undefined {
  if (!own(document.steps, step)) return undefined;
  const label = quoted({ it: 'Passo', en: 'Step' }, stepLabel(document, step));
  return { label, selection: stepsSelected(step) };
}

function inMachine(document: PathwayDocument, { pointer }: Element): FoundElement | undefined {
  const around = nodesOf(document).filter(({ path }) => isWithin(pointer, path));
  const innermost = around.at(-1);
  if (!innermost) return undefined;
  const { key, node, path } = innermost;
  const rest = pointer.slice(path.length);
  const found = transitionsOf(node).find((one) => isWithin(rest, one.path));
  const label = stepLabel(document, key);
  if (found) {
    const { cause, index } = found;
    const why = causeWords(document, key, cause);
    return {
      label: said((language) => `${label[language]}: ${why[language]}`),
      selection: { kind: 'transition', place: { from: key, ...cause, index } },
    };
  }
  const place = /^\/invoke(?:\/(\d+))?/.exec(rest);
  const activity = place && listed(node.invoke)[Number(place[1] ?? 0)]?.id;
  if (activity) {
    return {
      label: quoted({ it: 'Attività', en: 'Activity' }, activityLabel(document, key, activity)),
      selection: { kind: 'activity', step: key, activity },
    };
  }
  return innermost.parent === undefined ? { label: document.title } : stepElement(document, key);
}

const isWithin = (pointer: string, path: string) =>
  pointer === path || pointer.startsWith(`${path}/`);

const KINDS = {
  actions: { it: 'Azione', en: 'Action' },
  forms: { it: 'Modulo', en: 'Form' },
  rules: { it: 'Condizione', en: 'Condition' },
  messages: { it: 'Messaggio', en: 'Message' },
  stages: { it: 'Fase', en: 'Stage' },
  data: { it: 'Dato del caso', en: 'Fact of the case' },
  participant: { it: 'Dato della persona', en: 'Fact of the person' },
} as const;

/** What has no place on the drawing: actions, forms, rules, facts. */
function ofPathway(document: PathwayDocument, place: string, name: string, part: string) {
  const labels: Readonly<Record<string, () => Words | undefined>> = {
    actions: () => own(document.actions, name)?.label,
    forms: () => (own(document.forms, name) ? formLabel(document, name) : undefined),
    rules: () => (own(document.rules, name) ? ruleWords(document, name) : undefined),
    messages: () => (own(document.messages, name) ? messageLabel(document, name) : undefined),
    stages: () => document.stages[Number(name)]?.label,
    data: () => own(document.data.properties, part)?.label,
    participant: () => own(document.participant.properties, part)?.label,
  };
  const label = own(labels, place)?.();
  return label && { label: quoted(KINDS[place as keyof typeof KINDS], label) };
}

function quoted(kind: Words, label: Words): Words {
  return { it: `${kind.it} «${label.it}»`, en: `${kind.en} “${label.en}”` };
}
