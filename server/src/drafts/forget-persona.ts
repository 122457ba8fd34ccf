import type { KeptPersona } from '../contract/personas.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { changedMeanwhile, orNameTaken, PERSONA_COUNT_MAX } from './keep-persona.ts';
import { editPersona, keptOf, storedPersona } from './personas.ts';

const FORGET = `
update persona set forgotten_at = $3, revision = revision + 1
where id = $1 and revision = $2 and forgotten_at is null
returning id, pathway_id as pathway, revision`;

/**
 * It walks no draft any more, and the installation's own, whose place it took, is there again. Its
 * row stays, with who did so; a repeat changes nothing.
 */
export async function forgetPersona(
  server: Server,
  { params, reader, revision }: Asked<'forgetPersona'>,
): Promise<No | undefined> {
  const at = server.clock();
  const values = [params.id, revision, at];
  const edit = { sql: FORGET, values, what: 'forgotten', by: reader, at } as const;
  if (await editPersona(server, edit)) return undefined;
  const present = await storedPersona(server.pool, params.id);
  if (!present) return no('not-found');
  return present.isForgotten ? undefined : changedMeanwhile(present.revision);
}

const RESTORE = `
update persona s set forgotten_at = null, revision = revision + 1
where id = $1 and revision = $2 and forgotten_at is not null and (
  select count(*) from persona o where o.pathway_id = s.pathway_id and o.forgotten_at is null
) < ${PERSONA_COUNT_MAX}
returning id, pathway_id as pathway, revision`;

/** Takes a forgotten one up again, as it was, unless its name or its place was taken meanwhile. */
export async function restorePersona(
  server: Server,
  { params, reader, revision }: Asked<'restorePersona'>,
): Promise<KeptPersona | No> {
  const at = server.clock();
  const values = [params.id, revision];
  const edit = { sql: RESTORE, values, what: 'restored', by: reader, at } as const;
  const restored = await orNameTaken(editPersona(server, edit));
  if (restored) return restored;
  const present = await storedPersona(server.pool, params.id);
  if (!present) return no('not-found');
  if (!present.isForgotten) return keptOf(present);
  return present.revision === revision ? no('personas-full') : changedMeanwhile(present.revision);
}
