/**
 * What a redesign means for 10,000 cases, asked for through the server: how long the coordinator
 * waits, whether they see it go on, and what it costs everybody else.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { presentSteps, sortedJson } from '@percorso/engine';
import { openSession, type Server } from '@percorso/server';
import { ACTION, startCases } from './http-cases.ts';
import { neetText, pathwayOf, redrawn } from './migrate.ts';
import { type OwnServer, withOwnServer } from './own-server.ts';
import { People } from './paced-people.ts';
import { randomPopulation } from './population.ts';
import { bounded, median, type Row } from './row.ts';

const CASE_COUNT = 10_000;
const LIMIT_SECONDS = 5;
const LOOP_LIMIT_MS = 50;
const PEOPLE_COUNT = 8;
const ALONE_MS = 3000;
const LOOK_EVERY_MS = 200;
const ROUND_COUNT = 3;

export const benchPreview = (): Promise<Row[]> => withOwnServer(measure);

async function measure({ server, origin, vacuum }: OwnServer): Promise<Row[]> {
  const { personId, caseIds } = await startCases(server, PEOPLE_COUNT);
  await server.pool.query(`update person set roles = '{case-manager,coordinator}'`);
  await placeCases(server, personId);
  await vacuum();
  const token = await openSession(server, personId);
  const people = new People({ origin, token, caseIds, action: ACTION });
  await people.act(pause(ALONE_MS / 3));
  const rounds: Preview[] = [];
  for (let round = 0; round < ROUND_COUNT; round += 1) {
    rounds.push(await previewed(origin, token, await draft(server, personId)));
  }
  const before = await people.act(pause(ALONE_MS));
  const last = await draft(server, personId);
  const meanwhile = await people.act(previewed(origin, token, last));
  const after = await people.act(pause(ALONE_MS));
  await people.stop();
  return rowsOf(rounds, meanwhile, (before + after) / 2);
}

/** The NEET pathway as the only version, and people inside who walked it at random. */
async function placeCases({ pool, newId }: Server, personId: string): Promise<void> {
  const text = neetText();
  const pathway = pathwayOf(text);
  const { id } = pathway.document;
  await pool.query('insert into pathway (id, current_version) values ($1, 1)', [id]);
  await pool.query(
    `insert into pathway_version (pathway_id, version, document, content_hash, published_at, note)
     values ($1, 1, $2, 'neet', now(), '')`,
    [id, text],
  );
  const rows = randomPopulation(pathway, CASE_COUNT, 7).map(({ state }) => ({
    id: newId(),
    participant: newId(),
    snapshot: sortedJson(state),
    steps: presentSteps(pathway, state),
  }));
  await pool.query(PLACE, [id, personId, JSON.stringify(rows)]);
}

const PLACE = `
with input as (
  select * from json_to_recordset($3::json)
    as i(id uuid, participant uuid, snapshot text, steps text[])
), about as (
  insert into participant (id, subject, first_name, birth_date, language, created_at)
  select participant, 'person', 'Bench', '2004-05-17', 'it', now() from input
)
insert into "case" (id, pathway_id, version, participant_id, case_manager_id, revision, status,
  snapshot, steps, registered_at, changed_at, last_hash)
select id, $1, 1, participant, $2, 1, 'active', snapshot, steps, now(), now(), '' from input`;

async function draft({ pool, newId }: Server, personId: string): Promise<string> {
  const id = newId();
  await pool.query(
    `insert into draft (id, pathway_id, name, base_version, document, created_at, created_by,
       changed_at, changed_by)
     values ($1, 'mig-work-neet', 'Bench', 1, $2, now(), $3, now(), $3)`,
    [id, redrawn(neetText()), personId],
  );
  return id;
}

interface Preview {
  readonly ms: number;
  /** The longest time in which the server could do nothing else. */
  readonly longestBlockMs: number;
  /** How many stages of the progress were seen by who looked. */
  readonly stageCount: number;
}

interface View {
  readonly id: string;
  readonly status: string;
  readonly progress: { readonly done: number };
  readonly groups: readonly { readonly count: number }[];
}

/** From the click until everything that was found out is there, as the page asks for it. */
async function previewed(origin: string, token: string, draftId: string): Promise<Preview> {
  const headers = { Cookie: `percorso=${token}`, 'Content-Type': 'application/json' };
  const ask = async (path: string, more: RequestInit = {}): Promise<View> => {
    const response = await fetch(`${origin}/api${path}`, { headers, ...more });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as View;
  };
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const begin = performance.now();
  const body = JSON.stringify({ revision: 1 });
  let view = await ask(`/drafts/${draftId}/migration-preview`, { method: 'POST', body });
  const stages = new Set<number>();
  while (view.status === 'computing') {
    stages.add(view.progress.done);
    await pause(LOOK_EVERY_MS);
    view = await ask(`/migrations/${view.id}`);
  }
  const ms = performance.now() - begin;
  loop.disable();
  const count = view.groups.reduce((sum, group) => sum + group.count, 0);
  if (view.status !== 'planned' || count !== CASE_COUNT) throw new Error(`${view.status} ${count}`);
  return { ms, longestBlockMs: loop.max / 1e6, stageCount: stages.size };
}

function rowsOf(rounds: readonly Preview[], meanwhile: number, alone: number): Row[] {
  const of = (figure: keyof Preview) => median(rounds.map((round) => round[figure]));
  const name = 'preview through the server, 10,000 cases';
  return [
    bounded(
      {
        name: `${name}: until it is there`,
        value: of('ms') / 1000,
        unit: 's',
        besides: `its progress was seen at ${of('stageCount')} stages`,
      },
      LIMIT_SECONDS,
    ),
    bounded(
      {
        name: `${name}: the event loop's longest block`,
        value: of('longestBlockMs'),
        unit: 'ms',
        besides: `each of ${ROUND_COUNT} previews: ${rounds.map((one) => Math.round(one.longestBlockMs)).join(', ')} ms`,
      },
      LOOP_LIMIT_MS,
    ),
    {
      name: `${name}: what ${PEOPLE_COUNT} people who act meanwhile wait, p95`,
      value: meanwhile,
      unit: 'ms',
      besides: `the same without a preview, ${alone.toFixed(1)} ms`,
      ratio: meanwhile / alone,
      goal: null,
      met: null,
    },
  ];
}
