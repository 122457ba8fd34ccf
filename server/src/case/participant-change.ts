import { sortedJson } from '@percorso/engine';
import type { ClientBase } from 'pg';
import type { ParticipantView } from '../contract/cases.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { permitManaging } from './case-access.ts';
import { readDetails } from './case-details.ts';
import { administrative } from './case-office.ts';
import { participantView } from './case-view.ts';
import { changeCase } from './change-case.ts';
import { afterNewAddress } from './new-address.ts';
import { endOtherLinks } from './own-link.ts';
import { Refused } from './refusal.ts';
import { searchText } from './search-text.ts';

/** The columns that may be changed here, by their names in the contract. */
const COLUMNS = {
  firstName: 'first_name',
  lastName: 'last_name',
  birthDate: 'birth_date',
  email: 'email',
  phone: 'phone',
  district: 'district',
  language: 'language',
  guardian: 'guardian',
} as const;

/**
 * Corrects the participant's own data, whose revision is not the case's. The trace says only that
 * they were corrected: neither the old values nor the new ones are in it.
 */
export async function changeParticipant(
  server: Server,
  { params, reader, revision, idempotencyKey, body }: Asked<'changeParticipant'>,
): Promise<ParticipantView | No> {
  if (body.birthDate && body.birthDate > dateOn(server.clock())) return bornLater();
  const acted = await changeCase(server, {
    caseId: params.id,
    actor: { kind: 'person', id: reader.id },
    key: { idempotencyKey, request: sortedJson(['participant', body]) },
    permit: permitManaging(reader),
    decide: async (loaded, _pathway, now) => {
      const links = await afterNewAddress(server, loaded, body.email, now);
      return administrative('participant-changed', {
        ...links,
        within: async (client) => {
          if (links.linkEpoch !== undefined) await endOtherLinks(client, loaded);
          await correct(client, loaded.participantId, revision, body);
        },
      });
    },
  });
  if (acted instanceof No) return acted;
  return participantView(await readDetails(server.pool, params.id), server.clock());
}

async function correct(client: ClientBase, id: string, revision: number, body: Body) {
  const before = await client.query<Names>(
    `SELECT revision, first_name, last_name FROM participant WHERE id = $1 FOR UPDATE`,
    [id],
  );
  const names = before.rows[0]!;
  if (names.revision !== revision) {
    throw new Refused(no('revision-stale', { revision: names.revision }));
  }
  const { sets, values } = assignments(body, names);
  await client.query(`UPDATE participant SET revision = revision + 1${sets} WHERE id = $1`, [
    id,
    ...values,
  ]);
}

const dateOn = (now: Date) => now.toISOString().slice(0, 10);

function bornLater(): No {
  const message = {
    it: 'La data di nascita non può essere nel futuro.',
    en: 'The date of birth cannot be in the future.',
  };
  return no('input-invalid', { faults: [{ path: 'birthDate', message }] });
}

interface Names {
  readonly revision: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
}

type Body = Asked<'changeParticipant'>['body'];

/** Only the columns listed above can be named; the search text follows the names. */
function assignments(body: Body, before: Names): { sets: string; values: unknown[] } {
  const columns: [string, unknown][] = [];
  for (const name of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
    if (body[name] !== undefined) columns.push([COLUMNS[name], body[name]]);
  }
  const first = body.firstName ?? before.first_name;
  columns.push(['search', searchText(first, body.lastName ?? before.last_name)]);
  const sets = columns.map(([column], index) => `, ${column} = $${index + 2}`).join('');
  return { sets, values: columns.map(([, value]) => value) };
}
