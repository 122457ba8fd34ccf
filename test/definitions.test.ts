import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  compile,
  type MachineNode,
  type Pathway,
  type PathwayDocument,
  type Persona,
  parseDocument,
  presentSteps,
  replay,
  type Words,
} from '@percorso/engine';
import { describe, expect, test } from 'vitest';
import { walkPersona } from './walk.ts';

const LABEL_LENGTH_MAX = 40;
const LEAF = { width: 200, height: 72 };
const PADDING = 24;
const PADDING_TOP = 56;

const root = fileURLToPath(new URL('../definitions/', import.meta.url));
const read = <T>(path: string): T => JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as T;
const documents = globSync('*/pathway.json', { cwd: root })
  .sort()
  .map((path) => {
    const parsed = parseDocument(read(path));
    if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.problems)}`);
    return parsed.document;
  });
const pathways = new Map(documents.map((document) => [document.id, compile(document)]));
const personas = globSync('*/personas/*.json', { cwd: root }).map((path) => read<Persona>(path));

interface Organisation {
  id: string;
  name: string;
  kind: 'municipality' | 'partner' | 'supplier';
  delivers: Words;
}
interface Person {
  name: string;
  email: string;
  organisation: string;
  roles: string[];
}
interface Edition {
  id: string;
  startsInDays: number;
  endsInDays: number;
  seats: number;
  place: string;
}
interface Opportunity {
  id: string;
  kind: string;
  title: Words;
  organisation: string;
  editions: Edition[];
}
const organisations = read<Organisation[]>('programme/organisations.json');
const people = read<Person[]>('programme/people.json');
const opportunities = read<Opportunity[]>('programme/opportunities.json');
const organisationIds = new Set(organisations.map(({ id }) => id));
const editionIds = opportunities.flatMap(({ editions }) => editions.map(({ id }) => id));

describe.each(documents)('the personas of $id, together,', (document) => {
  const walked = personas.filter(({ pathway }) => pathway === document.id);

  test('take every action', () => {
    const taken = walked.flatMap(({ walk }) =>
      walk.flatMap(({ do: it }) => (it.type === 'action' ? [it.action] : [])),
    );
    expect(missing(Object.keys(document.actions), taken)).toEqual([]);
  });

  test('enter every step but the history steps', () => {
    const steps = nodesOf(document.machine).filter(({ node }) => node.type !== 'history');
    const entered = walked.flatMap((persona) => enteredSteps(pathways.get(document.id)!, persona));
    const names = steps.map(({ key }) => key);
    expect(missing(names, entered)).toEqual([]);
  });

  test('reach every outcome', () => {
    const outcomes = Object.values(document.steps).flatMap(({ outcome }) => outcome ?? []);
    const reached = walked.flatMap(({ outcome }) => outcome ?? []);
    expect(missing(outcomes, reached)).toEqual([]);
  });

  test('are refused by a rule at least once', () => {
    const codes = walked.flatMap(({ walk }) =>
      walk.flatMap(({ do: it }) => (it.type === 'refused' ? [it.code] : [])),
    );
    expect(codes).toContain('rule-says-no');
  });
});

describe.each(documents)('the drawing of $id', (document) => {
  test('has a place for every step, none upon another', () => {
    const problems: string[] = [];
    measure(document, document.machine, problems);
    expect(problems).toEqual([]);
  });

  test('runs from left to right along its main line', () => {
    const [first, ...others] = Object.keys(document.machine.states!);
    const xOf = (step: string) => document.steps[step]!.at!.x;
    expect(others.every((step) => xOf(step) > xOf(first!))).toBe(true);
  });
});

describe.each(documents)('the words of $id', (document) => {
  test(`are there in both languages, and no label is longer than ${LABEL_LENGTH_MAX}`, () => {
    const problems: string[] = [];
    examineWords(document, document.id, problems);
    expect(problems).toEqual([]);
  });

  test('offer one primary action at most in each step', () => {
    const problems = nodesOf(document.machine).filter(({ node }) => {
      const names = Object.keys(node.on ?? {});
      return names.filter((name) => document.actions[name]!.emphasis === 'primary').length > 1;
    });
    expect(problems.map(({ key }) => key)).toEqual([]);
  });

  test('name organisations of the programme wherever an organisation is chosen', () => {
    const named = activityOrganisations(document).filter((id) => !organisationIds.has(id));
    expect(named).toEqual([]);
  });
});

describe('the programme', () => {
  test('has the nine case managers: five of Informagiovani, four of partners and suppliers', () => {
    const managers = people.filter(({ roles }) => roles.includes('case-manager'));
    const countOf = (id: string) => managers.filter((one) => one.organisation === id).length;
    expect(managers).toHaveLength(9);
    expect(countOf('comune-di-milano')).toBe(5);
    for (const id of ['la-strada', 'comunita-nuova', 'piccolo-principe', 'isolachenonce']) {
      expect(countOf(id)).toBe(1);
    }
  });

  test('has a person for every role but the youth, and one person with two roles', () => {
    const staff = ['coordinator', 'case-manager', 'partner-operator', 'monitor', 'administrator'];
    const held = people.flatMap(({ roles }) => roles);
    expect(missing(staff, held)).toEqual([]);
    expect(people.filter(({ roles }) => roles.length === 2)).toHaveLength(1);
  });

  test('has ten organisations, and whoever delivers something has an operator', () => {
    expect(organisations).toHaveLength(10);
    const operators = people.filter(({ roles }) => roles.includes('partner-operator'));
    const delivering = opportunities.map(({ organisation }) => organisation);
    const served = operators.map(({ organisation }) => organisation);
    expect(missing(delivering, served)).toEqual([]);
    expect(
      missing([...delivering, ...people.map((one) => one.organisation)], [...organisationIds]),
    ).toEqual([]);
  });

  test('has one address per person, none of them real', () => {
    const emails = people.map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.filter((email) => !email.endsWith('@migwork.example'))).toEqual([]);
  });

  test('has opportunities of every kind, with well-formed editions', () => {
    const kinds = opportunities.map(({ kind }) => kind);
    const all = ['orientation', 'lab', 'soft-skills', 'training', 'internship'];
    expect(missing(all, kinds)).toEqual([]);
    expect(new Set(editionIds).size).toBe(editionIds.length);
    const editions = opportunities.flatMap((one) => one.editions);
    expect(editions.filter((one) => one.endsInDays < one.startsInDays || one.seats < 1)).toEqual(
      [],
    );
  });

  test('offers every edition that a persona chooses', () => {
    const chosen = personas.flatMap(({ walk }) =>
      walk.flatMap(({ do: it }) =>
        it.type === 'action' && typeof it.answer?.edition === 'string' ? [it.answer.edition] : [],
      ),
    );
    expect(missing(chosen, editionIds)).toEqual([]);
  });
});

function missing(wanted: readonly string[], found: readonly string[]): string[] {
  return [...new Set(wanted)].filter((one) => !found.includes(one));
}

function nodesOf(node: MachineNode): { key: string; node: MachineNode }[] {
  return Object.entries(node.states ?? {}).flatMap(([key, child]) => [
    { key, node: child },
    ...nodesOf(child),
  ]);
}

/** Replays ever longer pieces of the walk, because a report keeps only the steps crossed. */
function enteredSteps(pathway: Pathway, persona: Persona): string[] {
  const { entries } = walkPersona(pathways, persona);
  const first = replay(pathway, entries.slice(0, 1));
  const initial = first.ok ? presentSteps(pathway, first.state) : [];
  return [...initial, ...entries.flatMap(({ entered }) => entered)];
}

interface Size {
  width: number;
  height: number;
}

/** The size that the drawing gives a step, with the faults found inside it. */
function measure(document: PathwayDocument, node: MachineNode, problems: string[]): Size {
  const keys = Object.keys(node.states ?? {});
  if (keys.length === 0) return LEAF;
  const isRoot = node === document.machine;
  const boxes = keys.map((key) => {
    const at = document.steps[key]?.at;
    if (!at) problems.push(`${key} has no place`);
    const { x, y } = at ?? { x: 0, y: 0 };
    return { key, x, y, ...measure(document, node.states![key]!, problems) };
  });
  for (const [index, box] of boxes.entries()) {
    if (!isRoot && (box.x < PADDING || box.y < PADDING_TOP)) problems.push(`${box.key} sticks out`);
    for (const other of boxes.slice(index + 1)) {
      if (isOverlapping(box, other)) problems.push(`${box.key} lies upon ${other.key}`);
    }
  }
  return {
    width: Math.max(...boxes.map(({ x, width }) => x + width)) + PADDING,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) + PADDING,
  };
}

type Box = Size & { x: number; y: number };

function isOverlapping(a: Box, b: Box): boolean {
  const isApart =
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  return !isApart;
}

function examineWords(value: unknown, path: string, problems: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  const { it, en } = value as Partial<Words>;
  if (typeof it === 'string' || typeof en === 'string') {
    const longest = Math.max(it?.length ?? 0, en?.length ?? 0);
    if (!it?.trim() || !en?.trim()) problems.push(`${path} lacks a language`);
    if (basename(path) === 'label' && longest > LABEL_LENGTH_MAX) problems.push(`${path} is long`);
    return;
  }
  for (const [key, child] of Object.entries(value)) examineWords(child, `${path}/${key}`, problems);
}

/** The organisations that activities are given to: named outright, or the choices of their fact. */
function activityOrganisations(document: PathwayDocument): string[] {
  const invokes = nodesOf(document.machine).flatMap(({ node }) => node.invoke ?? []);
  return [invokes].flat(2).flatMap(({ input }) => {
    const { assignee } = input;
    if (!assignee || !('organisation' in assignee)) return [];
    if (typeof assignee.organisation === 'string') return [assignee.organisation];
    const field = document.data.properties[assignee.organisation.fact.replace(/^case\./, '')];
    return field?.oneOf?.map((option) => option.const) ?? [];
  });
}
