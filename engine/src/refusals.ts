/** Every expected "no" of the engine, in plain words. */
import type { Refusal, RefusalCode, Unlock } from './case.ts';
import type { PathwayDocument, Words } from './document.ts';
import type { Fault } from './forms/check-answer.ts';
import { momentInWords, raised } from './rules/fact-words.ts';

function refuse(
  code: RefusalCode,
  it: string,
  en: string,
  more: { unlock?: readonly Unlock[]; path?: string } = {},
): Refusal {
  return { code, reason: { it, en }, unlock: [], ...more };
}

export function caseEnded(): Refusal {
  return refuse(
    'case-ended',
    'Il percorso è concluso: non si può più fare nulla.',
    'The pathway has ended: nothing more can be done.',
  );
}

export function actionUnknown(action: string): Refusal {
  return refuse(
    'action-unknown',
    `Questo percorso non ha un’azione «${action}».`,
    `This pathway has no action “${action}”.`,
  );
}

export function actionNotOpenHere(
  document: PathwayDocument,
  action: string,
  openAt: readonly string[],
): Refusal {
  const label = document.actions[action]!.label;
  const steps = openAt.map((key) => document.steps[key]?.label ?? { it: key, en: key });
  if (steps.length === 0)
    return refuse(
      'action-not-open-here',
      `«${label.it}» non è prevista in nessun passo di questo percorso.`,
      `“${label.en}” belongs to no step of this pathway.`,
    );
  return refuse(
    'action-not-open-here',
    `«${label.it}» non è possibile adesso: lo è al passo ${quoted(steps, 'it')}.`,
    `“${label.en}” is not possible now: it is at the step ${quoted(steps, 'en')}.`,
  );
}

function quoted(steps: readonly Words[], language: keyof Words): string {
  const [open, close, or] = language === 'it' ? ['«', '»', 'o'] : ['“', '”', 'or'];
  const names = steps.map((step) => `${open}${step[language]}${close}`);
  const last = names.pop()!;
  return names.length > 0 ? `${names.join(', ')} ${or} ${last}` : last;
}

export function ruleSaysNo(reason: Words, unlock: readonly Unlock[]): Refusal {
  const sentence = { it: raised(reason.it), en: raised(reason.en) };
  return { code: 'rule-says-no', reason: sentence, unlock };
}

export function answerInvalid(fault: Fault): Refusal {
  return faulty('answer-invalid', fault, fault.path ? `answer.${fault.path}` : 'answer');
}

export function answerNotAsked(field: string): Refusal {
  return refuse(
    'answer-invalid',
    'Qui non è previsto alcun modulo: la risposta deve essere vuota.',
    'No form belongs here: the answer must be empty.',
    { path: `answer.${field}` },
  );
}

/** `label` as the document has it; an activity that it doesn't have is called by its id. */
export function activityNotOpen(label: Words): Refusal {
  return refuse(
    'activity-not-open',
    `L’attività «${label.it}» non è aperta: è già conclusa o non è ancora cominciata.`,
    `The activity “${label.en}” is not open: it has ended or has not begun.`,
  );
}

export function timerNotRunning(): Refusal {
  return refuse(
    'timer-not-running',
    'Questa scadenza non è più attiva.',
    'This deadline is not running any more.',
  );
}

export function timerNotDue(dueAt: string, timeZone: string): Refusal {
  const moment = momentInWords(dueAt, timeZone);
  return refuse(
    'timer-not-due',
    `Questa scadenza non è ancora arrivata: è il ${moment.it}.`,
    `This deadline has not come yet: it is on ${moment.en}.`,
  );
}

export function factUnknown(name: string): Refusal {
  return refuse(
    'fact-unknown',
    `Il percorso non ha un dato «${name}».`,
    `The pathway has no fact “${name}”.`,
    { path: `data.${name}` },
  );
}

export function factInvalid(fault: Fault): Refusal {
  return faulty('fact-invalid', fault, `data.${fault.path}`);
}

export function tooManySteps(): Refusal {
  return refuse(
    'too-many-steps',
    'I passaggi automatici non finiscono mai: la definizione del percorso va corretta.',
    'The automatic transitions never end: the pathway’s definition needs a correction.',
  );
}

function faulty(code: RefusalCode, fault: Fault, path: string): Refusal {
  return { code, reason: fault.message, unlock: [], path };
}
