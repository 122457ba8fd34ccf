import type { Server } from '@percorso/server';
import { median, percentile, type Row } from './row.ts';

const CASE_COUNT = 10_000;
const ROUNDS = 25;
const LIMIT_MS = 200;

/** A copy of every row with ids of its own, made from the old one and the copy's number. */
const copy = (table: string, changes: Readonly<Record<string, string>>) => `
  insert into "${table}" select r.* from "${table}" t, generate_series(1, $1) n,
    jsonb_populate_record(t, jsonb_build_object(
      ${Object.entries(changes).map(([column, value]) => `'${column}', ${value}`)})) r`;

const newId = (column: string) => `md5(t.${column}::text || n)::uuid`;

/** What the case list reads, in the mixture of the programme. Nobody is anybody's duplicate. */
const COPIES = [
  copy('participant', {
    id: newId('id'),
    last_name: `t.last_name || n`,
    email: `n || t.email`,
    phone: `null`,
    birth_date: `t.birth_date - n::int`,
    search: `t.search || n`,
  }),
  copy('case', {
    id: newId('id'),
    participant_id: newId('participant_id'),
    parent_case_id: newId('parent_case_id'),
    receipt_code: `t.receipt_code || n`,
  }),
  copy('activity', {
    id: newId('id'),
    case_id: newId('case_id'),
    sub_case_id: newId('sub_case_id'),
  }),
];

const SEARCHES: readonly object[] = [
  {},
  { text: 'rossi' },
  { text: 'a b' },
  { order: 'name', status: 'all' },
  { order: 'newest', stage: 'training' },
  { order: 'changed', offset: 5000, status: 'all' },
  { subject: 'group', status: 'all' },
  { caseManager: 'none' },
];

/** Searches as a coordinator, who may see every case, one after the other over HTTP. */
export async function benchSearch(server: Server, origin: string, token: string): Promise<Row[]> {
  const { pool } = server;
  const before = await pool.query<{ count: number }>('select count(*)::int as count from "case"');
  const copyCount = Math.ceil(CASE_COUNT / before.rows[0]!.count) - 1;
  for (const statement of COPIES) await pool.query(statement, [copyCount]);
  const after = await pool.query<{ count: number }>('select count(*)::int as count from "case"');
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const search of SEARCHES) {
      const milliseconds = await timeOf(origin, token, search);
      // The first round warms.
      if (round > 0) times.push(milliseconds);
    }
  }
  const value = percentile(times, 95);
  const median50 = median(times).toFixed(0);
  return [
    {
      name: `server: search among ${after.rows[0]!.count} cases over HTTP, 95th percentile`,
      value,
      unit: 'ms',
      besides: `${SEARCHES.length} searches of a coordinator in turns; median ${median50} ms`,
      ratio: null,
      goal: `≤ ${LIMIT_MS} ms`,
      met: value <= LIMIT_MS,
    },
  ];
}

async function timeOf(origin: string, token: string, search: object): Promise<number> {
  const begin = performance.now();
  const response = await fetch(`${origin}/api/cases/search`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: `percorso=${token}` },
    body: JSON.stringify(search),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(text);
  return performance.now() - begin;
}
