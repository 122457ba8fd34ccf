/**
 * Measures the figures that Percorso promises, prints them as a table and keeps them in
 * `results.json` and `results.md`. `--only engine` (or another of the parts below) measures a part,
 * and keeps nothing.
 */
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchChecks } from './checks.ts';
import { benchDesigner } from './designer.ts';
import { benchEngine } from './engine.ts';
import { benchHostile } from './hostile.ts';
import { benchHttp } from './http.ts';
import { benchMigrate } from './migrate.ts';
import { benchMigration } from './migration.ts';
import { benchPreview } from './preview.ts';
import { asMarkdown, type Conditions, conditionsNow } from './report.ts';
import type { Row } from './row.ts';
import { benchWhole } from './whole.ts';

const PARTS: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  engine: benchEngine,
  checks: benchChecks,
  gate: benchHostile,
  migrate: benchMigrate,
  migration: benchMigration,
  preview: benchPreview,
  http: benchHttp,
  whole: benchWhole,
  designer: benchDesigner,
};

function partsAsked(): string[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const all = Object.keys(PARTS);
  if (values.only === undefined) return all;
  if (all.includes(values.only)) return [values.only];
  process.stderr.write(`Usage: npm run bench [-- --only ${all.join(' | ')}]\n`);
  process.exit(1);
}

async function keep(rows: readonly Row[], conditions: Conditions): Promise<void> {
  const file = (name: string) => join(import.meta.dirname, name);
  await writeFile(file('results.json'), `${JSON.stringify(rows, null, 2)}\n`);
  await writeFile(file('results.md'), asMarkdown(rows, conditions));
}

const parts = partsAsked();
const loadBefore = loadavg()[0]!;
const rows: Row[] = [];
for (const part of parts) {
  process.stderr.write(`measuring: ${part}…\n`);
  rows.push(...(await PARTS[part]!()));
}
const conditions = await conditionsNow(loadBefore);
process.stdout.write(asMarkdown(rows, conditions));
if (parts.length === Object.keys(PARTS).length) await keep(rows, conditions);
