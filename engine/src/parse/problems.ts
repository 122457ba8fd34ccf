import type { Words } from '../document.ts';
import * as limits from '../limits.ts';
import { type DocumentProblem, type Place, type ProblemCode, pointer } from './problem.ts';

/**
 * Every code that `parseDocument` can answer with: what is wrong («what»), what would be right.
 * Coordinators read them: no word of files or of machines where another will do.
 */
export const PROBLEMS = {
  'not-json': () => ({
    it: 'Questo testo non si può leggere come percorso: non è JSON, o è incompleto.',
    en: 'This text can’t be read as a pathway: it is not JSON, or it is incomplete.',
  }),
  'key-duplicate': (what) => ({
    it: `«${what}» compare due volte nello stesso punto: togline una copia.`,
    en: `“${what}” appears twice in the same place: remove one of them.`,
  }),
  'character-forbidden': (what) => ({
    it: `Il testo contiene un carattere invisibile che non si può usare (${what}): va tolto.`,
    en: `The text contains an invisible character that may not be used (${what}): remove it.`,
  }),
  'too-large': () => ({
    it:
      `Il percorso è troppo grande, oltre ${limits.DOCUMENT_BYTES_MAX / 1000} kB: dividilo ` +
      'in sotto-percorsi.',
    en:
      `The pathway is too large, over ${limits.DOCUMENT_BYTES_MAX / 1000} kB: split it ` +
      'into sub-pathways.',
  }),
  'nested-too-deep': () => ({
    it: `Ci sono parti dentro parti per più di ${limits.NESTING_MAX} livelli: riducile.`,
    en: `There are parts inside parts over ${limits.NESTING_MAX} levels deep: use fewer.`,
  }),
  'name-reserved': (what) => ({
    it: `Il nome «${what}» non si può usare: scegline un altro.`,
    en: `The name “${what}” can’t be used: choose another.`,
  }),
  'name-malformed': (_what, right) => ({
    it: `Questo nome o testo non si può usare. Serve: ${right}.`,
    en: `This name or text can’t be used. Needed: ${right}.`,
  }),
  'key-missing': (_what, right) => ({
    it: `Qui manca ${right}.`,
    en: `Missing here: ${right}.`,
  }),
  'key-unknown': (what) => ({
    it: `«${what}» qui non è previsto: va tolto.`,
    en: `“${what}” is not expected here: remove it.`,
  }),
  'type-wrong': (_what, right) => ({
    it: `Qui serve un valore di un altro tipo: ${right}.`,
    en: `A value of another type is needed here: ${right}.`,
  }),
  'value-not-allowed': (what) => ({
    it: `Questo valore non si può usare. Possibili: ${what}.`,
    en: `This value can’t be used. Possible: ${what}.`,
  }),
  'size-wrong': (_what, right) => ({
    it: `La misura non va bene: ${right}.`,
    en: `The size is not right: ${right}.`,
  }),
  'states-too-many': (what) => ({
    it: `I passi sono ${what}: al massimo ${limits.STATE_COUNT_MAX}.`,
    en: `There are ${what} steps: at most ${limits.STATE_COUNT_MAX}.`,
  }),
  'states-too-deep': (what) => ({
    it:
      `Il passo «${what}» sta dentro troppi gruppi, uno nell’altro: al massimo ` +
      `${limits.STATE_DEPTH_MAX}.`,
    en:
      `Step “${what}” is inside too many groups, one in another: at most ` +
      `${limits.STATE_DEPTH_MAX}.`,
  }),
  'transitions-too-many': (what) => ({
    it: `I passaggi sono ${what}: al massimo ${limits.TRANSITION_COUNT_MAX}.`,
    en: `There are ${what} transitions: at most ${limits.TRANSITION_COUNT_MAX}.`,
  }),
  'transition-empty': () => ({
    it:
      'Questo passaggio non porta da nessuna parte e non fa nulla: di’ dove porta o che ' +
      'cosa succede.',
    en: 'This transition leads nowhere and does nothing: say where it leads, or what happens.',
  }),
  'regions-out-of-bounds': (what) => ({
    it:
      `I rami paralleli sono ${what}: da ${limits.REGION_COUNT_MIN} a ` +
      `${limits.REGION_COUNT_MAX}.`,
    en:
      `There are ${what} parallel branches: have ${limits.REGION_COUNT_MIN} to ` +
      `${limits.REGION_COUNT_MAX}.`,
  }),
  'regions-together-too-many': (what) => ({
    it: `Un caso starebbe in ${what} passi insieme: al massimo ${limits.REGIONS_TOGETHER_MAX}.`,
    en: `A case would stand in ${what} steps at once: at most ${limits.REGIONS_TOGETHER_MAX}.`,
  }),
  'step-duplicate': (what) => ({
    it: `Il passo «${what}» compare più volte: ogni passo sta in un posto solo.`,
    en: `Step “${what}” appears more than once: each step has one place.`,
  }),
  'step-id-differs': (what) => ({
    it: `Il passo «${what}» ha un secondo identificativo, diverso dal suo nome: va tolto.`,
    en: `Step “${what}” has a second identifier that is not its name: remove it.`,
  }),
  'step-undeclared': (what) => ({
    it: `Il passo «${what}» è disegnato ma non ha un nome da leggere: dagliene uno.`,
    en: `Step “${what}” is drawn but has no label: give it one.`,
  }),
  'step-not-in-machine': (what) => ({
    it: `Il passo «${what}» è descritto ma non è disegnato: toglilo o disegnalo.`,
    en: `Step “${what}” is described but not drawn: remove it, or draw it.`,
  }),
  'node-misfit': (what, right) => ({
    it: `Qui non si può indicare ${what}. ${right}`,
    en: `Not possible here: ${what}. ${right}`,
  }),
  'initial-missing': (what) => ({
    it: `Il passo «${what}» contiene passi ma non dice da quale si comincia: sceglilo.`,
    en: `Step “${what}” contains steps but does not say which comes first: choose it.`,
  }),
  'initial-not-a-child': (what, right) => ({
    it: `Si comincerebbe da «${what}», che non è un passo di questo gruppo. Possibili: ${right}.`,
    en: `It would begin with “${what}”, which is no step of this group. Possible: ${right}.`,
  }),
  'target-unknown': (what, right) => ({
    it: `Il passaggio porta a «${what}», che non c’è. ${right}`,
    en: `The transition leads to “${what}”, which is not there. ${right}`,
  }),
  'outcome-missing': (what) => ({
    it: `Il passo finale «${what}» non dice con quale esito si conclude: sceglilo.`,
    en: `Final step “${what}” does not say how the pathway ended: choose the outcome.`,
  }),
  'outcome-misplaced': (what) => ({
    it: `Il passo «${what}» non chiude il caso, quindi non ha un esito: toglilo.`,
    en: `Step “${what}” does not end the case, so it has no outcome: remove it.`,
  }),
  'stage-unknown': (what, right) => ({
    it: `La fase «${what}» non c’è. Possibili: ${right}.`,
    en: `There is no stage “${what}”. Possible: ${right}.`,
  }),
  'stage-duplicate': (what) => ({
    it: `La fase «${what}» compare due volte: ne basta una.`,
    en: `Stage “${what}” appears twice: once is enough.`,
  }),
  'guard-unknown': (what, right) => ({
    it: `La condizione «${what}» non c’è. Possibili: ${right}.`,
    en: `There is no condition “${what}”. Possible: ${right}.`,
  }),
  'action-unknown': (what, right) => ({
    it: `L’azione «${what}» non c’è. Possibili: ${right}.`,
    en: `There is no action “${what}”. Possible: ${right}.`,
  }),
  'form-unknown': (what, right) => ({
    it: `Il modulo «${what}» non c’è. Possibili: ${right}.`,
    en: `There is no form “${what}”. Possible: ${right}.`,
  }),
  'message-unknown': (what, right) => ({
    it: `Il messaggio «${what}» non c’è. Possibili: ${right}.`,
    en: `There is no message “${what}”. Possible: ${right}.`,
  }),
  'placeholder-unknown': (what, right) => ({
    it: `Il messaggio contiene {${what}}, che nessun dato sostituisce. Possibili: ${right}.`,
    en: `The message contains {${what}}, which nothing replaces. Possible: ${right}.`,
  }),
  'fact-unknown': (what, right) => ({
    it: `Il dato «${what}» non c’è. Possibili: ${right}.`,
    en: `There is no fact “${what}”. Possible: ${right}.`,
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
    it: `La domanda «${what}» non è nel modulo che arriva qui. Possibili: ${right}.`,
    en: `Question “${what}” is not in the form that comes here. Possible: ${right}.`,
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
    it: `Il confronto «${what}» non si può fare con questo dato. Possibili: ${right}.`,
    en: `The comparison “${what}” does not fit this fact. Possible: ${right}.`,
  }),
  'operand-misfit': (what, right) => ({
    it: `Il valore con cui si confronta «${what}» non va bene: ${right}`,
    en: `The value that “${what}” is compared with is not right: ${right}`,
  }),
  'rule-unknown': (what, right) => ({
    it: `La condizione richiamata, «${what}», non c’è. Possibili: ${right}.`,
    en: `The condition referred to, “${what}”, is not there. Possible: ${right}.`,
  }),
  'rule-cycle': (what) => ({
    it: `La condizione «${what}» richiama sé stessa: togli un richiamo.`,
    en: `Condition “${what}” refers to itself: remove one of the references.`,
  }),
  'rule-too-complex': (what) => ({
    it:
      `La condizione «${what}», con quelle che richiama, è troppo grande: al massimo ` +
      `${limits.RULE_SIZE_MAX} parti, ${limits.RULE_DEPTH_MAX} livelli.`,
    en:
      `Condition “${what}”, with those it refers to, is too large: at most ` +
      `${limits.RULE_SIZE_MAX} parts, ${limits.RULE_DEPTH_MAX} levels.`,
  }),
  'immediate-cycle': (_what, right) => ({
    it:
      `Questi passaggi immediati possono girare senza fine: ${right}. Serve un’azione o ` +
      'un’attesa.',
    en:
      `These immediate transitions may go round for ever: ${right}. Put an action or a ` +
      'wait between.',
  }),
  'activity-duplicate': (what) => ({
    it: `L’attività «${what}» compare più volte: ogni attività ha un nome suo.`,
    en: `Activity “${what}” appears more than once: each activity has its own name.`,
  }),
  'activity-input-missing': (_what, right) => ({
    it: `A questa attività manca ${right}.`,
    en: `This activity lacks something: ${right}.`,
  }),
  'activity-input-misplaced': (_what, right) => ({
    it: `Per questo tipo di attività non si può indicare ${right}.`,
    en: `Not possible for this kind of activity: ${right}.`,
  }),
  'duration-invalid': (what) => ({
    it: `«${what}» non è una durata: servono per esempio 14 giorni (P14D) o 36 ore (PT36H).`,
    en: `“${what}” is not a duration: needed are for instance 14 days (P14D) or 36 hours (PT36H).`,
  }),
  'field-misfit': (what, right) => ({
    it: `Per questa domanda non si può indicare ${what}. ${right}`,
    en: `Not possible for this question: ${what}. ${right}`,
  }),
  'default-misfit': (what, right) => ({
    it: `Il valore iniziale di «${what}» non va bene: ${right}`,
    en: `The initial value of “${what}” is not right: ${right}`,
  }),
  'choice-duplicate': (what) => ({
    it: `La scelta «${what}» compare due volte: ne basta una.`,
    en: `Choice “${what}” is listed twice: once is enough.`,
  }),
  'required-unknown': (what, right) => ({
    it: `È obbligatoria «${what}», che non è una domanda del modulo. Domande: ${right}.`,
    en: `“${what}” is required but is no question of the form. Questions: ${right}.`,
  }),
} as const satisfies Record<string, (what: string, right: string) => Words>;

/** A problem at a place; what and right are names, or said in each language. */
export function problem(
  code: ProblemCode,
  place: Place,
  what: string | Words = '',
  right: string | Words = '',
): DocumentProblem {
  return problemAt(code, pointer(place), what, right);
}

/** A problem at a JSON pointer. */
export function problemAt(
  code: ProblemCode,
  path: string,
  what: string | Words = '',
  right: string | Words = '',
): DocumentProblem {
  const say: (what: string, right: string) => Words = PROBLEMS[code];
  const inLanguage = (language: keyof Words) =>
    say(saidIn(language, what), saidIn(language, right))[language];
  return { code, path, message: { it: inLanguage('it'), en: inLanguage('en') } };
}

function saidIn(language: keyof Words, text: string | Words): string {
  return typeof text === 'string' ? text : text[language];
}

/** The names that would have been right, in quotes, few enough to read. */
export function listOf(names: Iterable<string>, between = ', '): Words {
  const all = [...names];
  if (all.length === 0) return { it: '—', en: '—' };
  const few = all.slice(0, 12);
  const more = all.length > few.length ? `${between}…` : '';
  return {
    it: few.map((name) => `«${name}»`).join(between) + more,
    en: few.map((name) => `“${name}”`).join(between) + more,
  };
}
