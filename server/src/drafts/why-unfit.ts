import type { ClientBase, Pool } from 'pg';
import type { z } from 'zod';
import type { Publication } from '../contract/drafts.ts';
import { type No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { type DocumentThread, GIVEN_UP } from './document-thread.ts';
import type { DraftHead } from './draft-rows.ts';
import { keptPersonas, walkersOf } from './personas.ts';

const RUNNING = `
select w.id, v.document from pathway w join pathway_version v
  on v.pathway_id = w.id and v.version = w.current_version order by w.id`;

const UNFINISHED = { retryAfterSeconds: 60 };

/** What whoever publishes has seen, and finds right: nothing of it is hidden from them before. */
export type Seen = Pick<z.infer<typeof Publication>, 'astray' | 'undecided'>;

/**
 * Why a draft is not fit to become a version: its errors; else that the check could not decide
 * everything, or personas who no longer get to their end, unless just these were seen.
 */
export async function whyUnfit(
  server: Server,
  head: DraftHead,
  text: string,
  seen: Seen,
  thread: DocumentThread,
): Promise<No | undefined> {
  const { rows } = await server.pool.query<{ id: string; document: string }>(RUNNING);
  const current = rows.find(({ id }) => id === head.pathwayId)?.document;
  const others = rows.filter(({ id }) => id !== head.pathwayId).map(({ document }) => document);
  const known = await knownNames(server);
  const checked = await thread.ask({ kind: 'check', text, current, others, known });
  if (checked === GIVEN_UP) return no('check-unfinished', UNFINISHED);
  const { errors, why } = checked;
  if (errors.length > 0) {
    const faults = errors
      .slice(0, 50)
      .map(({ elements, message }) => ({ path: elements[0]?.pointer ?? '', message }));
    return no('draft-has-errors', { path: 'document', faults });
  }
  if (why && !seen.undecided) {
    return no('check-undecided', { path: 'undecided', faults: [{ path: '', message: why }] });
  }
  const personas = walkersOf(head.pathwayId, await keptPersonas(server.pool, head.pathwayId));
  if (personas.length === 0) return undefined;
  const found = await thread.ask({ kind: 'walk', text, current, personas });
  if (found === GIVEN_UP) return no('check-unfinished', UNFINISHED);
  if (found.every(({ persona }) => seen.astray?.includes(persona))) return undefined;
  const faults = found.map(({ persona, words }) => ({ path: persona, message: words }));
  return no('personas-astray', { path: 'astray', faults });
}

async function knownNames({ pool, settings }: Server) {
  const { rows } = await pool.query<{ id: string }>('select id from organisation');
  return { organisations: rows.map(({ id }) => id), services: Object.keys(settings.services) };
}

const EDITS = `
select count(*)::int as n from persona_edit e join persona s on s.id = e.persona_id
where s.pathway_id = $1`;

/** Grows with every change of a pathway's personas: who walked is who is there, if it is the same. */
export async function personaEditCount(on: Pool | ClientBase, pathway: string): Promise<number> {
  return (await on.query<{ n: number }>(EDITS, [pathway])).rows[0]!.n;
}
