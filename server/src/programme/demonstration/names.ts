import { z } from 'zod';
import type { Registered } from '../../case/registration.ts';
import { searchText } from '../../case/search-text.ts';
import type { PlannedYouth } from './plan-youths.ts';

export const Names = z.object({
  firstNames: z.array(z.string()),
  lastNames: z.array(z.string()),
  districts: z.array(z.string()),
});
export type Names = z.infer<typeof Names>;

const DAY_MS = 86_400_000;
/** Reserved for examples (RFC 2606): no mail can reach anybody. */
const MAIL_DOMAIN = 'giovani.example';

/** A registration as an invented youth of the persona's age and situation would send it. */
export function inventYouth({ persona, startAt, chance }: PlannedYouth, names: Names): Registered {
  const firstName = chance.pick(names.firstNames);
  const lastName = chance.pick(names.lastNames);
  const age = Number(persona.participant.age);
  const hasMail = chance.next() < 0.85;
  const address = searchText(firstName, lastName).replaceAll(/[^a-z]+/g, '.');
  return {
    language: chance.next() < 0.9 ? 'it' : 'en',
    firstName,
    lastName,
    birthDate: birthDateOf(age, startAt, chance.whole(3, 60)),
    ...(hasMail ? { email: `${address}.${chance.whole(10, 99)}@${MAIL_DOMAIN}` } : {}),
    phone: `+39 3${chance.whole(20, 99)} 555 ${chance.whole(1000, 9999)}`,
    district: chance.pick(names.districts),
    situation: persona.participant.situation as Registered['situation'],
    ...(persona.participant.helped === true
      ? {
          helper: {
            name: `${chance.pick(names.firstNames)} ${chance.pick(names.lastNames)}`,
            organisation: 'Centro di aggregazione giovanile',
          },
        }
      : {}),
    ...(age < 18
      ? {
          guardian: {
            name: `${chance.pick(names.firstNames)} ${lastName}`,
            contact: `+39 3${chance.whole(20, 99)} 555 ${chance.whole(1000, 9999)}`,
          },
        }
      : {}),
    privacyNoticeRead: true,
  };
}

/** A birthday that was a few days ago, so that the age holds for most of the walk. */
function birthDateOf(age: number, at: Date, daysAgo: number): string {
  const birthday = new Date(at.getTime() - daysAgo * DAY_MS);
  birthday.setUTCFullYear(birthday.getUTCFullYear() - age);
  return birthday.toISOString().slice(0, 10);
}
