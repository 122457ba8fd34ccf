import type { Persona } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';
import type {
  ForgottenPersona,
  KeptPersona,
  PersonasView,
  PersonaTold,
} from '../contract/personas.ts';
import { withTransaction } from '../database/transaction.ts';
import { type No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { announcePathway } from './announce.ts';
import { shippedPersonas } from './shipped-personas.ts';

const LIST = `
select s.id, s.pathway_id as pathway, s.name, s.replaces, s.told, s.revision,
  s.kept_at as "keptAt", json_build_object('id', p.id, 'name', p.name) as "keptBy",
  s.forgotten_at is not null as "isForgotten"
from persona s join person p on p.id = s.kept_by`;

/** A persona with its row; what is told has no name, id or pathway. */
export interface Stored extends Omit<KeptPersona, 'keptAt'> {
  readonly keptAt: Date;
  readonly told: Omit<PersonaTold, 'name'>;
  readonly isForgotten: boolean;
}

export function keptOf({ told: _, isForgotten: __, keptAt, ...row }: Stored): KeptPersona {
  return { ...row, keptAt: keptAt.toISOString() };
}

/** The personas that are kept of a pathway. */
export async function keptPersonas(on: Pool | ClientBase, pathway: string): Promise<Stored[]> {
  const list = `${LIST} where s.pathway_id = $1 and s.forgotten_at is null order by lower(s.name)`;
  return (await on.query<Stored>(list, [pathway])).rows;
}

export async function storedPersona(
  on: Pool | ClientBase,
  id: string,
): Promise<Stored | undefined> {
  return (await on.query<Stored>(`${LIST} where s.id = $1`, [id])).rows[0];
}

/** Who must be able to walk a pathway: the installation's own, and those that coordinators keep. */
export function walkersOf(pathway: string, kept: readonly Stored[]): Persona[] {
  const isReplaced = (id: string) => kept.some(({ replaces }) => replaces === id);
  const own = shippedPersonas(pathway).filter(({ id }) => !isReplaced(id));
  // The contract parsed what was told when it was kept.
  const theirs = kept.map(({ id, name, told }) => ({ id, pathway, name, ...told }) as Persona);
  return [...own, ...theirs];
}

// Whoever has the discarded draft of a pathway that never was looks at who would walk it, too.
const IS_KNOWN = `
select exists (select from pathway where id = $1)
  or exists (select from draft where pathway_id = $1) as yes`;

const FORGOTTEN = `
select s.id, s.name, s.revision, s.forgotten_at as "forgottenAt",
  json_build_object('id', p.id, 'name', p.name) as "forgottenBy"
from persona s join persona_edit e on e.persona_id = s.id and e.revision = s.revision
join person p on p.id = e.person_id
where s.pathway_id = $1 and s.forgotten_at is not null
order by s.forgotten_at desc, s.id limit 20`;

/** The personas of a pathway: those who walk its drafts, and the last that were forgotten. */
export async function readPersonas({ pool }: Server, pathway: string): Promise<PersonasView | No> {
  const known = await pool.query<{ yes: boolean }>(IS_KNOWN, [pathway]);
  if (!known.rows[0]!.yes) return no('not-found');
  const kept = await keptPersonas(pool, pathway);
  type Row = Omit<ForgottenPersona, 'forgottenAt'> & { readonly forgottenAt: Date };
  const { rows } = await pool.query<Row>(FORGOTTEN, [pathway]);
  return {
    personas: walkersOf(pathway, kept),
    kept: kept.map(keptOf),
    forgotten: rows.map((row) => ({ ...row, forgottenAt: row.forgottenAt.toISOString() })),
  };
}

const LOG = `
insert into persona_edit (persona_id, revision, at, person_id, what) values ($1, $2, $3, $4, $5)`;

interface Edit {
  /** A statement that writes a persona and returns its `pathway`, `id` and `revision`. */
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly what: 'kept' | 'changed' | 'forgotten' | 'restored';
  readonly by: { readonly id: string };
  readonly at: Date;
}

/**
 * Writes a persona, who did so, and tells whoever has a draft of its pathway open. Undefined where
 * the statement's conditions didn't hold.
 */
export function editPersona(
  { pool }: Server,
  { sql, values, what, by, at }: Edit,
): Promise<KeptPersona | undefined> {
  return withTransaction(pool, async (client) => {
    type Row = { id: string; pathway: string; revision: number };
    const row = (await client.query<Row>(sql, [...values])).rows[0];
    if (!row) return undefined;
    await client.query(LOG, [row.id, row.revision, at, by.id, what]);
    await announcePathway(client, row.pathway);
    return keptOf((await storedPersona(client, row.id))!);
  });
}
