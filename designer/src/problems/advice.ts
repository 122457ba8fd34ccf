import type { Finding, Words } from '@percorso/engine';

/**
 * What to do about a finding that no command mends by itself, which takes a person's judgement.
 * Those about words say it in their message.
 */
const ADVICE: Readonly<Record<string, Words>> = {
  'document-invalid': {
    it: 'Correggi ciò che è indicato, oppure annulla l’ultima modifica.',
    en: 'Correct what is said, or undo the last edit.',
  },
  'rule-never-true': {
    it: 'Apri la condizione e allarga i valori, o togli quelli che si escludono.',
    en: 'Open the condition and widen its values, or take away those that exclude each other.',
  },
  'rule-always-true': {
    it: 'Restringi i valori della condizione, o toglila dai passaggi che la chiedono.',
    en: 'Narrow the values of the condition, or take it from the transitions that ask for it.',
  },
  'rule-unused': {
    it: 'Chiedila in un passaggio, o togli prima la condizione che la richiama.',
    en: 'Ask for it in a transition, or remove the condition that refers to it first.',
  },
  'form-unused': {
    it: 'Chiedilo in un’attività, o togli prima l’azione che lo richiede.',
    en: 'Ask for it in an activity, or remove the action that asks for it first.',
  },
  'endless-round': {
    it: 'Fa’ che un passaggio del giro aspetti un’azione, o dai una fine alla sua condizione.',
    en: 'Let one transition of the round wait for an action, or give its condition an end.',
  },
  'dead-end': {
    it: 'Disegna un passaggio che porti via di qui: un’azione, una scadenza o la fine di un’attività.',
    en: 'Draw a transition that leads away: an action, a deadline or the end of an activity.',
  },
  'no-outcome': {
    it: 'Disegna un passaggio che da qui porti, prima o poi, a un esito.',
    en: 'Draw a transition that leads from here to an outcome, sooner or later.',
  },
  'no-way-back': {
    it: 'Disegna un passaggio che da qui riporti alla strategia.',
    en: 'Draw a transition that leads from here back to the strategy.',
  },
  'transition-never-taken': {
    it: 'Fa’ che tutti i rami possano arrivare insieme alla fine, o togli il passaggio.',
    en: 'Let all branches come to their end together, or remove the transition.',
  },
};

export function adviceOn({ check, repair }: Finding): Words | undefined {
  return repair ? undefined : ADVICE[check];
}
