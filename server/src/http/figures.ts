import { ageOn } from '../case/participant-facts.ts';
import { pathwayVersion } from '../case/pathway-versions.ts';
import { TIME_ZONE } from '../case/time-zone.ts';
import type { Server } from '../server.ts';
import { stagesOf } from './running-by-stage.ts';

const COLUMNS = [
  'pathway',
  'stages',
  'status',
  'outcome',
  'age_band',
  'situation',
  'registered_month',
];

// By what the rows say themselves: the order of a table could tell whose a row is.
const CASES = `
select c.pathway_id, c.version, c.steps, c.status, c.outcome, p.birth_date::text as born,
  p.situation, to_char(c.registered_at at time zone '${TIME_ZONE}', 'YYYY-MM') as month
from "case" c join participant p on p.id = c.participant_id
where c.parent_case_id is null
order by month, c.pathway_id, c.status, c.outcome, c.steps, p.situation`;

interface Found {
  pathway_id: string;
  version: number;
  steps: string[];
  status: string;
  outcome: string | null;
  born: string | null;
  situation: string | null;
  month: string;
}

/**
 * The cases as rows for a spreadsheet: nothing that names or finds a person. Semicolons and the
 * mark at the start are what spreadsheets in Italian expect.
 */
export async function figuresAsCsv(server: Server): Promise<string> {
  const { rows } = await server.pool.query<Found>(CASES);
  const now = server.clock();
  const lines = await Promise.all(
    rows.map(async (row) => {
      const pathway = await pathwayVersion(server, row.pathway_id, row.version);
      const stages = row.status === 'active' ? [...stagesOf(pathway, row.steps)] : [];
      return [
        row.pathway_id,
        stages.join(' '),
        row.status,
        row.outcome,
        row.born && ageBand(ageOn(row.born, now, TIME_ZONE)),
        row.situation,
        row.month,
      ];
    }),
  );
  // All are ids of the programme's documents or dates: nothing that needs quotation marks.
  const text = [COLUMNS, ...lines].map((line) => line.map((cell) => cell ?? '').join(';'));
  return `\uFEFF${text.join('\r\n')}\r\n`;
}

/** The programme's ages are 16 to 34; a single year would tell too much. */
function ageBand(age: number): string {
  const from = [30, 25, 20, 18, 16].find((least) => age >= least);
  const to = { 30: 34, 25: 29, 20: 24, 18: 19, 16: 17 };
  if (from === undefined) return 'under 16';
  return age > 34 ? 'over 34' : `${from}-${to[from as keyof typeof to]}`;
}
