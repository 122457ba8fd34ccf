import type { MigrationCaseStatus, MigrationStatus } from '@percorso/server/contract';

export type Offer = 'except' | 'include' | 'take-back';

const WHILE: Readonly<Record<Offer, readonly MigrationStatus[]>> = {
  except: ['planned', 'running', 'stopped'],
  include: ['planned', 'stopped'],
  'take-back': ['running', 'stopped', 'done'],
};
const FOR: Readonly<Record<Offer, readonly MigrationCaseStatus[]>> = {
  except: ['waiting', 'parked', 'failed'],
  include: ['kept'],
  'take-back': ['moved'],
};
const OFFERS: readonly Offer[] = ['except', 'include', 'take-back'];

/** What can be done for one person, as the plan and the person's part of it stand. */
export function offerFor(plan: MigrationStatus, one: MigrationCaseStatus): Offer | undefined {
  return OFFERS.find((offer) => WHILE[offer].includes(plan) && FOR[offer].includes(one));
}
