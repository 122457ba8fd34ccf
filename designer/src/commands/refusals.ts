import type { Words } from '@percorso/engine';
import type { CommandRefusal } from './command.ts';

/** Every reason of a command's own; whatever else is wrong, `parseDocument` says. */
const REFUSALS = {
  'parameters-wrong': (what) => ({
    it: `Il valore indicato non va bene: serve ${what.it}.`,
    en: `The value given is not right: ${what.en} is needed.`,
  }),
  'step-unknown': (what) => ({
    it: `Il passo «${what.it}» non c’è: forse è stato tolto.`,
    en: `There is no step “${what.en}”: it may have been removed.`,
  }),
  'name-unknown': (what) => ({
    it: `Non c’è ${what.it}, o non c’è più.`,
    en: `There is no ${what.en}, or no longer.`,
  }),
  'name-taken': (what) => ({
    it: `Il nome «${what.it}» è già usato: scegline un altro.`,
    en: `The name “${what.en}” is in use already: choose another.`,
  }),
  'in-use': (what) => ({
    it: `È ancora in uso: ${what.it}. Prima va tolto da lì.`,
    en: `It is still in use: ${what.en}. Remove it from there first.`,
  }),
  'whole-pathway': () => ({
    it: 'Vale per un passo, non per il percorso intero.',
    en: 'This is for a step, not for the whole pathway.',
  }),
  'last-step': () => ({
    it: 'È l’unico passo: almeno uno deve restare.',
    en: 'It is the only step: at least one must stay.',
  }),
  'next-ambiguous': (what) => ({
    it: `Dal passo «${what.it}» si va in più passi, o in nessuno: scegli dove portano i passaggi.`,
    en: `Step “${what.en}” leads to several steps, or none: choose where the transitions lead.`,
  }),
  'group-needed': (what) => ({
    it: `Il passo «${what.it}» non contiene altri passi: serve un gruppo.`,
    en: `Step “${what.en}” contains no steps: a group is needed.`,
  }),
  'regions-needed': (what) => ({
    it: `Il gruppo «${what.it}» non ha rami paralleli.`,
    en: `Group “${what.en}” has no parallel branches.`,
  }),
  'sequence-needed': (what) => ({
    it: `Il gruppo «${what.it}» ha già rami paralleli.`,
    en: `Group “${what.en}” has parallel branches already.`,
  }),
  'simple-step-needed': (what) => ({
    it: `Serve un passo normale: «${what.it}» è un gruppo, un ritorno o un passo finale.`,
    en: `An ordinary step is needed: “${what.en}” is a group, a return or a final step.`,
  }),
  'final-step': (what) => ({
    it: `«${what.it}» è un passo finale o un ritorno: non aspetta e da lì non si prosegue.`,
    en: `“${what.en}” is a final step or a return: nothing waits there, and nothing leads on.`,
  }),
  'step-busy': (what) => ({
    it: `Da «${what.it}» si va altrove, o qui si aspetta qualcosa: prima va tolto.`,
    en: `From “${what.en}” one goes elsewhere, or something is waited for: remove that first.`,
  }),
  'ends-differ': () => ({
    it: 'Un passo finale chiude il caso, oppure solo un gruppo: spostandolo cambierebbe significato.',
    en: 'A final step ends the case, or only a group: moved there, it would change its meaning.',
  }),
  'not-beside': () => ({
    it: 'I passi devono stare uno accanto all’altro, nello stesso gruppo.',
    en: 'The steps must stand side by side, in the same group.',
  }),
  'inside-itself': (what) => ({
    it: `Il passo «${what.it}» non può stare dentro sé stesso.`,
    en: `Step “${what.en}” can't be inside itself.`,
  }),
  'transition-unknown': () => ({
    it: 'Il passaggio non c’è: forse è stato tolto.',
    en: 'There is no such transition: it may have been removed.',
  }),
  'effect-unknown': () => ({
    it: 'La conseguenza non c’è: forse è stata tolta.',
    en: 'There is no such effect: it may have been removed.',
  }),
  'order-wrong': () => ({
    it: 'Il nuovo ordine deve contenere gli stessi elementi, ciascuno una volta.',
    en: 'The new order must hold the same elements, each of them once.',
  }),
  'transitions-between': (what) => ({
    it: `Ci sono passaggi fra i rami (${what.it}): prima vanno tolti.`,
    en: `Transitions lead from one branch to another (${what.en}): remove them first.`,
  }),
  'transitions-across': (what) => ({
    it: `Ci sono passaggi che attraversano il bordo (${what.it}): prima vanno tolti o spostati.`,
    en: `Transitions cross the border (${what.en}): remove or move them first.`,
  }),
  'group-waits': (what) => ({
    it: `Il gruppo «${what.it}» ha attività, passaggi o conseguenze: prima vanno tolti.`,
    en: `Group “${what.en}” has activities, transitions or effects of its own: remove them first.`,
  }),
  'no-way-in': (what) => ({
    it: `Nessun passaggio porta al passo «${what.it}», o il gruppo comincia da lì.`,
    en: `No transition leads to step “${what.en}”, or its group begins there.`,
  }),
  'no-way-between': () => ({
    it: 'Nessun passaggio va dal primo passo al secondo.',
    en: 'No transition leads from the first step to the second.',
  }),
  'rule-shared': (what) => ({
    it: `La condizione «${what.it}» legge anche un altro modulo: prima va divisa in due.`,
    en: `Condition “${what.en}” reads another form, too: divide it in two first.`,
  }),
  'pathway-needed': () => ({
    it: 'Serve un passo che aspetta questo sotto-percorso, e nient’altro.',
    en: 'A step is needed that waits for this sub-pathway, and for nothing else.',
  }),
  'pathway-acts-whole': (what) => ({
    it: `«${what.it}» ha passaggi o attività che valgono per ogni suo passo: qui non si può portare.`,
    en: `“${what.en}” has transitions or activities for all of its steps: it can't be brought here.`,
  }),
  'answer-lost': (what) => ({
    it: `Il seguito dipende dalla risposta di «${what.it}», che non arriverebbe più: prima cambialo.`,
    en: `What follows depends on the answer of “${what.en}”, which would come no more: change it first.`,
  }),
  'fact-copied': (what) => ({
    it: `Il sotto-percorso riceve in «${what.it}» un dato del partecipante: qui non si può copiare.`,
    en: `The sub-pathway gets a fact of the participant as “${what.en}”: it can't be copied here.`,
  }),
  'facts-needed-outside': (what) => ({
    it: `Questi dati servono anche fuori dal gruppo, e un sotto-percorso non li restituisce: ${what.it}.`,
    en: `These facts are needed outside the group too; a sub-pathway can't give them back: ${what.en}.`,
  }),
  'undo-conflict': (what) => ({
    it: `Dopo la tua modifica è cambiato lo stesso punto: non si può annullare da sola. ${what.it}.`,
    en: `The same place was changed after your edit: it can't be undone alone. ${what.en}.`,
  }),
} as const satisfies Record<string, (what: Words) => Words>;

export type RefusalWords = typeof REFUSALS;

/** A refusal; `what` is what it is about: a name, or a description in each language. */
export function refuse(
  code: keyof RefusalWords,
  what: string | Words = '',
  path?: string,
): CommandRefusal {
  const about = typeof what === 'string' ? { it: what, en: what } : what;
  const say: (what: Words) => Words = REFUSALS[code];
  return { code, words: say(about), ...(path !== undefined && { path }) };
}
