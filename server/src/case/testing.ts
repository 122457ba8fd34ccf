/** What the database tests of cases have in common: a published pathway, people, seats, a youth. */
import { readFileSync } from 'node:fs';

export { COURSE } from './testing-documents.ts';

import type { Server } from '../server.ts';
import { inTransaction } from './in-transaction.ts';
import { startCase } from './start-case.ts';

export async function publish(server: Server, document: { readonly id: string }): Promise<void> {
  await server.pool.query(
    'INSERT INTO pathway (id, current_version) VALUES ($1, 1) ON CONFLICT DO NOTHING',
    [document.id],
  );
  await server.pool.query(
    `INSERT INTO pathway_version (pathway_id, version, document, content_hash, published_at, note)
     VALUES ($1, 1, $2, 'test', now(), '')`,
    [document.id, JSON.stringify(document)],
  );
}

export function definition(id: string): { readonly id: string } {
  const url = new URL(`../../../definitions/${id}/pathway.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

export async function addOrganisation(server: Server, id: string): Promise<string> {
  await server.pool.query(
    `INSERT INTO organisation (id, name, kind, delivers, position)
     VALUES ($1, $1, 'partner', '{"it":"corsi","en":"courses"}', 1) ON CONFLICT DO NOTHING`,
    [id],
  );
  return id;
}

export async function addPerson(
  server: Server,
  roles: readonly string[],
  organisation: string | null = null,
): Promise<string> {
  const id = server.newId();
  await server.pool.query(
    `INSERT INTO person (id, name, email, organisation_id, language, active, demonstration, roles,
       created_at) VALUES ($1, $2, $3, $4, 'it', true, false, $5, now())`,
    [id, `Persona ${id.slice(-4)}`, `${id}@example.org`, organisation, roles],
  );
  return id;
}

export async function addEdition(
  server: Server,
  kind: string,
  seats: number,
  organisation = 'cesvip',
): Promise<string> {
  await addOrganisation(server, organisation);
  const opportunity = `${kind}-${organisation}`;
  await server.pool.query(
    `INSERT INTO opportunity (id, kind, title, organisation_id)
     VALUES ($1, $2, '{"it":"Corso","en":"Course"}', $3) ON CONFLICT DO NOTHING`,
    [opportunity, kind, organisation],
  );
  const id = server.newId();
  await server.pool.query(
    `INSERT INTO edition (id, opportunity_id, starts_on, ends_on, place, seats, taken, open,
       revision) VALUES ($1, $2, '2026-12-01', '2026-12-31', 'Milano', $3, 0, true, 1)`,
    [id, opportunity, seats],
  );
  return id;
}

export interface Youth {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly birthDate?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
}

async function addParticipant(server: Server, youth: Youth = {}): Promise<string> {
  const id = server.newId();
  const { firstName = 'Ada', lastName = 'Prova' } = youth;
  await server.pool.query(
    `INSERT INTO participant (id, revision, subject, first_name, last_name, birth_date, email,
       phone, language, situation, search, demonstration, created_at)
     VALUES ($1, 1, 'person', $2, $3, $4, $5, $6, 'it', 'out-of-school', $7, false, now())`,
    [
      id,
      firstName,
      lastName,
      youth.birthDate ?? '2004-05-17',
      youth.email === undefined ? `${id}@example.org` : youth.email,
      youth.phone ?? null,
      `${firstName} ${lastName}`.toLowerCase(),
    ],
  );
  return id;
}

/** A case just begun. */
export async function addCase(
  server: Server,
  pathwayId: string,
  caseManagerId: string | null,
  participantId?: string,
): Promise<string> {
  const participant = participantId ?? (await addParticipant(server));
  const id = server.newId();
  await inTransaction(server, (client) =>
    startCase(server, client, {
      id,
      pathwayId,
      participantId: participant,
      caseManagerId,
      actor: { kind: 'system' },
      at: server.clock(),
    }),
  );
  return id;
}
