import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check, compile, parseDocument, walkExample } from '@percorso/engine';
import { describe, expect, test } from 'vitest';

const definitions = fileURLToPath(new URL('../definitions/', import.meta.url));
const files = globSync('*/pathway.json', { cwd: definitions }).sort();

function documentOf(file: string) {
  const parsed = parseDocument(readFileSync(definitions + file, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

describe('every pathway of the programme', () => {
  test.each(files)('%s leads everybody to an outcome and has no errors', (file) => {
    const { findings, explored } = check(documentOf(file));
    expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(explored.isComplete).toBe(true);
  });

  test('would not, if a minor without consent could neither withdraw nor be referred', () => {
    const document = structuredClone(documentOf('mig-work-neet/pathway.json'));
    const { interviewed } = document.machine.states as Record<string, { on: object }>;
    for (const action of ['WITHDRAW', 'REFER_ELSEWHERE', 'RECORD_CONSENT']) {
      delete (interviewed!.on as Record<string, unknown>)[action];
    }
    const found = check(document).findings.filter((one) => one.severity === 'error');
    const stuck = found.find((one) => one.walk);
    expect(stuck?.elements[0]?.step).toBe('interviewed');
    expect(walkExample(compile(document), stuck!.walk!)?.value).toBe('interviewed');
    expect(stuck?.walk?.told.it).toContain('«Colloquio svolto»');
  });
});
