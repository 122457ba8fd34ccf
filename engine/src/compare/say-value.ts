import { durationInWords } from '../check/example/duration-in-words.ts';
import { quoted } from '../check/words.ts';
import type { Language, PathwayDocument, Words } from '../document.ts';
import { isDuration } from '../duration.ts';
import { own } from '../parse/scope.ts';
import { fieldOfFact, inBoth } from '../rules/fact-words.ts';
import { stepName } from './comparison.ts';

/** Any part of a document as people read it; what has a name is told by it. */
export function valueSaid(document: PathwayDocument, property: string, value: unknown): Words {
  return inBoth((language) => said(document, property, value, language) || EMPTY[language]);
}

const EMPTY: Words = { it: '(vuoto)', en: '(empty)' };

function said(
  document: PathwayDocument,
  property: string,
  value: unknown,
  language: Language,
): string {
  if (typeof value === 'string') return textSaid(document, property, value, language);
  if (typeof value === 'boolean') return { it: ['no', 'sì'], en: ['no', 'yes'] }[language][+value]!;
  if (typeof value === 'number') return String(value).replace('.', { it: ',', en: '.' }[language]);
  if (Array.isArray(value)) {
    return value.map((one) => said(document, property, one, language)).join(', ');
  }
  if (typeof value !== 'object' || value === null) return { it: 'nessuno', en: 'none' }[language];
  return objectSaid(document, value, language);
}

function textSaid(
  document: PathwayDocument,
  property: string,
  text: string,
  language: Language,
): string {
  const named = nameOf(document, property, text);
  if (named) return quoted(named, language);
  if (property === 'due' && isDuration(text)) return durationInWords(text, language);
  return text && quoted({ it: text, en: text }, language);
}

/** The label of what a property refers to by its key. */
function nameOf(document: PathwayDocument, property: string, key: string): Words | undefined {
  switch (property) {
    case 'form':
      return own(document.forms, key)?.label;
    case 'stage':
      return document.stages.find(({ id }) => id === key)?.label;
    case 'initial':
    case 'target':
      return stepName(document, key.replace(/^#/, ''));
    case 'message':
    case 'enrolled':
    case 'waiting':
      return own(document.messages, key)?.subject;
    case 'fact':
      return fieldOfFact(document, key)?.label;
    case 'role':
    case 'roles':
    case 'to':
      return own(WHO, key);
    default:
      return undefined;
  }
}

const WHO: Readonly<Record<string, Words>> = {
  coordinator: { it: 'coordinatore', en: 'coordinator' },
  'case-manager': { it: 'case manager', en: 'case manager' },
  'partner-operator': { it: 'operatore del partner', en: 'partner operator' },
  monitor: { it: 'valutatore', en: 'monitor' },
  youth: { it: 'giovane', en: 'youth' },
  administrator: { it: 'amministratore', en: 'administrator' },
  participant: { it: 'giovane', en: 'youth' },
  guardian: { it: 'chi ha la tutela', en: 'guardian' },
  organisation: { it: 'ente', en: 'organisation' },
};

function objectSaid(document: PathwayDocument, value: object, language: Language): string {
  if (isWords(value)) return quoted(value, language);
  if ('const' in value && 'label' in value) return said(document, '', value.label, language);
  if ('type' in value && 'params' in value) return objectSaid(document, value.params!, language);
  return Object.entries(value)
    .map(([name, inner]) => partSaid(document, name, inner, language))
    .join(', ');
}

function partSaid(document: PathwayDocument, name: string, value: unknown, language: Language) {
  const label = own(PARTS, name) ?? fieldOfFact(document, `case.${name}`)?.label;
  const inner = said(document, name, value, language);
  return `${label ? label[language].toLowerCase() : name}: ${inner}`;
}

const PARTS: Readonly<Record<string, Words>> = {
  add: { it: 'più', en: 'plus' },
  answer: { it: 'risposta', en: 'answer' },
  enrolled: { it: 'con il posto', en: 'with a seat' },
  fact: { it: 'dato', en: 'fact' },
  message: { it: 'messaggio', en: 'message' },
  organisation: { it: 'ente', en: 'organisation' },
  role: { it: 'ruolo', en: 'role' },
  waiting: { it: 'in lista d’attesa', en: 'on the waiting list' },
};

export function isWords(value: unknown): value is Words {
  if (typeof value !== 'object' || value === null) return false;
  return 'it' in value && 'en' in value && typeof value.it === 'string';
}
