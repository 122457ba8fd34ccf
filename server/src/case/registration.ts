import type { ClientBase } from 'pg';
import type { z } from 'zod';
import type { Receipt, Registration } from '../contract/registration.ts';
import { type No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { inTransaction } from './in-transaction.ts';
import { ownLink } from './own-link.ts';
import { ageOn } from './participant-facts.ts';
import { currentVersion } from './pathway-versions.ts';
import { receiptCode } from './receipt-code.ts';
import { searchText } from './search-text.ts';
import { startCase } from './start-case.ts';
import { TIME_ZONE } from './time-zone.ts';

export type Registered = z.output<typeof Registration>;

/** The programme's ages; each pathway has its own within them. */
export const AGE_MIN = 16;
export const AGE_MAX = 34;

/**
 * The pathway of a situation and an age. Who is older than the pathway of their situation takes
 * the one for adults in crisis or in precarious work.
 */
export function pathwayFor(situation: Registered['situation'], age: number): string {
  if (situation === 'student' && age <= 19) return 'mig-work-students';
  if (age < 18) return situation === 'student' ? 'mig-work-students' : 'mig-work-neet';
  if (situation === 'out-of-school' && age <= 25) return 'mig-work-neet';
  return 'mig-work-precarious';
}

/** Pre-registers a youth: participant, case, receipt and mail, all or nothing. */
export async function register(server: Server, body: Registered): Promise<Receipt | No> {
  const at = server.clock();
  const age = ageOn(body.birthDate, at, TIME_ZONE);
  if (age < AGE_MIN || age > AGE_MAX) return notOurAge(age);
  const pathwayId = pathwayFor(body.situation, age);
  if ((await currentVersion(server.pool, pathwayId)) === undefined) return no('pathway-closed');
  const id = server.newId();
  const code = receiptCode(server.random);
  await inTransaction(server, async (client) => {
    const participantId = await insertParticipant(server, client, body, at);
    await startCase(server, client, {
      id,
      pathwayId,
      participantId,
      caseManagerId: null,
      receiptCode: code,
      actor: { kind: 'youth' },
      at,
    });
  });
  return { code, receivedAt: at.toISOString(), link: await ownLink(server, id, 0, at) };
}

async function insertParticipant(
  server: Server,
  client: ClientBase,
  body: Registered,
  at: Date,
): Promise<string> {
  const id = server.newId();
  await client.query(
    `INSERT INTO participant (id, revision, subject, first_name, last_name, birth_date, email,
       phone, district, language, situation, wish, helper, guardian, search, demonstration,
       created_at)
     VALUES ($1, 1, 'person', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, false, $14)`,
    [
      id,
      body.firstName,
      body.lastName,
      body.birthDate,
      body.email?.toLowerCase() ?? null,
      body.phone?.replaceAll(' ', '') ?? null,
      body.district ?? null,
      body.language,
      body.situation,
      body.wish ?? null,
      body.helper ?? null,
      body.guardian ?? null,
      searchText(body.firstName, body.lastName),
      at,
    ],
  );
  return id;
}

function notOurAge(age: number): No {
  const younger = {
    it:
      'Questo percorso comincia a 16 anni. Intanto c’è Informagiovani, in via Dogana 2: ' +
      'ti aiutano a trovare quello che fa per te.',
    en:
      'This programme begins at 16. Until then Informagiovani, via Dogana 2, will help you ' +
      'find what suits you.',
  };
  const older = {
    it:
      'Questo percorso arriva fino a 34 anni. Per chi ne ha di più c’è il Centro per l’impiego: ' +
      'ti accolgono volentieri.',
    en: 'This programme is for people up to 34. The public job centre will gladly see you.',
  };
  const message = age < AGE_MIN ? younger : older;
  return no('not-our-age', {
    detail: message,
    path: 'birthDate',
    faults: [{ path: 'birthDate', message }],
  });
}
