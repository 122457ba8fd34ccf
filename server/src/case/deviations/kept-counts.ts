import type { DeviationCounts } from '../../contract/deviations.ts';
import { DEVIATION_KINDS_IN_SQL } from '../../database/deviation-kinds.ts';
import type { No } from '../../http/problems.ts';
import type { Server } from '../../server.ts';
import { deviationCounts } from './deviation-counts.ts';

/** What else changes the figures, an erasure or a move taken back, is told after so long. */
const KEPT_MS = 60_000;

// An index holds just these, and an entry is never deleted.
const HOW_MANY = `
SELECT count(*)::int AS deviations FROM trace_entry e JOIN "case" c ON c.id = e.case_id
WHERE e.kind IN (${DEVIATION_KINDS_IN_SQL})
  AND c.pathway_id = $1`;

interface Kept {
  /** How many entries there were. */
  readonly deviations: number;
  readonly since: number;
  readonly counts: Promise<DeviationCounts | No>;
}

/** Counts what each opening of a draft asks for: once for all who ask meanwhile or soon after. */
export class KeptCounts {
  readonly #server: Server;
  readonly #kept = new Map<string, Kept>();

  constructor(server: Server) {
    this.#server = server;
  }

  /** As `deviationCounts`; what was counted holds for a minute, unless somebody deviates. */
  async of(pathwayId: string): Promise<DeviationCounts | No> {
    const values = [pathwayId];
    const query = { name: 'deviations-of-pathway', text: HOW_MANY, values };
    const { rows } = await this.#server.pool.query<Pick<Kept, 'deviations'>>(query);
    const { deviations } = rows[0]!;
    const now = this.#server.clock().getTime();
    const kept = this.#kept.get(pathwayId);
    if (kept && kept.deviations === deviations && now - kept.since < KEPT_MS) return kept.counts;
    return this.#count(pathwayId, deviations, now);
  }

  async #count(pathwayId: string, deviations: number, since: number) {
    const mine: Kept = { deviations, since, counts: deviationCounts(this.#server, pathwayId) };
    // Where nobody deviated there is nothing to read, and so there is nothing to keep.
    if (deviations > 0) this.#kept.set(pathwayId, mine);
    try {
      return await mine.counts;
    } catch (error) {
      if (this.#kept.get(pathwayId) === mine) this.#kept.delete(pathwayId);
      throw error;
    }
  }
}
