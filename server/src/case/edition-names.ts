import type { Words } from '@percorso/engine';
import type { Pool } from 'pg';
import { dateInWords, type Names } from './step-words.ts';

interface Row extends TitledEdition {
  readonly id: string;
}

export interface TitledEdition {
  readonly title: Words;
  readonly starts_on: string;
}

/** Editions in words: their title and when they begin. Ids that are no editions are left out. */
export async function editionNames(pool: Pool, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<Row>(
    `SELECT e.id, o.title, e.starts_on::text FROM edition e
     JOIN opportunity o ON o.id = e.opportunity_id WHERE e.id::text = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, editionName(row)]));
}

/** Of an edition: the title of what is offered, and when it begins. */
export function editionName({ title, starts_on }: TitledEdition): Words {
  return {
    it: `${title.it}, dal ${dateInWords(starts_on, 'it')}`,
    en: `${title.en}, from ${dateInWords(starts_on, 'en')}`,
  };
}
