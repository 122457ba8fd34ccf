import { type No, no } from '../http/problems.ts';

/** Thrown inside a transaction, so that it rolls back; `changeCase` makes a value of it again. */
export class Refused extends Error {
  readonly no: No;
  constructor(refusal: No) {
    super(refusal.code);
    this.no = refusal;
  }
}

export const staleRevision = (revision: number): No => no('revision-stale', { revision });

export const editionUnknown = (path: string): No => no('edition-unknown', { path });

export const editionFull: No = no('edition-full', {
  path: 'answer.acceptWaiting',
  unlock: [
    {
      words: { it: 'accettare la lista d’attesa', en: 'accept the waiting list' },
      fact: 'answer.acceptWaiting',
    },
  ],
});
