import type {
  MigrationCase,
  MigrationCaseStatus,
  MigrationStatus,
  MigrationView,
} from '@percorso/server/contract';

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

type Plan = Pick<MigrationView, 'status' | 'groups'>;

/** What can be done for one person; who stays by an answer or a rule need not be left there. */
export function offerTo(
  { status, groups }: Plan,
  one: Pick<MigrationCase, 'group' | 'status'>,
): Offer | undefined {
  const offer = offerFor(status, one.status);
  const stays = groups.some(({ id, stays }) => stays && id === one.group);
  return offer === 'except' && status === 'planned' && stays ? undefined : offer;
}

/** As the plan and the person's part of it stand. */
export function offerFor(plan: MigrationStatus, one: MigrationCaseStatus): Offer | undefined {
  return OFFERS.find((offer) => WHILE[offer].includes(plan) && FOR[offer].includes(one));
}
