import type { Words } from '../document.ts';
import * as limits from '../limits.ts';
import { type DocumentProblem, type Place, type ProblemCode, pointer } from './problem.ts';

/** Every code that `parseDocument` can answer with: what is wrong («what»), what would be right. */
export const PROBLEMS = {
  'not-json': () => ({
    it: 'Non è un testo JSON valido: serve un solo oggetto JSON completo.',
    en: 'This is not valid JSON: one complete JSON object is needed.',
  }),
  'key-duplicate': (what) => ({
    it: `La voce «${what}» compare due volte nello stesso oggetto: togline una.`,
    en: `The key “${what}” appears twice in the same object: remove one of them.`,
  }),
  'character-forbidden': (what) => ({
    it: `Il testo contiene un carattere invisibile che non si può usare (${what}): va tolto.`,
    en: `The text contains an invisible character that may not be used (${what}): remove it.`,
  }),
  'too-large': () => ({
    it: `La definizione supera ${limits.DOCUMENT_BYTES_MAX} byte: va divisa in sotto-percorsi.`,
    en: `The document is over ${limits.DOCUMENT_BYTES_MAX} bytes: split it into sub-pathways.`,
  }),
  'nested-too-deep': () => ({
    it: `Le parentesi sono annidate per più di ${limits.NESTING_MAX} livelli: vanno ridotte.`,
    en: `Brackets are nested over ${limits.NESTING_MAX} levels deep: use fewer.`,
  }),
  'name-reserved': (what) => ({
    it: `Il nome «${what}» è riservato al linguaggio: scegline un altro.`,
    en: `The name “${what}” is reserved by the language: choose another.`,
  }),
  'name-malformed': (_what, right) => ({
    it: `Il nome o il testo non ha la forma richiesta. Serve: ${right}.`,
    en: `The name or text does not have the required form. Needed: ${right}.`,
  }),
  'key-missing': (what) => ({
    it: `Manca la voce «${what}»: va aggiunta.`,
    en: `The key “${what}” is missing: add it.`,
  }),
  'key-unknown': (what) => ({
    it: `La voce «${what}» non è prevista qui: va tolta.`,
    en: `The key “${what}” is not allowed here: remove it.`,
  }),
  'type-wrong': (what) => ({
    it: `Il tipo del valore non va bene: deve essere ${what}.`,
    en: `The value has the wrong type: it must be ${what}.`,
  }),
  'value-not-allowed': (what) => ({
    it: `Il valore non è ammesso. Valori possibili: ${what}.`,
    en: `The value is not allowed. Possible values: ${what}.`,
  }),
  'size-wrong': (what) => ({
    it: `La misura è fuori dai limiti: ${what}.`,
    en: `The size is outside the limits: ${what}.`,
  }),
  'states-too-many': (what) => ({
    it: `I passi sono ${what}: al massimo ${limits.STATE_COUNT_MAX}.`,
    en: `There are ${what} steps: at most ${limits.STATE_COUNT_MAX}.`,
  }),
  'states-too-deep': (what) => ({
    it: `Il passo «${what}» è annidato per più di ${limits.STATE_DEPTH_MAX} livelli.`,
    en: `Step “${what}” is nested more than ${limits.STATE_DEPTH_MAX} levels deep.`,
  }),
  'transitions-too-many': (what) => ({
    it: `I passaggi sono ${what}: al massimo ${limits.TRANSITION_COUNT_MAX}.`,
    en: `There are ${what} transitions: at most ${limits.TRANSITION_COUNT_MAX}.`,
  }),
  'transition-empty': () => ({
    it: 'Questo passaggio non porta da nessuna parte e non fa nulla: di’ dove porta o cosa succede.',
    en: 'This transition leads nowhere and does nothing: say where it leads, or what happens.',
  }),
  'regions-out-of-bounds': (what) => ({
    it: `I rami paralleli sono ${what}: da ${limits.REGION_COUNT_MIN} a ${limits.REGION_COUNT_MAX}.`,
    en:
      `There are ${what} parallel regions: ` +
      `have ${limits.REGION_COUNT_MIN} to ${limits.REGION_COUNT_MAX}.`,
  }),
  'regions-together-too-many': (what) => ({
    it: `Un caso starebbe in ${what} passi insieme: al massimo ${limits.REGIONS_TOGETHER_MAX}.`,
    en: `A case would stand in ${what} steps at once: at most ${limits.REGIONS_TOGETHER_MAX}.`,
  }),
  'step-duplicate': (what) => ({
    it: `Il passo «${what}» compare più volte: ogni passo ha un nome suo in tutta la definizione.`,
    en: `Step “${what}” appears more than once: a step's key is unique in the document.`,
  }),
  'step-id-differs': (what) => ({
    it: `L’id del passo deve essere il suo stesso nome, «${what}», o mancare.`,
    en: `The step's id must be its own key, “${what}”, or be left out.`,
  }),
  'step-undeclared': (what) => ({
    it: `Il passo «${what}» non è descritto in “steps”: aggiungi il suo nome.`,
    en: `Step “${what}” is not described in “steps”: add its label there.`,
  }),
  'step-not-in-machine': (what) => ({
    it: `Il passo «${what}» è descritto ma non è nella macchina: toglilo o disegnalo.`,
    en: `Step “${what}” is described but not in the machine: remove or draw it.`,
  }),
  'node-misfit': (what, right) => ({
    it: `«${what}» non si addice a questo tipo di passo. ${right}`,
    en: `“${what}” does not fit this kind of step. ${right}`,
  }),
  'initial-missing': (what) => ({
    it: `Il passo «${what}» contiene passi ma non dice da quale si comincia: indica “initial”.`,
    en: `Step “${what}” contains steps but names no “initial” one: name it.`,
  }),
  'initial-not-a-child': (what, right) => ({
    it: `“initial” è «${what}», che non è un passo interno. Possibili: ${right}.`,
    en: `“initial” is “${what}”, which is not a direct child. Possible: ${right}.`,
  }),
  'target-unknown': (what, right) => ({
    it: `Il passaggio porta a «${what}», che non esiste. ${right}`,
    en: `The transition leads to “${what}”, which does not exist. ${right}`,
  }),
  'outcome-missing': (what) => ({
    it: `Il passo finale «${what}» non dice l’esito: indica “outcome” nella sua descrizione.`,
    en: `Final step “${what}” has no outcome: set “outcome” where it is described.`,
  }),
  'outcome-misplaced': (what) => ({
    it: `Il passo «${what}» non chiude il caso, quindi non ha un esito: togli “outcome”.`,
    en: `Step “${what}” does not end the case, so it has no outcome: remove “outcome”.`,
  }),
  'stage-unknown': (what, right) => ({
    it: `La fase «${what}» non esiste. Possibili: ${right}.`,
    en: `Stage “${what}” does not exist. Possible: ${right}.`,
  }),
  'stage-duplicate': (what) => ({
    it: `La fase «${what}» è dichiarata due volte: ne basta una.`,
    en: `Stage “${what}” is declared twice: once is enough.`,
  }),
  'guard-unknown': (what, right) => ({
    it: `La condizione «${what}» non esiste. Possibili: ${right}.`,
    en: `Rule “${what}” does not exist. Possible: ${right}.`,
  }),
  'action-unknown': (what, right) => ({
    it: `L’azione «${what}» non è dichiarata in “actions”. Dichiarate: ${right}.`,
    en: `Action “${what}” is not declared in “actions”. Declared: ${right}.`,
  }),
  'form-unknown': (what, right) => ({
    it: `Il modulo «${what}» non esiste. Possibili: ${right}.`,
    en: `Form “${what}” does not exist. Possible: ${right}.`,
  }),
  'message-unknown': (what, right) => ({
    it: `Il messaggio «${what}» non esiste. Possibili: ${right}.`,
    en: `Message “${what}” does not exist. Possible: ${right}.`,
  }),
  'placeholder-unknown': (what, right) => ({
    it: `Il messaggio usa {${what}}, che non si può sostituire. Possibili: ${right}.`,
    en: `The message uses {${what}}, which can't be replaced. Possible: ${right}.`,
  }),
  'fact-unknown': (what, right) => ({
    it: `Il dato «${what}» non è dichiarato. Dichiarati: ${right}.`,
    en: `Fact “${what}” is not declared. Declared: ${right}.`,
  }),
  'fact-private': (what) => ({
    it: `«${what}» è un testo libero o un recapito: non può essere un dato né decidere un passaggio.`,
    en: `“${what}” is free text or a way to reach a person: it can't be a fact or decide anything.`,
  }),
  'fact-misfit': (what, right) => ({
    it: `Il dato «${what}» è di un altro tipo. Serve: ${right}.`,
    en: `Fact “${what}” is of another type. Needed: ${right}.`,
  }),
  'answer-field-unknown': (what, right) => ({
    it: `Il campo «${what}» non è nel modulo che arriva qui. Possibili: ${right}.`,
    en: `Field “${what}” is not in the form that comes here. Possible: ${right}.`,
  }),
  'answer-not-here': (what) => ({
    it: `Qui non arriva nessuna risposta da cui leggere «${what}»: registrala prima in un dato.`,
    en: `No answer arrives here from which “${what}” could be read: record it as a fact before.`,
  }),
  'record-misfit': (what, right) => ({
    it: `Ciò che si registra non va bene per il dato «${what}»: ${right}`,
    en: `What is recorded does not fit fact “${what}”: ${right}`,
  }),
  'operator-misfit': (what, right) => ({
    it: `Il confronto «${what}» non si addice a questo dato. Possibili: ${right}.`,
    en: `Operator “${what}” does not fit this fact. Possible: ${right}.`,
  }),
  'operand-misfit': (what, right) => ({
    it: `Il valore del confronto con «${what}» non va bene: ${right}`,
    en: `The value that “${what}” is compared with does not fit: ${right}`,
  }),
  'rule-unknown': (what, right) => ({
    it: `La condizione richiamata, «${what}», non esiste. Possibili: ${right}.`,
    en: `The rule referred to, “${what}”, does not exist. Possible: ${right}.`,
  }),
  'rule-cycle': (what) => ({
    it: `La condizione «${what}» richiama sé stessa: togli un richiamo.`,
    en: `Rule “${what}” refers to itself: remove one of the references.`,
  }),
  'rule-too-complex': (what) => ({
    it:
      `La condizione «${what}», con quelle che richiama, è troppo grande: al massimo ` +
      `${limits.RULE_SIZE_MAX} parti, ${limits.RULE_DEPTH_MAX} livelli.`,
    en:
      `Rule “${what}”, with those it refers to, is too complex: at most ` +
      `${limits.RULE_SIZE_MAX} parts, ${limits.RULE_DEPTH_MAX} levels.`,
  }),
  'immediate-cycle': (what) => ({
    it: `Questi passaggi immediati possono girare senza fine: ${what}. Serve un’azione o un’attesa.`,
    en: `These immediate transitions may go round for ever: ${what}. Put an action or a wait between.`,
  }),
  'activity-duplicate': (what) => ({
    it: `L’attività «${what}» compare più volte: ogni attività ha un nome suo.`,
    en: `Activity “${what}” appears more than once: its id is unique in the document.`,
  }),
  'activity-input-missing': (what, right) => ({
    it: `A un’attività di tipo «${what}» serve “${right}”.`,
    en: `An activity of kind “${what}” needs “${right}”.`,
  }),
  'activity-input-misplaced': (what, right) => ({
    it: `“${right}” non serve a un’attività di tipo «${what}»: va tolto.`,
    en: `“${right}” means nothing to an activity of kind “${what}”: remove it.`,
  }),
  'duration-invalid': (what) => ({
    it: `«${what}» non è una durata positiva ISO 8601, come P14D o PT36H.`,
    en: `“${what}” is not a positive ISO 8601 duration such as P14D or PT36H.`,
  }),
  'field-misfit': (what, right) => ({
    it: `«${what}» non si addice al tipo di questo campo. ${right}`,
    en: `“${what}” does not fit this field's type. ${right}`,
  }),
  'default-misfit': (what, right) => ({
    it: `Il valore iniziale di «${what}» non va bene: ${right}`,
    en: `The default of “${what}” does not fit: ${right}`,
  }),
  'choice-duplicate': (what) => ({
    it: `La scelta «${what}» compare due volte: ne basta una.`,
    en: `Choice “${what}” is listed twice: once is enough.`,
  }),
  'required-unknown': (what, right) => ({
    it: `È richiesto «${what}», che non è un campo. Campi: ${right}.`,
    en: `“${what}” is required but is not a field. Fields: ${right}.`,
  }),
} as const satisfies Record<string, (what: string, right: string) => Words>;

/** A problem at a place; `right` may be a list of names, or a sentence in each language. */
export function problem(
  code: ProblemCode,
  place: Place,
  what = '',
  right: string | Words = '',
): DocumentProblem {
  return problemAt(code, pointer(place), what, right);
}

/** A problem at a JSON pointer. */
export function problemAt(
  code: ProblemCode,
  path: string,
  what = '',
  right: string | Words = '',
): DocumentProblem {
  const say: (what: string, right: string) => Words = PROBLEMS[code];
  if (typeof right === 'string') return { code, path, message: say(what, right) };
  return { code, path, message: { it: say(what, right.it).it, en: say(what, right.en).en } };
}

/** The names that would have been right, few enough to read. */
export function listOf(names: Iterable<string>): string {
  const all = [...names];
  if (all.length === 0) return '—';
  return all.length > 12 ? `${all.slice(0, 12).join(', ')}, …` : all.join(', ');
}
