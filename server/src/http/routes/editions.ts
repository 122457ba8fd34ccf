import type { Pool } from 'pg';
import { mayReadOpportunity } from '../../access/policies/opportunities.ts';
import { inTransaction } from '../../case/in-transaction.ts';
import { offerSeats } from '../../case/seats.ts';
import { isOvertaken } from '../../case/write-in-transaction.ts';
import type { EditionView, OpportunityView } from '../../contract/programme.ts';
import type { Words } from '../../contract/words.ts';
import type { Server } from '../../server.ts';
import { type No, no } from '../problems.ts';
import { type Api, type Asked, route } from '../route.ts';

export function editionRoutes(api: Api): void {
  const { server } = api;
  const { pool } = server;
  route(api, 'listOpportunities', async ({ reader }) => {
    const { rows } = await pool.query<OpportunityView>(OPPORTUNITIES);
    const visible = rows.filter((row) => mayReadOpportunity(reader, offeredBy(row)));
    return { opportunities: visible };
  });
  route(api, 'listEditions', async ({ reader }) => {
    const editions = await readEditions(pool);
    return { editions: editions.filter((row) => mayReadOpportunity(reader, offeredBy(row))) };
  });
  route(api, 'createEdition', ({ body }) => createEdition(server, body));
  route(api, 'changeEdition', (asked) => changeEdition(server, asked));
}

const offeredBy = (row: { organisation: { id: string } }) => ({
  organisationId: row.organisation.id,
});

const OPPORTUNITIES = `
select o.id, o.kind, o.title, json_build_object('id', g.id, 'name', g.name) as organisation
from opportunity o join organisation g on g.id = o.organisation_id
order by g.position, o.id`;

const EDITIONS = `
select e.id, e.opportunity_id as opportunity, o.kind, o.title,
  json_build_object('id', g.id, 'name', g.name) as organisation,
  e.starts_on::text as "startsOn", e.ends_on::text as "endsOn", e.place, e.seats, e.taken,
  coalesce(w.waiting, 0) as waiting, e.open, e.revision
from edition e join opportunity o on o.id = e.opportunity_id
join organisation g on g.id = o.organisation_id
left join (
  select edition_id, count(*)::int as waiting from enrolment
  where status = 'waiting' group by edition_id
) w on w.edition_id = e.id
where $1::uuid is null or e.id = $1
order by e.starts_on, e.id`;

/** Every edition with its seats and how many wait, or one of them. */
export async function readEditions(pool: Pool, id: string | null = null): Promise<EditionView[]> {
  return (await pool.query<EditionView>(EDITIONS, [id])).rows;
}

const CREATE = `
insert into edition (id, opportunity_id, starts_on, ends_on, place, seats, taken, open, revision)
select $1, o.id, $3, $4, $5, $6, 0, true, 1 from opportunity o where o.id = $2`;

async function createEdition(server: Server, body: Asked<'createEdition'>['body']) {
  if (body.endsOn < body.startsOn) return endsBeforeStart();
  const id = server.newId();
  const { rowCount } = await server.pool.query(CREATE, [
    id,
    body.opportunity,
    body.startsOn,
    body.endsOn,
    body.place,
    body.seats,
  ]);
  if (rowCount === 0) return unknownOpportunity();
  return (await readEditions(server.pool, id))[0]!;
}

// The conditions are in the statement itself: a seat taken meanwhile is seen, or waits for it.
const CHANGE = `
update edition set starts_on = coalesce($3, starts_on), ends_on = coalesce($4, ends_on),
  place = coalesce($5, place), seats = coalesce($6, seats), open = coalesce($7, open),
  revision = revision + 1
where id = $1 and revision = $2 and taken <= coalesce($6, seats)
  and coalesce($4, ends_on) >= coalesce($3, starts_on)`;

async function changeEdition(
  server: Server,
  asked: Asked<'changeEdition'>,
): Promise<EditionView | No> {
  const { params, body, revision } = asked;
  const hasChanged = await writeChange(server, asked);
  const edition = (await readEditions(server.pool, params.id))[0];
  if (!edition) return no('not-found');
  return hasChanged ? edition : whyUnchanged(edition, body, revision);
}

const ATTEMPTS_MAX = 12;

/**
 * False where it could not be. Who waits gets a seat in their case, while somebody may be moving
 * that case and wait for the edition: then one of the two is rolled back, and begins again.
 */
async function writeChange(
  server: Server,
  asked: Asked<'changeEdition'>,
  attempt = 1,
): Promise<boolean> {
  const { params, body, revision } = asked;
  const written = inTransaction(server, async (client) => {
    const { rowCount } = await client.query(CHANGE, [
      params.id,
      revision,
      body.startsOn ?? null,
      body.endsOn ?? null,
      body.place ?? null,
      body.seats ?? null,
      body.open ?? null,
    ]);
    if (rowCount === 1) await offerSeats(server, client, params.id);
    return rowCount === 1;
  });
  return written.catch((error: unknown) => {
    if (!isOvertaken(error) || attempt === ATTEMPTS_MAX) throw error;
    return writeChange(server, asked, attempt + 1);
  });
}

type Change = Asked<'changeEdition'>['body'];

function whyUnchanged(edition: EditionView, change: Change, revision: number): EditionView | No {
  if (edition.revision !== revision) {
    // Sent again because the first answer was lost: what it asks for is already so.
    const isDone = Object.entries(change).every(
      ([name, value]) => edition[name as keyof Change] === value,
    );
    const isRepeat = isDone && edition.revision > revision;
    return isRepeat ? edition : no('revision-stale', { revision: edition.revision });
  }
  if ((change.endsOn ?? edition.endsOn) < (change.startsOn ?? edition.startsOn)) {
    return endsBeforeStart();
  }
  return no('seats-taken', { path: 'seats', detail: seatsTaken(edition.taken) });
}

function seatsTaken(taken: number): Words {
  return {
    it: `I posti non possono essere meno di ${taken}: sono già occupati.`,
    en: `There cannot be fewer than ${taken} seats: they are taken already.`,
  };
}

function endsBeforeStart(): No {
  const message = {
    it: 'La fine non può venire prima dell’inizio.',
    en: 'The end cannot come before the beginning.',
  };
  return no('input-invalid', { faults: [{ path: 'endsOn', message }] });
}

function unknownOpportunity(): No {
  const message = {
    it: 'Questa opportunità non esiste.',
    en: 'There is no such opportunity.',
  };
  return no('input-invalid', { faults: [{ path: 'opportunity', message }] });
}
