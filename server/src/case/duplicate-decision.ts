import type { CaseState } from '@percorso/engine';
import type { ClientBase } from 'pg';
import type { z } from 'zod';
import type { Reader } from '../access/reader.ts';
import type { DuplicateDecision } from '../contract/cases.ts';
import { No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { permitReading } from './case-access.ts';
import { administrative } from './case-office.ts';
import { changeCase } from './change-case.ts';
import { endedRows } from './end-case.ts';
import { loadCase } from './load-case.ts';

type Body = z.output<typeof DuplicateDecision>;

/**
 * Records whether two cases are the same person; the pair is not shown again. Where they are, the
 * one that registered later is closed, provided that nobody was taken in charge on it: that is, it
 * still stands where it began. Both traces say so.
 */
export async function decideDuplicate(
  server: Server,
  reader: Reader,
  caseId: string,
  { other, decision }: Body,
): Promise<No | undefined> {
  const otherCase = await loadCase(server.pool, other, reader.id);
  if (other === caseId || !otherCase) return no('not-found');
  // The one closes the other case, the other hides the pair: not for who can't compare the two.
  if (permitReading(reader)(otherCase)) {
    return no('forbidden', { detail: ASK_COORDINATORS });
  }
  const acted = await changeCase(server, {
    caseId,
    actor: { kind: 'person', id: reader.id },
    permit: permitReading(reader),
    decide: (_loaded, _pathway, now) =>
      administrative(
        'duplicate-decided',
        { within: (client) => record(client, [caseId, other], decision, reader.id, now) },
        { decision },
      ),
  });
  if (acted instanceof No) return acted;
  if (decision === 'same-person') return closeLater(server, reader, caseId, other);
  return undefined;
}

const ASK_COORDINATORS = {
  it: 'L’altro caso non è tuo: chiedi a chi coordina di unirli.',
  en: 'The other case is not yours: ask a coordinator to decide.',
};

async function record(
  client: ClientBase,
  [one, other]: readonly [string, string],
  decision: Body['decision'],
  by: string,
  at: Date,
): Promise<void> {
  for (const pair of [
    [one, other],
    [other, one],
  ]) {
    await client.query(
      `INSERT INTO duplicate_decision (case_id, other_case_id, decision, decided_by, at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (case_id, other_case_id)
       DO UPDATE SET decision = excluded.decision, decided_by = excluded.decided_by,
         at = excluded.at`,
      [...pair, decision, by, at],
    );
  }
}

const LATER = `
SELECT id FROM "case" WHERE id = ANY ($1) AND status = 'active'
  AND id = (SELECT id FROM "case" WHERE id = ANY ($1) ORDER BY registered_at DESC, id DESC LIMIT 1)
  AND steps = (SELECT entered FROM trace_entry WHERE case_id = "case".id AND kind = 'start')`;

async function closeLater(
  server: Server,
  reader: Reader,
  one: string,
  other: string,
): Promise<No | undefined> {
  const { rows } = await server.pool.query<{ id: string }>(LATER, [[one, other]]);
  if (!rows[0]) return undefined;
  const closed = await changeCase(server, {
    caseId: rows[0].id,
    actor: { kind: 'person', id: reader.id },
    decide: (loaded) =>
      loaded.status === 'done'
        ? no('case-ended')
        : administrative('duplicate', {
            rows: endedRows(JSON.parse(loaded.snapshot) as CaseState),
            endedAs: 'not-started',
          }),
  });
  return closed instanceof No && closed.code !== 'case-ended' ? closed : undefined;
}
