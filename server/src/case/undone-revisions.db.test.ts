import fc from 'fast-check';
import { expect, it } from 'vitest';
import { useTestApi } from '../http/testing.ts';
import { undoings } from './moving-entries.ts';
import { UNDONE_REVISIONS } from './undone-revisions.ts';

const { server } = useTestApi();

const strides = ['action', 'done', 'go-to', 'undo', 'undo', 'undo', 'migrate', 'take-back'];
const wandering = fc.array(fc.constantFrom(...strides), { maxLength: 40 });

/** Leaves out what can't follow: an undoing of the start or a migration, a return from none. */
function possible(kinds: readonly string[]): string[] {
  const trace = ['start'];
  const held: string[] = [];
  for (const kind of kinds) {
    if (kind === 'undo' && (held.length === 0 || held.at(-1) === 'migrate')) continue;
    if (kind === 'take-back' && !held.includes('migrate')) continue;
    trace.push(kind);
    if (kind === 'undo') held.pop();
    else if (kind === 'take-back') held.splice(held.lastIndexOf('migrate'));
    else held.push(kind);
  }
  return trace;
}

/** Entries without facts, as after an erasure; they stand in for the table. */
const OF_THESE = `
WITH trace_entry AS (
  SELECT * FROM json_to_recordset($1) AS these(case_id text, revision int, kind text)
) ${UNDONE_REVISIONS} ORDER BY case_id, revision`;

it('tells from the kinds alone what was undone, also around moves between versions', async () => {
  const cases = fc.array(wandering.map(possible), { minLength: 1, maxLength: 3 });
  const walk = fc.asyncProperty(cases, async (traces) => {
    const entries = traces.flatMap((kinds, id) =>
      kinds.map((kind, at) => ({ case_id: String(id), revision: 3 * at + 1, kind })),
    );
    const { rows } = await server.pool.query(OF_THESE, [JSON.stringify(entries)]);
    const expected = traces.flatMap((kinds, id) =>
      [...undoings(kinds)]
        .filter(([, by]) => kinds[by] === 'undo')
        .map(([at]) => ({ case_id: String(id), revision: 3 * at + 1 }))
        .toSorted((a, b) => a.revision - b.revision),
    );
    expect(rows).toEqual(expected);
  });
  await fc.assert(walk, {
    numRuns: 300,
    examples: [[[['start', 'go-to', 'migrate', 'action', 'take-back', 'undo', 'go-to', 'undo']]]],
  });
});
