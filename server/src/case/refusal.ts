import { type No, no } from '../http/problems.ts';

/** Thrown inside a transaction, so that it rolls back; `changeCase` makes a value of it again. */
export class Refused extends Error {
  readonly no: No;
  constructor(refusal: No) {
    super(refusal.code);
    this.no = refusal;
  }
}

/** What was thrown so that the transaction rolls back becomes a value again. */
export async function refusedAsValue<T>(running: Promise<T>): Promise<T | No> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof Refused) return error.no;
    throw error;
  }
}

export const staleRevision = (revision: number): No => no('revision-stale', { revision });

export const editionFull: No = no('edition-full', {
  path: 'answer.acceptWaiting',
  unlock: [
    {
      words: { it: 'accettare la lista d’attesa', en: 'accept the waiting list' },
      fact: 'answer.acceptWaiting',
    },
  ],
});
