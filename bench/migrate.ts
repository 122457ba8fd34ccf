/** What a redesign of the NEET pathway means for 10,000 youths who are inside. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  compile,
  type MigrationPlan,
  type Pathway,
  parseDocument,
  planMigration,
  sortedJson,
} from '@percorso/engine';
import { randomPopulation } from './population.ts';
import { bounded, median, type Row } from './row.ts';

const CASE_COUNT = 10_000;
const ROUND_COUNT = 5;
const LIMIT_SECONDS = 5;

export function benchMigrate(): Row[] {
  const text = neetText();
  const before = pathwayOf(text);
  const population = randomPopulation(before, CASE_COUNT, 7);
  const configurations = new Set(
    population.map(({ state: { value, history, activities, timers } }) =>
      sortedJson([value, history, activities, Object.keys(timers).sort()]),
    ),
  );
  const rounds = Array.from({ length: ROUND_COUNT }, () => {
    // Compiled anew each time: nothing that was found out before is still known.
    const after = pathwayOf(redrawn(text));
    const begin = performance.now();
    const plan = planMigration(before, after, population, CIRCUMSTANCES, HINTS);
    return { seconds: (performance.now() - begin) / 1000, plan };
  });
  const { plan } = rounds[0]!;
  const figure = {
    name: 'redesign: what it means for 10,000 cases, proven',
    value: median(rounds.map(({ seconds }) => seconds)),
    unit: 's',
    besides: `${configurations.size} distinct configurations, ${told(plan)}`,
  };
  return [bounded(figure, LIMIT_SECONDS)];
}

export function neetText(): string {
  const file = import.meta.resolve('@percorso/definitions/mig-work-neet/pathway.json');
  return readFileSync(fileURLToPath(file), 'utf8');
}

const CIRCUMSTANCES = {
  now: '2026-11-21T09:00:00.000Z',
  timeZone: 'Europe/Rome',
  participant: {},
};
const HINTS = { renamedSteps: { 'in-difficulty': 'supported' } };

function told({ groups, counts, questions }: MigrationPlan): string {
  const kinds = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return `${groups.length} groups, ${questions.length} questions: ${kinds.join(', ')}`;
}

export function pathwayOf(text: string): Pathway {
  const parsed = parseDocument(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return compile(parsed.document);
}

interface Drawn {
  readonly steps: Record<string, unknown>;
  readonly states?: Record<string, Drawn>;
}

/** Two steps gone, one renamed, one time limit shortened. */
export function redrawn(text: string): string {
  const retargeted = text
    .replaceAll('"#follow-up-due"', '"#followed"')
    .replaceAll('"#confirmed"', '"#awaiting-reply"')
    .replaceAll('"in-difficulty"', '"supported"')
    .replaceAll('"#in-difficulty"', '"#supported"')
    .replaceAll('"P90D"', '"P60D"');
  const document = JSON.parse(retargeted) as Drawn & { readonly machine: Drawn };
  for (const gone of ['follow-up-due', 'confirmed']) {
    delete document.steps[gone];
    remove(document.machine, gone);
  }
  return JSON.stringify(document);
}

function remove({ states = {} }: Drawn, step: string): void {
  delete states[step];
  for (const inner of Object.values(states)) remove(inner, step);
}
