/** What the checks cost: while drawing, of the programme's pathways, and of very parallel ones. */
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CheckOptions,
  check,
  type MachineNode,
  type PathwayDocument,
  parseDocument,
} from '@percorso/engine';
import { bounded, median, percentile, type Row } from './row.ts';
import { syntheticPathway } from './synthetic-pathway.ts';

const QUICK_ROUNDS = 60;
const QUICK_LIMIT_MS = 50;
const ROUNDS = 5;
const PARALLEL_LIMIT_MS = 2000;

export function benchChecks(): Row[] {
  return [quick(), shipped(), compared(), parallel(6, 6), parallel(8, 5), parallel(12, 6)];
}

function quick(): Row {
  const document = syntheticPathway(60);
  const times = Array.from({ length: QUICK_ROUNDS }, () => timed(document, { isQuick: true }).ms);
  const value = percentile(times.slice(QUICK_ROUNDS / 3), 95);
  const figure = { name: 'checks: of the drawing, 60 steps, p95', value, unit: 'ms' };
  return bounded({ ...figure, besides: 'as after each edit' }, QUICK_LIMIT_MS);
}

function shipped(): Row {
  const file = import.meta.resolve('@percorso/definitions/mig-work-neet/pathway.json');
  const cwd = dirname(dirname(fileURLToPath(file)));
  const documents = globSync('*/pathway.json', { cwd }).map((name) =>
    parsed(JSON.parse(readFileSync(`${cwd}/${name}`, 'utf8'))),
  );
  const all = documents.map((document) => rounds(document, {}));
  const configurations = all.map(({ configurations }) => configurations).join(', ');
  return {
    name: 'checks: of behaviour, all pathways of the programme',
    value: all.reduce((sum, { ms }) => sum + ms, 0),
    unit: 'ms',
    besides: `${configurations} configurations`,
    ...{ ratio: null, goal: null, met: null },
  };
}

/** Small enough to be explored in every order in the same run. */
function compared(): Row {
  const document = parallelPathway(5, 5);
  const [some, all] = [rounds(document, {}), timed(document, { isExhaustive: true })];
  return {
    name: `checks: 5 × 5 parallel steps, ${some.configurations} configurations`,
    value: some.ms,
    unit: 'ms',
    besides: `in every order ${all.configurations}, ${all.ms.toFixed(0)} ms`,
    ratio: some.ms / all.ms,
    ...{ goal: null, met: null },
  };
}

function parallel(regionCount: number, stepCount: number): Row {
  const { ms, configurations } = rounds(parallelPathway(regionCount, stepCount), {});
  const product = (stepCount ** regionCount).toLocaleString('en');
  const name = `checks: ${regionCount} × ${stepCount} parallel steps`;
  const besides = `${configurations} configurations instead of ${product}`;
  return bounded({ name, value: ms, unit: 'ms', besides }, PARALLEL_LIMIT_MS);
}

function rounds(document: PathwayDocument, options: CheckOptions) {
  const all = Array.from({ length: ROUNDS }, () => timed(document, options));
  return { ...all[0]!, ms: median(all.map(({ ms }) => ms)) };
}

function timed(document: PathwayDocument, options: CheckOptions) {
  const begin = performance.now();
  const { explored } = check(document, options);
  if (!options.isQuick && !explored.isComplete) throw new Error(explored.why!.en);
  return { ms: performance.now() - begin, configurations: explored.configurations };
}

/** Regions of steps in a row, each with actions of its own; the last step is final. */
function parallelPathway(regionCount: number, stepCount: number): PathwayDocument {
  const keys = Array.from({ length: regionCount }, (_, region) =>
    Array.from({ length: stepCount }, (_, at) => `r${region}-s${at}`),
  );
  const words = (text: string) => ({ it: text, en: text });
  const step = (key: string, next: string | undefined): MachineNode =>
    next
      ? { id: key, on: { [actionOf(key)]: { target: `#${next}` } } }
      : { id: key, type: 'final' };
  const regions = keys.map((row, region): [string, MachineNode] => {
    const states = row.map((key, at) => [key, step(key, row[at + 1])]);
    return [
      `r${region}`,
      { id: `r${region}`, initial: row[0]!, states: Object.fromEntries(states) },
    ];
  });
  const all = ['all', ...regions.map(([key]) => key), ...keys.flat()];
  const labels = all.map((key) => [key, { label: words(key) }]);
  const actions = keys.flatMap((row) => row.slice(0, -1)).map(actionOf);
  return parsed({
    ...{ format: 1, id: 'parallel', title: words('Parallel'), subject: 'person' },
    participant: { type: 'object', properties: {} },
    data: { type: 'object', properties: {} },
    ...{ forms: {}, rules: {}, messages: {}, stages: [] },
    actions: Object.fromEntries(
      actions.map((action) => [action, { label: words(action), roles: ['case-manager'] }]),
    ),
    steps: { ...Object.fromEntries(labels), end: { label: words('End'), outcome: 'completed' } },
    machine: {
      id: 'parallel',
      initial: 'all',
      states: {
        all: {
          id: 'all',
          type: 'parallel',
          onDone: { target: '#end' },
          states: Object.fromEntries(regions),
        },
        end: { id: 'end', type: 'final' },
      },
    },
  });
}

function actionOf(step: string): string {
  return `GO_${step.toUpperCase().replace('-', '_')}`;
}

function parsed(value: unknown): PathwayDocument {
  const result = parseDocument(value);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.document;
}
