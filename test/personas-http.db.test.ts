import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, type Pathway, type Persona, parseDocument } from '@percorso/engine';
import { parseSettings } from '@percorso/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestApi } from '../server/src/http/testing.ts';
import { HttpWalk } from './http-walk.ts';
import { findOrphans } from './orphans.ts';
import { isRegistrable, Stage } from './stage.ts';

const definitions = fileURLToPath(new URL('../definitions/', import.meta.url));
const read = (path: string) => readFileSync(`${definitions}${path}`, 'utf8');

const pathways = new Map<string, Pathway>();
for (const file of globSync('*/pathway.json', { cwd: definitions }).sort()) {
  const parsed = parseDocument(read(file));
  if (parsed.ok) pathways.set(parsed.document.id, compile(parsed.document));
}

const personas = globSync('*/personas/*.json', { cwd: definitions })
  .sort()
  .map((file) => JSON.parse(read(file)) as Persona);
const internships = personas.filter(({ pathway }) => pathway === 'internship');
const others = personas.filter(({ pathway }) => pathway !== 'internship');

// Everybody registers from a network of their own, behind a proxy that may be believed.
const api = useTestApi({ settings: parseSettings({ TRUST_PROXY: '1' }) });
const stage = new Stage(api, pathways);

beforeAll(() => stage.open(personas[0]!.start));

describe('over HTTP, every persona', () => {
  test.each(others)('$id of $pathway walks as its file says', async (persona) => {
    const index = others.indexOf(persona);
    const began = await stage.begin(persona, index);
    await new HttpWalk(stage, persona, began, stage.managerFor(index)).walk();
    expect(await findOrphans(api.server.pool)).toEqual([]);
  });

  test('but three comes by the public form', () => {
    const people = others.filter(({ participant }) => participant.age !== undefined);
    const entered = people.filter((persona) => !isRegistrable(persona)).map(({ id }) => id);
    expect(entered.sort()).toEqual(['nadia', 'omar', 'samira']);
  });
});

/** A skilled youth who goes straight into an internship, on the day on which it begins. */
function toTheInternship({ id, participant, start, data }: Persona): Persona {
  const act = (action: string, answer = {}) => ({
    do: { type: 'action', action, answer } as const,
  });
  const done = (activity: string, answer = {}) => ({
    do: { type: 'done', activity, answer } as const,
  });
  const words = { it: '', en: '' };
  return {
    id: `in-${id}`,
    name: 'Prova',
    profile: words,
    says: words,
    pathway: 'mig-work-neet',
    participant,
    start,
    walk: [
      { do: { type: 'participant', facts: { hasCaseManager: true } } },
      act('CONVENE', { at: start, place: 'online' }),
      done('interview', { attended: true }),
      act('TAKE_IN_CHARGE'),
      done('motivation-meeting', { energy: 4, ready: true }),
      act('AGREE_STRATEGY', {
        goal: 'job',
        experience: 'skilled',
        opportunities: ['internship'],
      }),
      { ...act('DIRECT_INTERNSHIP', { ...data }), steps: INTERNSHIP_RUNS },
    ],
  };
}

const INTERNSHIP_RUNS = ['internship-running', 'followed', 'offer-made'];

describe('over HTTP, every internship', () => {
  test.each(internships)('$id walks as the sub-case of a youth, who goes on', async (persona) => {
    const index = others.length + internships.indexOf(persona);
    const manager = stage.managerFor(index);
    const parent = toTheInternship(persona);
    const around = await stage.begin(parent, index);
    await new HttpWalk(stage, parent, around, manager).walk();
    const { subCase } = await around.openActivity('internship-pathway');
    const began = stage.subCase('internship', subCase!, around.manager!);
    await new HttpWalk(stage, persona, began, manager).walk();
    await stage.tellEndedSubCases();
    const next = persona.outcome === 'completed' ? 'internship-done' : 'strategy-drafting';
    expect(await around.steps()).toContain(next);
    expect(await around.proof()).toMatchObject({ matches: true, chainValid: true });
    expect(await findOrphans(api.server.pool)).toEqual([]);
  });
});

test('no name, address or secret of a persona is in any trace or snapshot', async () => {
  const { rows } = await api.server.pool.query<{ text: string }>(
    'SELECT facts AS text FROM trace_entry UNION ALL SELECT snapshot FROM "case"',
  );
  const kept = rows.map(({ text }) => text).join('\n');
  expect(kept).not.toMatch(/Cognome-|@example\.org|Educatrice|birth/i);
});
