import { sortedJson } from '@percorso/engine';
import type { KeptPersona, PersonasView, PersonaTold } from '../contract/personas.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { calendarFaults } from './persona-calendar.ts';
import { shippedPersonas } from './shipped-personas.ts';

/** Each is walked at every edit, in every draft of the pathway. */
const PERSONA_COUNT_MAX = 100;

const LIST = `
select s.id, s.pathway_id as pathway, s.name, s.replaces, s.told, s.revision,
  s.kept_at as "keptAt", json_build_object('id', p.id, 'name', p.name) as "keptBy"
from persona s join person p on p.id = s.kept_by`;

/** A kept persona with its row; what is told has no name, id or pathway. */
interface Stored extends Omit<KeptPersona, 'keptAt'> {
  readonly keptAt: Date;
  readonly told: Omit<PersonaTold, 'name'>;
}

// Whoever has the discarded draft of a pathway that never was looks at who would walk it, too.
const IS_KNOWN = `
select exists (select from pathway where id = $1)
  or exists (select from draft where pathway_id = $1) as yes`;

/** The personas of a pathway: the installation's own, and those that coordinators keep. */
export async function readPersonas({ pool }: Server, pathway: string): Promise<PersonasView | No> {
  const known = await pool.query<{ yes: boolean }>(IS_KNOWN, [pathway]);
  if (!known.rows[0]!.yes) return no('not-found');
  const list = `${LIST} where s.pathway_id = $1 order by lower(s.name)`;
  const { rows } = await pool.query<Stored>(list, [pathway]);
  const kept = rows.map(({ id, name, told }) => ({ id, pathway, name, ...told }));
  const isReplaced = (id: string) => rows.some(({ replaces }) => replaces === id);
  const own = shippedPersonas(pathway).filter(({ id }) => !isReplaced(id));
  return { personas: [...own, ...kept], kept: rows.map(keptOf) };
}

function keptOf({ told: _, keptAt, ...row }: Stored): KeptPersona {
  return { ...row, keptAt: keptAt.toISOString() };
}

const INSERT = `
insert into persona (id, pathway_id, name, replaces, told, kept_at, kept_by)
select $1, $2, $3, $4, $5, $6, $7
where (select count(*) from persona where pathway_id = $2) < ${PERSONA_COUNT_MAX}
on conflict do nothing`;

const EXISTS = `
select exists (select from pathway where id = $1)
  or exists (select from draft where pathway_id = $1 and discarded_at is null) as yes`;

export async function keepPersona(
  server: Server,
  { params, body, reader }: Asked<'keepPersona'>,
): Promise<KeptPersona | No> {
  const pathway = params.id;
  const { replaces = null, name, ...told } = body;
  const { pool } = server;
  const found = await pool.query<{ yes: boolean }>(EXISTS, [pathway]);
  if (!found.rows[0]!.yes) return no('not-found');
  const wrong = whyNot(pathway, body, replaces);
  if (wrong) return wrong;
  const id = server.newId();
  const values = [id, pathway, name, replaces, told, server.clock(), reader.id];
  if ((await pool.query(INSERT, values)).rowCount === 1) return (await keptBy(server, id))!;
  return repeated(server, pathway, body);
}

/** Who asks for the same again gets the same again; else the name, or the room, is taken. */
async function repeated(
  server: Server,
  pathway: string,
  body: Asked<'keepPersona'>['body'],
): Promise<KeptPersona | No> {
  const { replaces = null, name, ...told } = body;
  const like = `${LIST} where s.pathway_id = $1 and (lower(s.name) = lower($2) or s.replaces = $3)`;
  const { rows } = await server.pool.query<Stored>(like, [pathway, name, replaces]);
  const same = rows.find(
    (row) => row.name === name && row.replaces === replaces && isSame(row.told, told),
  );
  if (same) return keptOf(same);
  return no(rows.length > 0 ? 'persona-name-taken' : 'personas-full');
}

const UNIQUE_VIOLATION = '23505';

const UPDATE = `
update persona set name = $3, told = $4, kept_at = $5, kept_by = $6, revision = revision + 1
where id = $1 and revision = $2`;

/** Gives it other words or another walk; who asks for what it says already changes nothing. */
export async function changePersona(
  server: Server,
  { params, body, reader, revision }: Asked<'changePersona'>,
): Promise<KeptPersona | No> {
  const before = await storedOf(server, params.id);
  if (!before) return no('not-found');
  const { name, ...told } = body;
  const wrong = whyNot(before.pathway, body, before.replaces);
  if (wrong) return wrong;
  const values = [params.id, revision, name, told, server.clock(), reader.id];
  try {
    if ((await server.pool.query(UPDATE, values)).rowCount === 0) {
      const present = await storedOf(server, params.id);
      if (!present) return no('not-found');
      const isDone = present.name === name && isSame(present.told, told);
      return isDone ? keptOf(present) : no('revision-stale', { revision: present.revision });
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return no('persona-name-taken');
    throw error;
  }
  return (await keptBy(server, params.id)) ?? no('not-found');
}

/** The installation's own, whose place it took, is there again. */
export async function forgetPersona({ pool }: Server, id: string): Promise<No | undefined> {
  const { rowCount } = await pool.query('delete from persona where id = $1', [id]);
  return rowCount === 0 ? no('not-found') : undefined;
}

async function storedOf({ pool }: Server, id: string): Promise<Stored | undefined> {
  return (await pool.query<Stored>(`${LIST} where s.id = $1`, [id])).rows[0];
}

async function keptBy(server: Server, id: string): Promise<KeptPersona | undefined> {
  const stored = await storedOf(server, id);
  return stored && keptOf(stored);
}

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
