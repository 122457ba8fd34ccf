import { sortedJson } from '@percorso/engine';
import type { KeptPersona, PersonaTold } from '../contract/personas.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { calendarFaults } from './persona-calendar.ts';
import { editPersona, keptOf, keptPersonas, storedPersona } from './personas.ts';
import { shippedPersonas } from './shipped-personas.ts';

/** Each is walked at every edit, in every draft of the pathway. */
export const PERSONA_COUNT_MAX = 100;

const INSERT = `
insert into persona (id, pathway_id, name, replaces, told, kept_at, kept_by)
select $1, $2, $3, $4, $5, $6, $7
where (select count(*) from persona where pathway_id = $2 and forgotten_at is null)
  < ${PERSONA_COUNT_MAX}
on conflict do nothing returning id, pathway_id as pathway, revision`;

const EXISTS = `
select exists (select from pathway where id = $1)
  or exists (select from draft where pathway_id = $1 and discarded_at is null) as yes`;

export async function keepPersona(
  server: Server,
  { params, body, reader }: Asked<'keepPersona'>,
): Promise<KeptPersona | No> {
  const pathway = params.id;
  const { replaces = null, name, ...told } = body;
  const found = await server.pool.query<{ yes: boolean }>(EXISTS, [pathway]);
  if (!found.rows[0]!.yes) return no('not-found');
  const wrong = whyNot(pathway, body, replaces);
  if (wrong) return wrong;
  const at = server.clock();
  const values = [server.newId(), pathway, name, replaces, told, at, reader.id];
  const kept = await editPersona(server, { sql: INSERT, values, what: 'kept', by: reader, at });
  return kept ?? repeated(server, pathway, body);
}

/** Who asks for the same again gets the same again; else the name, or the room, is taken. */
async function repeated(
  server: Server,
  pathway: string,
  body: Asked<'keepPersona'>['body'],
): Promise<KeptPersona | No> {
  const { replaces = null, name, ...told } = body;
  const isLike = (row: { readonly name: string; readonly replaces: string | null }) =>
    row.name.toLowerCase() === name.toLowerCase() ||
    (replaces !== null && row.replaces === replaces);
  const like = (await keptPersonas(server.pool, pathway)).filter(isLike);
  const same = like.find(
    (row) => row.name === name && row.replaces === replaces && isSame(row.told, told),
  );
  if (same) return keptOf(same);
  return no(like.length > 0 ? 'persona-name-taken' : 'personas-full');
}

const UNIQUE_VIOLATION = '23505';

/** With `name` in use meanwhile, the index on it says so. */
export async function orNameTaken<T>(writing: Promise<T>): Promise<T | No> {
  try {
    return await writing;
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return no('persona-name-taken');
    throw error;
  }
}

const UPDATE = `
update persona set name = $3, told = $4, kept_at = $5, kept_by = $6, revision = revision + 1
where id = $1 and revision = $2 and forgotten_at is null
returning id, pathway_id as pathway, revision`;

/** Gives it other words or another walk; who asks for what it says already changes nothing. */
export async function changePersona(
  server: Server,
  { params, body, reader, revision }: Asked<'changePersona'>,
): Promise<KeptPersona | No> {
  const before = await storedPersona(server.pool, params.id);
  if (!before) return no('not-found');
  const { name, ...told } = body;
  const wrong = whyNot(before.pathway, body, before.replaces);
  if (wrong) return wrong;
  const at = server.clock();
  const values = [params.id, revision, name, told, at, reader.id];
  const edit = { sql: UPDATE, values, what: 'changed', by: reader, at } as const;
  const changed = await orNameTaken(editPersona(server, edit));
  if (changed) return changed;
  const present = (await storedPersona(server.pool, params.id))!;
  if (present.isForgotten) return no('persona-forgotten');
  const isDone = present.name === name && isSame(present.told, told);
  return isDone ? keptOf(present) : changedMeanwhile(present.revision);
}

export const changedMeanwhile = (revision: number) =>
  no('revision-stale', { revision, detail: CHANGED });

const CHANGED = {
  it: 'Qualcuno l’ha cambiata nel frattempo: guarda com’è ora e decidi di nuovo.',
  en: 'Somebody has changed it in the meantime: see how it is now and decide again.',
};

/** What is wrong with it in itself, and beside the installation's own. */
function whyNot(pathway: string, told: PersonaTold, replaces: string | null): No | undefined {
  const faults = calendarFaults(told);
  const own = shippedPersonas(pathway);
  if (replaces !== null && !own.some(({ id }) => id === replaces)) {
    faults.push({ path: 'replaces', message: NOT_THERE });
  }
  if (faults.length > 0) return no('input-invalid', { faults });
  const name = told.name.toLowerCase();
  const isTaken = own.some((one) => one.id !== replaces && one.name.toLowerCase() === name);
  return isTaken ? no('persona-name-taken') : undefined;
}

const NOT_THERE = {
  it: 'Questo percorso non ha una persona così fra quelle fornite.',
  en: 'This pathway has no such persona among those supplied.',
};

function isSame(one: object, other: object): boolean {
  return sortedJson(one) === sortedJson(other);
}
