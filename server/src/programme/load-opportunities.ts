import { z } from 'zod';
import { Words } from '../contract/words.ts';
import { Edition, Opportunity, Organisation } from '../database/entities.ts';
import type { Server } from '../server.ts';
import { programmeData } from './definitions-folder.ts';

const Opportunities = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(['orientation', 'lab', 'soft-skills', 'training', 'internship']),
    organisation: z.string(),
    title: Words,
    editions: z.array(
      z.strictObject({
        id: z.uuid(),
        startsInDays: z.int(),
        endsInDays: z.int(),
        seats: z.int(),
        place: z.string(),
      }),
    ),
  }),
);

/** What the partners offer; the editions' dates are counted from `today`. */
export async function loadOpportunities(server: Server, today: Date): Promise<void> {
  const em = server.orm.em.fork();
  for (const { editions, organisation, ...rest } of programmeData(
    'opportunities.json',
    Opportunities,
  )) {
    const opportunity = em.create(Opportunity, {
      ...rest,
      organisation: em.getReference(Organisation, organisation),
    });
    for (const { id, startsInDays, endsInDays, seats, place } of editions) {
      const startsOn = dayAfter(today, startsInDays);
      const endsOn = dayAfter(today, endsInDays);
      em.create(Edition, { id, opportunity, startsOn, endsOn, place, seats });
    }
  }
  await em.flush();
}

function dayAfter(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
