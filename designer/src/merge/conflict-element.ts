import type { PathwayDocument, Words } from '@percorso/engine';
import { own } from '../commands/edit/records.ts';
import { placedActivities } from '../commands/uses/use.ts';
import { PATHWAY } from './part.ts';

interface Titled {
  readonly element: { readonly type: string; readonly key: string; readonly step?: string };
  readonly title: Words;
}

const NOUNS: Readonly<Record<string, Words>> = {
  step: { it: 'Il passo', en: 'The step' },
  activity: { it: 'L’attività', en: 'The activity' },
  rule: { it: 'La condizione', en: 'The condition' },
  form: { it: 'Il modulo', en: 'The form' },
  field: { it: 'Il campo', en: 'The field' },
  fact: { it: 'Il dato', en: 'The fact' },
  action: { it: 'L’azione', en: 'The action' },
  message: { it: 'Il messaggio', en: 'The message' },
  stage: { it: 'La fase', en: 'The stage' },
};

/** The name of an element in the first document that has it. */
export function elementTitle(documents: readonly PathwayDocument[], element: string): Titled {
  const [type = '', ...rest] = element.split('/');
  const noun = own(NOUNS, type);
  if (element === PATHWAY || !noun) {
    return { element: { type: 'pathway', key: '' }, title: THE_PATHWAY };
  }
  const key = rest.join('/');
  const found = documents.flatMap((one) => labelOf(one, type, rest) ?? []);
  const { label, step } = found[0] ?? { label: { it: key, en: key } };
  const title = { it: `${noun.it} «${label.it}»`, en: `${noun.en} “${label.en}”` };
  return { element: { type, key, ...(step !== undefined && { step }) }, title };
}

const THE_PATHWAY: Words = { it: 'Il percorso', en: 'The pathway' };

interface Labelled {
  readonly label: Words;
  readonly step?: string;
}

function labelOf(
  document: PathwayDocument,
  type: string,
  [name = '', inner = '']: readonly string[],
): Labelled | undefined {
  if (type === 'activity') {
    const found = placedActivities(document).find(({ activity }) => activity.id === name);
    return found && { label: found.activity.input.label, step: found.step };
  }
  const label = words(document, type, name, inner);
  return label && { label, ...(type === 'step' && { step: name }) };
}

function words(document: PathwayDocument, type: string, name: string, inner: string) {
  switch (type) {
    case 'step':
      return own(document.steps, name)?.label;
    case 'rule':
      return own(document.rules, name) && { it: name, en: name };
    case 'form':
      return own(document.forms, name)?.label;
    case 'field':
      return own(own(document.forms, name)?.properties, inner)?.label;
    case 'fact': {
      const schema = name === 'case' ? document.data : document.participant;
      return own(schema.properties, inner)?.label;
    }
    case 'action':
      return own(document.actions, name)?.label;
    case 'message':
      return own(document.messages, name)?.subject;
    default:
      return document.stages.find(({ id }) => id === name)?.label;
  }
}
