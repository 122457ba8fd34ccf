import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer, parseDocument } from '../index.ts';
import { PROBLEM_COUNT_MAX } from '../limits.ts';
import type { ProblemCode } from './problem.ts';
import { PROBLEMS } from './problems.ts';
import { sampleDocument, words } from './sample.fixture.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test spoils any place of the document
type Spoil = (document: any) => unknown;

/** A document spoilt in one place, the code it must be refused with, and where. */
const SPOILT: readonly (readonly [ProblemCode, string, Spoil])[] = [
  ['name-reserved', '/rules/constructor', (d) => set(d.rules, 'constructor', d.rules.adult)],
  ['name-reserved', '/forms/toString', (d) => set(d.forms, 'toString', d.forms.convene)],
  ['name-reserved', '/data/properties/__proto__', (d) => set(d.data.properties, '__proto__', {})],
  ['name-reserved', '/stages/1/id', (d) => d.stages.push({ ...d.stages[0], id: 'constructor' })],
  [
    'name-reserved',
    '/machine/states/convened/invoke/id',
    (d) => {
      d.machine.states.convened.invoke.id = 'constructor';
    },
  ],
  ['name-malformed', '/actions/go', (d) => set(d.actions, 'go', d.actions.WITHDRAW)],
  [
    'name-malformed',
    '/machine/on/xstate.done.actor.course',
    (d) => {
      d.machine.on['xstate.done.actor.course'] = { target: '#gone' };
    },
  ],
  [
    'name-malformed',
    '/machine/on/WITHDRAW/target',
    (d) => set(d.machine.on.WITHDRAW, 'target', 'a.b'),
  ],
  ['name-malformed', '/rules/adult/fact', (d) => set(d.rules.adult, 'fact', 'age')],
  ['name-malformed', '/steps/A', (d) => set(d.steps, 'A', d.steps.gone)],
  [
    'name-malformed',
    '/data/properties/no-shows',
    (d) => {
      d.data.properties['no-shows'] = d.data.properties.noShows;
    },
  ],
  ['key-missing', '', (d) => delete d.machine],
  ['key-missing', '/title', (d) => delete d.title.en],
  ['key-missing', '/data/properties/interests', (d) => delete d.data.properties.interests.items],
  ['key-unknown', '/machine/options', (d) => set(d.machine, 'options', { maxIterations: 9 })],
  ['key-unknown', '/machine/context', (d) => set(d.machine, 'context', {})],
  [
    'key-unknown',
    '/machine/states/registered/output',
    (d) => {
      d.machine.states.registered.output = {};
    },
  ],
  ['key-unknown', '/rules/may-start/any', (d) => set(d.rules['may-start'], 'all', [])],
  [
    'key-unknown',
    '/data/properties/noShows/pattern',
    (d) => {
      d.data.properties.noShows.pattern = '^(a+)+$';
    },
  ],
  ['key-unknown', '/a~1b~0c', (d) => set(d, 'a/b~c', 1)],
  ['type-wrong', '/machine/on', (d) => set(d.machine, 'on', 'WITHDRAW')],
  ['value-not-allowed', '/rules/adult/op', (d) => set(d.rules.adult, 'op', 'matches')],
  ['value-not-allowed', '/format', (d) => set(d, 'format', 2)],
  ['character-forbidden', '/steps/gone/label/it', (d) => set(d.steps.gone.label, 'it', 'a\u0000')],
  ['character-forbidden', '/steps/gone/label/en', (d) => set(d.steps.gone.label, 'en', 'a\ud800')],
  ['character-forbidden', '/steps/gone/label/en', (d) => set(d.steps.gone.label, 'en', 'a\uffff')],
  [
    'character-forbidden',
    '/data/properties/interests/items/oneOf/0/const',
    (d) => set(d.data.properties.interests.items.oneOf[0], 'const', 'wood\u202e'),
  ],
  ['size-wrong', '/rules/may-start/any', (d) => set(d.rules['may-start'], 'any', [])],
  ['states-too-many', '/machine', (d) => addStates(d, 1001)],
  [
    'states-too-deep',
    '/machine/states/l1/states/l2/states/l3/states/l4/states/l5/states/l6/states/l7/states/l8/states/l9',
    (d) => nestStates(d, 9),
  ],
  ['regions-out-of-bounds', '/machine/states/training', (d) => makeParallel(d, 1)],
  ['regions-out-of-bounds', '/machine/states/training', (d) => makeParallel(d, 13)],
  [
    'step-duplicate',
    '/machine/states/gone',
    (d) => {
      d.machine.states.training.states.gone = {};
    },
  ],
  ['step-id-differs', '/machine/states/gone/id', (d) => set(d.machine.states.gone, 'id', 'else')],
  ['step-undeclared', '/machine/states/gone', (d) => delete d.steps.gone],
  ['step-not-in-machine', '/steps/extra', (d) => set(d.steps, 'extra', d.steps.training)],
  [
    'node-misfit',
    '/machine/states/gone/on',
    (d) => {
      d.machine.states.gone.on = { WITHDRAW: {} };
    },
  ],
  [
    'node-misfit',
    '/machine/states/registered/initial',
    (d) => {
      d.machine.states.registered.initial = 'gone';
    },
  ],
  ['initial-missing', '/machine', (d) => delete d.machine.initial],
  ['initial-not-a-child', '/machine/initial', (d) => set(d.machine, 'initial', 'attending')],
  [
    'target-unknown',
    '/machine/on/WITHDRAW/target',
    (d) => set(d.machine.on.WITHDRAW, 'target', '#nowhere'),
  ],
  [
    'target-unknown',
    '/machine/on/WITHDRAW/target',
    (d) => set(d.machine.on.WITHDRAW, 'target', 'gone'),
  ],
  ['target-unknown', '/machine/on/WITHDRAW/target', (d) => delete d.machine.states.gone.id],
  [
    'target-unknown',
    '/machine/states/training/states/before/target',
    (d) => {
      d.machine.states.training.states.before.target = 'gone';
    },
  ],
  [
    'initial-not-a-child',
    '/machine/states/training/initial',
    (d) => set(d.machine.states.training, 'initial', 'before'),
  ],
  [
    'node-misfit',
    '/machine/states/training/states/before/target',
    (d) => set(d.machine.states.training.states.before, 'target', '#before'),
  ],
  ['node-misfit', '/machine/onDone', (d) => set(d.machine, 'onDone', { target: '#gone' })],
  ['name-malformed', '/steps/gone/label/it', (d) => set(d.steps.gone.label, 'it', ' \n')],
  [
    'transition-empty',
    '/machine/states/registered/on/CONVENE',
    (d) => set(d.machine.states.registered.on, 'CONVENE', { guard: 'may-start' }),
  ],
  [
    'transition-empty',
    '/machine/states/convened/invoke/onDone',
    (d) => set(d.machine.states.convened.invoke, 'onDone', {}),
  ],
  ['outcome-missing', '/steps/gone', (d) => delete d.steps.gone.outcome],
  [
    'outcome-misplaced',
    '/steps/passed/outcome',
    (d) => set(d.steps.passed, 'outcome', 'completed'),
  ],
  ['stage-unknown', '/steps/registered/stage', (d) => set(d.steps.registered, 'stage', 'x')],
  ['stage-duplicate', '/stages/1/id', (d) => d.stages.push(d.stages[0])],
  ['guard-unknown', '/machine/on/WITHDRAW/guard', (d) => set(d.machine.on.WITHDRAW, 'guard', 'x')],
  [
    'guard-unknown',
    '/machine/on/WITHDRAW/guard',
    (d) => set(d.machine.on.WITHDRAW, 'guard', 'constructor'),
  ],
  ['action-unknown', '/machine/on/GO', (d) => set(d.machine.on, 'GO', {})],
  ['form-unknown', '/actions/CONVENE/form', (d) => set(d.actions.CONVENE, 'form', 'x')],
  [
    'message-unknown',
    '/machine/states/registered/on/CONVENE/actions/1/params/message',
    (d) => {
      d.machine.states.registered.on.CONVENE.actions[1].params.message = 'x';
    },
  ],
  [
    'placeholder-unknown',
    '/messages/convened/body/it',
    (d) => {
      d.messages.convened.body.it = 'Ciao {surname}';
    },
  ],
  ['fact-unknown', '/rules/adult/fact', (d) => set(d.rules.adult, 'fact', 'participant.height')],
  [
    'fact-unknown',
    '/machine/states/convened/invoke/input/at/fact',
    (d) => {
      d.machine.states.convened.invoke.input.at.fact = 'case.when';
    },
  ],
  [
    'fact-private',
    '/data/properties/story',
    (d) => {
      d.data.properties.story = { type: 'string', label: words('Storia') };
    },
  ],
  [
    'fact-private',
    '/machine/states/registered/on/CONVENE/guard',
    (d) => {
      d.rules['may-start'] = { fact: 'answer.note', op: 'known' };
    },
  ],
  [
    'fact-misfit',
    '/machine/states/convened/invoke/input/at/fact',
    (d) => {
      d.machine.states.convened.invoke.input.at.fact = 'case.noShows';
    },
  ],
  [
    'answer-field-unknown',
    '/machine/states/registered/on/CONVENE/guard',
    (d) => {
      d.machine.states.registered.on.CONVENE.guard = 'attended';
    },
  ],
  [
    'answer-not-here',
    '/machine/on/WITHDRAW/guard',
    (d) => set(d.machine.on.WITHDRAW, 'guard', 'attended'),
  ],
  [
    'answer-not-here',
    '/machine/states/convened/always/guard',
    (d) => {
      d.machine.states.convened.always.guard = 'attended';
    },
  ],
  [
    'answer-not-here',
    '/machine/states/gone/entry/0/params/noShows/answer',
    (d) => {
      d.machine.states.gone.entry = [{ type: 'record', params: { noShows: { answer: 'count' } } }];
    },
  ],
  [
    'record-misfit',
    '/machine/on/WITHDRAW/actions/0/params/noShows',
    (d) => {
      d.machine.on.WITHDRAW.actions = [{ type: 'record', params: { noShows: '2' } }];
    },
  ],
  [
    'record-misfit',
    '/machine/on/WITHDRAW/actions/0/params/consent',
    (d) => {
      d.machine.on.WITHDRAW.actions = [{ type: 'record', params: { consent: { add: 1 } } }];
    },
  ],
  [
    'record-misfit',
    '/machine/states/registered/on/CONVENE/actions/0/params/edition',
    (d) => {
      d.machine.states.registered.on.CONVENE.actions[0].params.edition.answer = 'at';
    },
  ],
  ['operator-misfit', '/rules/adult/op', (d) => set(d.rules.adult, 'op', 'contains')],
  ['operand-misfit', '/rules/adult/value', (d) => set(d.rules.adult, 'value', '18')],
  ['operand-misfit', '/rules/adult/value', (d) => delete d.rules.adult.value],
  [
    'operand-misfit',
    '/rules/adult/value',
    (d) => {
      d.rules.adult = { fact: 'participant.situation', op: 'in', value: ['retired'] };
    },
  ],
  [
    'rule-unknown',
    '/rules/may-start/any/0/rule',
    (d) => set(d.rules['may-start'].any[0], 'rule', 'x'),
  ],
  ['rule-cycle', '/rules/adult', (d) => set(d.rules, 'adult', { not: { rule: 'may-start' } })],
  ['rule-too-complex', '/rules/r9', doubleRules],
  [
    'immediate-cycle',
    '/machine/states/gone2/always',
    (d) => {
      d.steps.gone2 = d.steps.training;
      d.machine.states.gone2 = { always: { guard: 'lost', target: '#registered' } };
      d.machine.states.gone2.id = 'gone2';
      d.machine.states.registered.always = { guard: 'adult', target: '#gone2' };
      // The order of the document decides which of the two is named.
      const { registered, ...rest } = d.machine.states;
      d.machine.states = { ...rest, registered };
    },
  ],
  [
    'activity-duplicate',
    '/machine/states/training/states/attending/invoke/id',
    (d) => {
      d.machine.states.training.states.attending.invoke.id = 'interview';
    },
  ],
  [
    'activity-input-missing',
    '/machine/states/training/states/attending/invoke/input',
    (d) => {
      delete d.machine.states.training.states.attending.invoke.input.edition;
    },
  ],
  [
    'activity-input-misplaced',
    '/machine/states/convened/invoke/input/pathway',
    (d) => {
      d.machine.states.convened.invoke.input.pathway = 'internship';
    },
  ],
  [
    'duration-invalid',
    '/machine/states/convened/after/PT0S',
    (d) => {
      d.machine.states.convened.after = { PT0S: { target: '#gone' } };
    },
  ],
  [
    'duration-invalid',
    '/machine/states/convened/invoke/input/due',
    (d) => {
      d.machine.states.convened.invoke.input.due = 'P1H';
    },
  ],
  [
    'field-misfit',
    '/data/properties/consent/maxLength',
    (d) => {
      d.data.properties.consent.maxLength = 3;
    },
  ],
  [
    'field-misfit',
    '/data/properties/noShows/format',
    (d) => {
      d.data.properties.noShows.format = 'date';
    },
  ],
  [
    'field-misfit',
    '/data/properties/noShows/minimum',
    (d) => {
      Object.assign(d.data.properties.noShows, { minimum: 3, maximum: 2 });
    },
  ],
  [
    'default-misfit',
    '/data/properties/noShows/default',
    (d) => {
      d.data.properties.noShows.default = -1;
    },
  ],
  [
    'choice-duplicate',
    '/participant/properties/situation/oneOf/2/const',
    (d) => {
      const { oneOf } = d.participant.properties.situation;
      oneOf.push(oneOf[0]);
    },
  ],
  ['required-unknown', '/forms/convene/required/1', (d) => d.forms.convene.required.push('who')],
];

/** Sources that are not even a document, and the code of each. */
const SOURCES: readonly (readonly [ProblemCode, string, () => unknown])[] = [
  ['not-json', 'half a text', () => '{"format": 1'],
  ['not-json', 'nothing', () => undefined],
  ['not-json', 'a function', () => () => 1],
  ['not-json', 'a value that contains itself', circular],
  ['too-large', 'a text over 1 MB', () => JSON.stringify('x'.repeat(1_000_001))],
  ['too-large', 'a text whose letters take more than a byte', () => `"${'è'.repeat(600_000)}"`],
  ['key-duplicate', 'a rule written twice', () => twice('"adult":', '"adult":{"rule":"lost"},')],
  ['key-duplicate', 'a key written twice, once escaped', () => twice('"id":', '"i\\u0064":"x",')],
  ['transitions-too-many', 'more transitions than a machine looks at in time', manyTransitions],
  ['regions-together-too-many', 'parallel steps in parallel steps', nestedRegions],
  ['nested-too-deep', '25 kB of states 800 deep', () => '{"states":{"a":'.repeat(800)],
  ['nested-too-deep', 'half a million brackets', () => '['.repeat(500_000)],
  ['type-wrong', 'a number', () => 7],
  [
    'size-wrong',
    'more rules than anyone would read',
    () => {
      const document = sampleDocument();
      for (let index = 0; index < 501; index += 1) document.rules[`r${index}`] = { rule: 'adult' };
      return document;
    },
  ],
  [
    'rule-too-complex',
    'a chain of 400 rules',
    () => {
      const document = sampleDocument();
      for (let index = 0; index < 400; index += 1) {
        document.rules[`r${index}`] = { rule: index < 399 ? `r${index + 1}` : 'adult' };
      }
      return document;
    },
  ],
  [
    'regions-out-of-bounds',
    '200 parallel regions',
    () => {
      const document = sampleDocument();
      makeParallel(document, 200);
      return JSON.stringify(document);
    },
  ],
];

describe('parseDocument', () => {
  it('takes a document that is right, as text or as a value, and hands back a copy', () => {
    const value = sampleDocument();
    const parsed = parseDocument(value);
    expect(parsed).toEqual({ ok: true, document: value });
    expect(parseDocument(JSON.stringify(value))).toEqual(parsed);
    expect(parsed.ok && parsed.document).not.toBe(value);
  });

  it.each(SPOILT)('refuses with %s at %s', (code, path, spoil) => {
    const document = sampleDocument();
    spoil(document);
    const parsed = parseDocument(document);
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems).toContainEqual({
      code,
      path,
      message: { it: expect.stringMatching(/.{15}/), en: expect.stringMatching(/.{15}/) },
    });
  });

  it.each(SOURCES)('refuses with %s: %s', (code, _what, source) => {
    const parsed = parseDocument(source());
    expect(parsed.ok ? [] : parsed.problems.map((one) => one.code)).toContain(code);
  });

  it('has a test that provokes every code of the registry', () => {
    const provoked = [...SPOILT, ...SOURCES].map(([code]) => code);
    expect(Object.keys(PROBLEMS).filter((code) => !provoked.includes(code as ProblemCode))).toEqual(
      [],
    );
  });

  it('never answers more problems than someone would read', () => {
    const document = sampleDocument();
    for (let index = 0; index < 900; index += 1) document.steps[`s${index}`] = document.steps.gone;
    const parsed = parseDocument(document);
    expect(parsed.ok ? 0 : parsed.problems.length).toBe(PROBLEM_COUNT_MAX);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), isAnswered));
    fc.assert(fc.property(fc.string(), isAnswered));
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 9 }), isAnswered));
  });

  it('never throws on a document with any place replaced', () => {
    const places = placesOf(sampleDocument());
    const replacement = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('constructor', '__proto__', '#gone', 'lost', 'P1D', {}, []),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), replacement, (place, value) => {
        const document = sampleDocument();
        let holder = document;
        for (const key of place.slice(0, -1)) holder = holder[key];
        holder[place.at(-1)!] = value;
        return isAnswered(document);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves answers to a stored form to the one interpreter', () => {
    const parsed = parseDocument(sampleDocument());
    const form = parsed.ok ? parsed.document.forms.attendance : undefined;
    expect(checkAnswer(form!, { attendance: 80 })).toEqual([]);
  });
});

function isAnswered(source: unknown): boolean {
  const parsed = parseDocument(source);
  return parsed.ok || parsed.problems.length > 0;
}

function placesOf(value: unknown, place: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const at = [...place, key];
    return [at, ...placesOf(part, at)];
  });
}

/** Also keys that an assignment would not set, such as `__proto__`. */
function set(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true });
}

const addStates: (document: ReturnType<typeof sampleDocument>, count: number) => void = (
  d,
  count,
) => {
  for (let index = 0; index < count; index += 1) d.machine.states[`extra-${index}`] = {};
};

function nestStates(document: ReturnType<typeof sampleDocument>, depth: number): void {
  let node = document.machine;
  for (let level = 1; level <= depth; level += 1) {
    node.states = { ...(level === 1 && node.states), [`l${level}`]: { initial: `l${level + 1}` } };
    node = node.states[`l${level}`];
  }
}

function makeParallel(document: ReturnType<typeof sampleDocument>, count: number): void {
  const regions = Array.from({ length: count }, (_, index) => [`region-${index}`, {}]);
  document.machine.states.training = { type: 'parallel', states: Object.fromEntries(regions) };
}

function doubleRules(document: ReturnType<typeof sampleDocument>): void {
  document.rules.r0 = document.rules.adult;
  for (let level = 1; level < 14; level += 1) {
    const before = { rule: `r${level - 1}` };
    document.rules[`r${level}`] = { all: [before, before] };
  }
}

function circular(): unknown {
  const value: Record<string, unknown> = {};
  value.self = value;
  return value;
}

/** The sample's text with something put in before the first place that has `mark`. */
function twice(mark: string, added: string): string {
  return JSON.stringify(sampleDocument()).replace(mark, `${added}${mark}`);
}

function manyTransitions(): unknown {
  const document = sampleDocument();
  addStates(document, 101);
  const many = Array.from({ length: 50 }, () => ({ target: '#gone', guard: 'adult' }));
  for (let index = 0; index < 101; index += 1) {
    document.machine.states[`extra-${index}`].on = { WITHDRAW: many };
  }
  return document;
}

function nestedRegions(): unknown {
  const document = sampleDocument();
  const regions = (key: string, level: number): object =>
    level === 0
      ? {}
      : {
          type: 'parallel',
          states: Object.fromEntries(
            ['a', 'b', 'c', 'd'].map((part) => [part + key, regions(part + key, level - 1)]),
          ),
        };
  document.machine.states.training = regions('', 3);
  return document;
}
