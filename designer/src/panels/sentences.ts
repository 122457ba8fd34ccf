import {
  describeRule,
  type MachineTransition,
  type PathwayDocument,
  type Words,
} from '@percorso/engine';
import { findNode } from '../commands/edit/nodes.ts';
import { own } from '../commands/edit/records.ts';
import type { Cause } from '../commands/edit/transitions.ts';
import { listed, targetOf } from '../document-steps.ts';
import { durationWords } from '../duration-words.ts';

const NOWHERE: Words = { it: 'Resta qui', en: 'Stays here' };
const IF: Words = { it: 'se', en: 'if' };

/** A text of which nothing is known in either language. */
function plain(text: string): Words {
  return { it: text, en: text };
}

/** Both languages of a sentence at once. */
export function said(say: (language: keyof Words) => string): Words {
  return { it: say('it'), en: say('en') };
}

/** A name within a sentence, as each language sets it off. */
export function quoted(text: string, language: keyof Words): string {
  return language === 'it' ? `«${text}»` : `“${text}”`;
}

/** As a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As a sentence goes on. */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What a step is called; the pathway itself by its title. */
export function stepLabel(document: PathwayDocument, step: string): Words {
  if (step === document.machine.id) return document.title;
  return own(document.steps, step)?.label ?? plain(step);
}

export function activityLabel(document: PathwayDocument, step: string, activity: string): Words {
  const found = findNode(document, step);
  if ('code' in found) return plain(activity);
  return (
    listed(found.node.invoke).find(({ id }) => id === activity)?.input.label ?? plain(activity)
  );
}

/** What makes a transition happen: «Azione «Convoca»», «Dopo 14 giorni». */
export function causeWords(document: PathwayDocument, from: string, cause: Cause): Words {
  const name = cause.name ?? '';
  switch (cause.kind) {
    case 'action': {
      const label = own(document.actions, name)?.label ?? plain(name);
      return { it: `Azione «${label.it}»`, en: `Action “${label.en}”` };
    }
    case 'timer': {
      const duration = durationWords(name);
      return said((language) => capital(duration[language]));
    }
    case 'done': {
      const label = activityLabel(document, from, name);
      return { it: `«${label.it}» si conclude`, en: `“${label.en}” is done` };
    }
    case 'failed': {
      const label = activityLabel(document, from, name);
      return { it: `«${label.it}» non riesce`, en: `“${label.en}” fails` };
    }
    case 'completed':
      return { it: 'Il gruppo è completo', en: 'The group is complete' };
    case 'always':
      return { it: 'Subito, da sé', en: 'At once, by itself' };
  }
}

/** Where a transition leads and under which condition: «Formazione, se l’età è almeno 18 anni». */
export function wayWords(document: PathwayDocument, transition: MachineTransition): Words {
  const target = targetOf(transition);
  const to = target === undefined ? NOWHERE : stepLabel(document, target);
  if (transition.guard === undefined) return to;
  const rule = ruleWords(document, transition.guard);
  return said((language) => `${to[language]}, ${IF[language]}: ${uncapital(rule[language])}`);
}

/** A named rule as its sentence: rules have no other name that a coordinator knows. */
export function ruleWords(document: PathwayDocument, rule: string): Words {
  return own(document.rules, rule) ? describeRule(document, rule) : plain(rule);
}

/** What a form is called. */
export function formLabel(document: PathwayDocument, form: string): Words {
  return own(document.forms, form)?.label ?? plain(form);
}

/** A message by its subject. */
export function messageLabel(document: PathwayDocument, message: string): Words {
  return own(document.messages, message)?.subject ?? plain(message);
}
