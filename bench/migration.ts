/**
 * Cases carried over to another version in the background, beside plain set-based statements that
 * write the same rows, and how long people wait meanwhile.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openSession, type Server } from '@percorso/server';
import { ACTION, startCases } from './http-cases.ts';
import { type OwnServer, withOwnServer } from './own-server.ts';
import { People } from './paced-people.ts';
import { median, type Row } from './row.ts';
import { writeSetBased } from './set-based.ts';

const CASE_COUNT = 2000;
const ROUND_COUNT = 3;
const PEOPLE_COUNT = 8;
const ALONE_MS = 3000;
const POLL_MS = 50;

export const benchMigration = (): Promise<Row[]> => withOwnServer(measure);

async function measure({ server, origin, vacuum }: OwnServer): Promise<Row[]> {
  const { personId, caseIds } = await startCases(server, 2 * CASE_COUNT + PEOPLE_COUNT);
  await server.pool.query(`update person set roles = '{case-manager,coordinator}'`);
  const inside = caseIds.slice(0, CASE_COUNT);
  const others = caseIds.slice(CASE_COUNT, 2 * CASE_COUNT);
  await redraw(server, caseIds.slice(CASE_COUNT));
  await vacuum();
  const token = await openSession(server, personId);
  const api = new Api(server.pool, origin, token);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUND_COUNT; round += 1) {
    const { id, ms } = await migrated(api);
    rounds.push({ ms, setBasedMs: await writeSetBased(server.pool, inside, others) });
    await takenBack(api, id);
  }
  const people = new People({
    origin,
    token,
    caseIds: caseIds.slice(-PEOPLE_COUNT),
    action: ACTION,
  });
  await people.act(pause(ALONE_MS / 3));
  const before = await people.act(pause(ALONE_MS));
  const { id } = await planned(api);
  const meanwhile = await people.act(moved(api, id));
  const after = await people.act(pause(ALONE_MS));
  await people.stop();
  return [speed(rounds), waiting(meanwhile, (before + after) / 2)];
}

/** How long both took, one after the other. */
interface Round {
  readonly ms: number;
  readonly setBasedMs: number;
}

function speed(rounds: readonly Round[]): Row {
  const perSecond = (of: keyof Round) =>
    Math.round((CASE_COUNT * 1000) / median(rounds.map((round) => round[of])));
  const ratio = median(rounds.map(({ ms, setBasedMs }) => setBasedMs / ms));
  return {
    name: `migration: ${CASE_COUNT} cases carried over in the background`,
    value: perSecond('ms'),
    unit: 'cases/s',
    besides: `set-based statements that write the same rows, ${perSecond('setBasedMs')}/s`,
    ratio,
    goal: '≥ 0.3',
    met: ratio >= 0.3,
  };
}

function waiting(meanwhile: number, alone: number): Row {
  const ratio = meanwhile / alone;
  return {
    name: `migration: what ${PEOPLE_COUNT} people who act meanwhile wait, p95`,
    value: meanwhile,
    unit: 'ms',
    besides: `the same without a migration, ${alone.toFixed(1)} ms`,
    ratio,
    goal: '≤ 1.5',
    met: ratio <= 1.5,
  };
}

/** A second version, which renames the task and gives less time; the others have no part in it. */
async function redraw({ pool }: Server, others: readonly string[]): Promise<void> {
  await pool.query(`insert into pathway (id, current_version) values ('bench-others', 1)`);
  await pool.query(
    `insert into pathway_version (pathway_id, version, document, content_hash, published_at, note)
     select 'bench-others', 1, document, 'others', now(), '' from pathway_version`,
  );
  await pool.query(
    `insert into pathway_version (pathway_id, version, document, content_hash, published_at, note)
     select 'bench', 2, replace(replace(document, '"Talk"', '"First talk"'), 'P30D', 'P20D'),
       'next', now(), ''
     from pathway_version where pathway_id = 'bench'`,
  );
  await pool.query(`update pathway set current_version = 2 where id = 'bench'`);
  await pool.query(`update "case" set pathway_id = 'bench-others' where id = any ($1)`, [others]);
}

interface View {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
  readonly cases: Readonly<Record<string, number>>;
}

class Api {
  readonly #pool: Server['pool'];
  readonly #origin: string;
  readonly #headers: Record<string, string>;

  constructor(pool: Server['pool'], origin: string, token: string) {
    this.#pool = pool;
    this.#origin = origin;
    this.#headers = { Cookie: `percorso=${token}`, 'Content-Type': 'application/json' };
  }

  async post(path: string, body: object = {}, revision = 0): Promise<View | undefined> {
    const condition = { 'If-Match': `"${revision}"`, 'Idempotency-Key': 'bench-bench' };
    const headers = { ...this.#headers, ...condition };
    const asked = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${this.#origin}/api${path}`, asked);
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text === '' ? undefined : (JSON.parse(text) as View);
  }

  /** Looks at the row until then: reading the whole plan again and again would be work, too. */
  async until(id: string, status: string): Promise<View> {
    for (;;) {
      const { rows } = await this.#pool.query<{ status: string }>(
        'select status from pathway_migration where id = $1',
        [id],
      );
      if (rows[0]!.status === status) break;
      await pause(POLL_MS);
    }
    const address = `${this.#origin}/api/migrations/${id}`;
    return (await (await fetch(address, { headers: this.#headers })).json()) as View;
  }
}

async function planned(api: Api): Promise<View> {
  const begun = await api.post('/pathways/bench/migrations', { version: 2 });
  return api.until(begun!.id, 'planned');
}

async function moved(api: Api, id: string): Promise<void> {
  await api.post(`/migrations/${id}/start`, {}, 1);
  const { cases } = await api.until(id, 'done');
  if (cases.moved !== CASE_COUNT) throw new Error(`not all were moved: ${JSON.stringify(cases)}`);
}

async function migrated(api: Api): Promise<{ readonly id: string; readonly ms: number }> {
  const { id } = await planned(api);
  const begin = performance.now();
  await moved(api, id);
  return { id, ms: performance.now() - begin };
}

async function takenBack(api: Api, id: string): Promise<void> {
  await api.post(`/migrations/${id}/take-back`);
  const { cases } = await api.until(id, 'taken-back');
  if (cases['taken-back'] !== CASE_COUNT) throw new Error(JSON.stringify(cases));
}
