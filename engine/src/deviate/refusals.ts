/** Every expected "no" to a deviation and to an undoing, in plain words. */
import { about } from '../check/words.ts';
import type { PathwayDocument, Words } from '../document.ts';
import { namesOf } from '../migrate/words.ts';
import { activityNotOpen } from '../refusals.ts';
import { ADDED_TASK } from './ad-hoc.ts';
import type { DeviationRefusal, DeviationRefusalCode } from './deviation.ts';

function refuse(
  code: DeviationRefusalCode,
  it: string,
  en: string,
  more: { unlock?: Words; path?: string } = {},
): DeviationRefusal {
  return { code, reason: { it, en }, ...more };
}

export function reasonMissing(): DeviationRefusal {
  return refuse(
    'reason-missing',
    'Manca il motivo: senza un motivo non si può cambiare il percorso di una persona.',
    'The reason is missing: without one a person’s pathway can’t be changed.',
    { path: 'reason' },
  );
}

export function stepUnknown(step: string, path: string): DeviationRefusal {
  return refuse(
    'step-unknown',
    `Questo percorso non ha un passo «${step}».`,
    `This pathway has no step “${step}”.`,
    { path },
  );
}

export function stepNotPresent(document: PathwayDocument, step: string): DeviationRefusal {
  const { it, en } = namesOf(document, [step]);
  return refuse(
    'step-not-present',
    `Il caso non è al passo ${it}: non lo si può saltare.`,
    `The case is not at the step ${en}: it can’t be skipped.`,
    { path: 'from' },
  );
}

export function noWayThere(
  document: PathwayDocument,
  from: string,
  to: string,
  after: readonly string[],
): DeviationRefusal {
  const [source, target] = [namesOf(document, [from]), namesOf(document, [to])];
  const next = namesOf(document, after);
  return refuse(
    'no-way-there',
    `Dal passo ${source.it} nessuna freccia porta a ${target.it}.`,
    `No arrow leads from the step ${source.en} to ${target.en}.`,
    {
      path: 'to',
      ...(after.length > 0 && {
        unlock: {
          it: `Le frecce portano a ${next.it}; ad altri passi si arriva con «Vai a un altro passo».`,
          en: `Arrows lead to ${next.en}; other steps are reached by “Go to another step”.`,
        },
      }),
    },
  );
}

export function neverBeenThere(document: PathwayDocument, to: string): DeviationRefusal {
  const { it, en } = namesOf(document, [to]);
  return refuse(
    'never-been-there',
    `Il caso non è mai stato al passo ${it}: non ci si può tornare.`,
    `The case has never been at the step ${en}: it can’t go back there.`,
    { path: 'to' },
  );
}

export function noPlaceToStay(
  document: PathwayDocument,
  to: string,
  rest: readonly string[],
): DeviationRefusal {
  const [target, next] = [namesOf(document, [to]), namesOf(document, rest)];
  return refuse(
    'no-place-to-stay',
    `Al passo ${target.it} non ci si ferma: il percorso va subito a ${next.it}.`,
    `One doesn’t stay at the step ${target.en}: the pathway goes on to ${next.en} at once.`,
    { path: 'to', unlock: { it: `Scegliere ${next.it}.`, en: `Choose ${next.en}.` } },
  );
}

export function wouldEnd(document: PathwayDocument, to: string): DeviationRefusal {
  const { it, en } = namesOf(document, [to]);
  return refuse(
    'would-end',
    `Al passo ${it} il percorso si concluderebbe: un esito si registra con la sua azione.`,
    `At the step ${en} the pathway would end: an outcome is recorded by its own action.`,
    { path: 'to' },
  );
}

export function noOutcome(document: PathwayDocument, to: string): DeviationRefusal {
  const { it, en } = namesOf(document, [to]);
  return refuse(
    'no-outcome',
    `Dal passo ${it}, con i dati di adesso, non si arriverebbe più a nessun esito.`,
    `From the step ${en}, with the facts as they are, no outcome could be reached any more.`,
    { path: 'to' },
  );
}

export function alreadyThere(document: PathwayDocument, to: string): DeviationRefusal {
  const { it, en } = namesOf(document, [to]);
  return refuse(
    'already-there',
    `Il caso è già al passo ${it}: non cambierebbe nulla.`,
    `The case is at the step ${en} already: nothing would change.`,
    { path: 'to' },
  );
}

export function taskInvalid(path: string, it: string, en: string): DeviationRefusal {
  return refuse('task-invalid', it, en, { path });
}

export function taskKnown(): DeviationRefusal {
  return refuse(
    'task-known',
    'Un compito con questo numero c’è già.',
    'There is a task with this number already.',
    { path: 'activity' },
  );
}

export function taskNotOpen(): DeviationRefusal {
  return { code: 'activity-not-open', reason: activityNotOpen(ADDED_TASK).reason };
}

export function nothingToUndo(): DeviationRefusal {
  return refuse(
    'nothing-to-undo',
    'Il percorso è appena cominciato: non c’è un passo da annullare.',
    'The pathway has only just begun: there is no step to undo.',
  );
}

export function undoMigration(): DeviationRefusal {
  return refuse(
    'undo-migration',
    'L’ultima cosa accaduta è il passaggio a un’altra versione del percorso: non è un passo.',
    'The last thing that happened is the move to another version of the pathway: it is no step.',
    {
      unlock: {
        it: 'Il passaggio di versione si riporta indietro dalla pagina della migrazione.',
        en: 'The move to another version is taken back on the page of the migration.',
      },
    },
  );
}

export function undoTimer(document: PathwayDocument, step: string): DeviationRefusal {
  const { it, en } = namesOf(document, [step]);
  return refuse(
    'undo-timer',
    `È scaduto il termine del passo ${it}: annullato, scadrebbe di nuovo subito.`,
    `The time limit of the step ${en} ran out: undone, it would run out again at once.`,
    {
      unlock: {
        it: 'Si può tornare al passo di prima: lì il termine ricomincia da capo.',
        en: 'The case can go back to the step before: there the time limit begins anew.',
      },
    },
  );
}

const GO_BACK: Words = {
  it: 'Si può tornare a un passo di prima: ciò che è stato registrato rimane.',
  en: 'The case can go back to an earlier step: what was recorded remains.',
};

export function undoPartner(label: Words): DeviationRefusal {
  const { it, en } = about(
    label,
    'L’attività # l’ha conclusa un partner: ciò che ha registrato non si annulla da qui.',
    'The activity # was ended by a partner: what they recorded can’t be undone from here.',
  );
  return refuse('undo-partner', it, en, { unlock: GO_BACK });
}

export function undoElsewhere(label: Words): DeviationRefusal {
  const { it, en } = about(
    label,
    'L’attività # si è conclusa altrove (un altro percorso, un servizio): non si annulla da qui.',
    'The activity # ended elsewhere (another pathway, a service): it can’t be undone from here.',
  );
  return refuse('undo-elsewhere', it, en, { unlock: GO_BACK });
}
