/**
 * The designer in a real browser, beside bpmn-js with the same pathway as BPMN 2.0: both built
 * alike, opened in turns with nothing stored, and measured from inside the page.
 */
import { mapEdges } from '../designer/src/map/map-edges.ts';
import { launchBrowser } from '../test/browser.ts';
import { openSite } from './designer-site.ts';
import {
  type Browser,
  type Editor,
  editTimes,
  panRate,
  type Visit,
  visit,
} from './designer-visit.ts';
import { bounded, median, percentile, type Row } from './row.ts';
import { syntheticPathway } from './synthetic-pathway.ts';

const SMALL = 60;
const LARGE = 500;
const OPENINGS = 5;
const PANS = 3;
const CHECKS = 20;
const LAYOUTS = 3;
/** In view when the editor opens; each is removed and taken back twice. */
const EDITED = ['step-0-1', 'step-0-2', 'step-0-4', 'step-0-5', 'step-0-6'];

export async function benchDesigner(): Promise<Row[]> {
  const site = await openSite();
  const browser = await launchBrowser();
  try {
    const bench = { browser, origin: site.origin };
    const [small, large] = [await measured(bench, SMALL), await measured(bench, LARGE)];
    return [...smallRows(small), ...(await checkRows(bench)), ...largeRows(large)];
  } finally {
    await browser.close();
    await site.close();
  }
}

interface Bench {
  readonly browser: Browser;
  readonly origin: string;
}

type Times = Readonly<Record<Editor, { opened: number[]; rates: number[]; edits: number[] }>>;
type Figure = Pick<Row, 'name' | 'value' | 'unit' | 'besides'>;

async function opened({ browser, origin }: Bench, editor: Editor, steps: number): Promise<Visit> {
  const arrows = mapEdges(syntheticPathway(steps)).length;
  return visit(browser, origin, editor, { steps, arrows });
}

/** In turns, so that what else the machine does falls on both. */
async function measured(bench: Bench, steps: number): Promise<Times> {
  const times: Times = {
    editor: { opened: [], rates: [], edits: [] },
    'bpmn-js': { opened: [], rates: [], edits: [] },
  };
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    for (const editor of ['editor', 'bpmn-js'] as const) {
      const page = await opened(bench, editor, steps);
      times[editor].opened.push(page.openedMs);
      // The edits first: they need steps that are large enough to be clicked.
      if (turn === 0 && editor === 'editor') {
        times.editor.edits.push(...(await editTimes(page, [...EDITED, ...EDITED])));
      }
      if (turn < PANS) times[editor].rates.push(await panRate(page));
      await page.close();
    }
  }
  return times;
}

function smallRows({ editor, 'bpmn-js': other }: Times): Row[] {
  const name = `designer, ${SMALL} steps`;
  const [value, otherMs] = [median(editor.opened), median(other.opened)];
  const slowest = Math.round(Math.max(...editor.opened));
  const besides = `bpmn-js ${Math.round(otherMs)} ms; the slowest of ${OPENINGS} ${slowest} ms`;
  const opening = bounded({ name: `${name}: first picture`, value, unit: 'ms', besides }, 1000);
  return [{ ...opening, ratio: value / otherMs }, bounded(editFigure(name, editor.edits), 50)];
}

function editFigure(name: string, edits: readonly number[]): Figure {
  return {
    name: `${name}: from an edit to the paint, p95`,
    value: percentile(edits, 95),
    unit: 'ms',
    besides: `median ${Math.round(median(edits))} ms; a step removed by key, and taken back`,
  };
}

/** What runs in the page but not in its drawing. */
async function checkRows(bench: Bench): Promise<Row[]> {
  const small = await opened(bench, 'editor', SMALL);
  await small.page.evaluate(() => window.atRest());
  const checks = await small.page.evaluate((times) => window.bench.structuralChecks(times), CHECKS);
  await small.close();
  const large = await opened(bench, 'editor', LARGE);
  const layouts: { totalMs: number; longestTaskMs: number }[] = [];
  for (let time = 0; time < LAYOUTS; time += 1) {
    await large.page.evaluate(() => window.atRest());
    layouts.push(await large.page.evaluate(() => window.bench.layout()));
  }
  await large.close();
  const totalMs = median(layouts.map((layout) => layout.totalMs));
  return [
    bounded(
      {
        name: `designer, ${SMALL} steps: structural checks, p95`,
        value: percentile(checks, 95),
        unit: 'ms',
        besides: `median ${Math.round(median(checks))} ms of ${CHECKS}, in the browser`,
      },
      50,
    ),
    bounded(
      {
        name: `designer, ${LARGE} steps: the main thread's longest task while all is laid out`,
        value: median(layouts.map((layout) => layout.longestTaskMs)),
        unit: 'ms',
        besides: `0 is less than 50; the worker takes ${Math.round(totalMs)} ms`,
      },
      50,
    ),
  ];
}

function largeRows({ editor, 'bpmn-js': other }: Times): Row[] {
  const name = `designer, ${LARGE} steps`;
  const slower = median(editor.opened) / median(other.opened);
  const faster = median(editor.rates) / median(other.rates);
  return [
    {
      name: `${name}: first picture`,
      value: median(editor.opened),
      unit: 'ms',
      besides: `bpmn-js ${Math.round(median(other.opened))} ms`,
      ratio: slower,
      goal: '≤ 1',
      met: slower <= 1,
    },
    {
      name: `${name}: frames while all of it is dragged`,
      value: median(editor.rates),
      unit: 'per s',
      besides: `bpmn-js ${median(other.rates).toFixed(1)} per s`,
      ratio: faster,
      goal: '≥ 1',
      met: faster >= 1,
    },
    bounded(editFigure(name, editor.edits), 100),
  ];
}
