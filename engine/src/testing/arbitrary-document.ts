/**
 * Random pathway documents for property tests: nested and parallel steps, history, guards over all
 * kinds of facts, timers, activities, transitions without an event (forward only, so without
 * cycles).
 */
import fc from 'fast-check';
import type {
  MachineEffect,
  MachineInvoke,
  MachineNode,
  MachineTransition,
  PathwayDocument,
  RecordValue,
  Rule,
  StepDeclaration,
  Words,
} from '../document.ts';

export const ACTIONS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Shrinks towards fewer and smaller choices, so towards small documents. */
export const arbitraryDocument: fc.Arbitrary<PathwayDocument> = fc
  .array(fc.nat(9999), { minLength: 150, maxLength: 400 })
  .map((choices) => new DocumentDrawing(new Choices(choices)).document());

/**
 * A finite list of random numbers read as decisions; when it is used up, always the first option.
 */
export class Choices {
  private index = 0;
  private readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  /** A number from 0 to below `count`. */
  below(count: number): number {
    return (this.numbers[this.index++] ?? 0) % count;
  }

  chance(percent: number): boolean {
    return this.below(100) > 99 - percent;
  }

  of<T>(options: readonly T[]): T {
    return options[this.below(options.length)]!;
  }
}

const RULES: Readonly<Record<string, Rule>> = {
  adult: { fact: 'participant.age', op: '>=', value: 18 },
  'once-counted': { fact: 'case.count', op: '>=', value: 1 },
  'often-counted': { fact: 'case.count', op: '>', value: 4 },
  chosen: { fact: 'case.choice', op: '=', value: 'left' },
  'answered-right': { fact: 'answer.choice', op: '=', value: 'right' },
  'not-chosen': { not: { rule: 'chosen' } },
  'adult-or-right': { any: [{ rule: 'adult' }, { rule: 'answered-right' }] },
  'counted-unanswered': {
    all: [{ rule: 'once-counted' }, { not: { fact: 'answer.choice', op: 'known' } }],
  },
};

/** Where no answer arrives: after a time, at a failure, without an event. */
const RULES_AT_REST = ['adult', 'once-counted', 'often-counted', 'chosen', 'not-chosen'];

type Draft = { -readonly [Key in keyof MachineNode]: MachineNode[Key] } & {
  states?: Record<string, Draft>;
};

class DocumentDrawing {
  private readonly choices: Choices;
  private readonly nodes: { key: string; node: Draft; siblingsAfter: string[] }[] = [];
  private readonly parents = new Map<string, string>();
  private count = 0;

  constructor(choices: Choices) {
    this.choices = choices;
  }

  document(): PathwayDocument {
    const root = this.compound(0) as Draft;
    for (const [key, node] of Object.entries(root.states!)) this.settle(key, node);
    this.arrange(root);
    for (const one of this.nodes) this.connect(one);
    const words = (text: string): Words => ({ it: text, en: text });
    const choice = { const: 'left', label: words('left') };
    const field = {
      type: 'string',
      label: words('choice'),
      oneOf: [choice, { const: 'right', label: words('right') }],
    } as const;
    return {
      format: 1,
      id: 'drawn',
      title: words('Drawn at random'),
      subject: 'person',
      participant: {
        type: 'object',
        properties: { age: { type: 'integer', label: words('age') } },
      },
      data: {
        type: 'object',
        properties: {
          count: { type: 'integer', label: words('count'), default: 0 },
          choice: field,
        },
      },
      forms: { choose: { type: 'object', properties: { choice: field } } },
      rules: RULES,
      actions: Object.fromEntries(
        ACTIONS.map((action) => [
          action,
          { label: words(action), form: 'choose', roles: ['case-manager'] as const },
        ]),
      ),
      messages: { hello: { to: 'participant', subject: words('hello'), body: words('hello') } },
      stages: [],
      steps: Object.fromEntries(
        this.nodes.map(({ key }): [string, StepDeclaration] => [
          key,
          {
            label: words(key),
            ...(root.states![key]?.type === 'final' && { outcome: 'completed' }),
          },
        ]),
      ),
      machine: { ...root, id: 'drawn' },
    };
  }

  private compound(depth: number): Draft {
    const states: Record<string, Draft> = {};
    const childCount = 2 + this.choices.below(3);
    for (let index = 0; index < childCount; index++) {
      const key = this.key();
      states[key] = index === 0 ? this.inner(depth + 1) : this.any(depth + 1);
    }
    const initial = Object.keys(states)[0]!;
    if (depth > 0 && this.choices.chance(35)) {
      const history = this.choices.of(['shallow', 'deep'] as const);
      states[this.key()] = { type: 'history', history };
    }
    return { initial, states };
  }

  private inner(depth: number): Draft {
    if (depth < 4 && this.choices.chance(30)) return this.compound(depth);
    if (depth < 3 && this.choices.chance(20)) {
      const regions = [0, 1].map(() => [this.key(), this.compound(depth + 1)] as const);
      return { type: 'parallel', states: Object.fromEntries(regions) };
    }
    return {};
  }

  private any(depth: number): Draft {
    return this.choices.chance(15) ? { type: 'final' } : this.inner(depth);
  }

  private key(): string {
    this.count += 1;
    return `s${this.count}`;
  }

  private settle(key: string, node: Draft): void {
    node.id = key;
    for (const [childKey, child] of Object.entries(node.states ?? {})) this.settle(childKey, child);
  }

  /** Lists the nodes, each with the siblings that a transition without an event may lead on to. */
  private arrange(parent: Draft, parentKey?: string): void {
    const entries = Object.entries(parent.states ?? {});
    for (const [index, [key, node]] of entries.entries()) {
      const later = entries.slice(index + 1).filter(([, sibling]) => sibling.type !== 'history');
      const siblingsAfter = parent.type === 'parallel' ? [] : later.map(([sibling]) => sibling);
      this.nodes.push({ key, node, siblingsAfter });
      if (parentKey !== undefined) this.parents.set(key, parentKey);
      this.arrange(node, key);
    }
  }

  private connect({ key, node, siblingsAfter }: (typeof this.nodes)[number]): void {
    if (node.type === 'history') return;
    if (this.choices.chance(30)) node.entry = this.effects();
    if (node.type === 'final') return;
    if (this.choices.chance(20)) node.exit = this.effects();
    node.on = this.reactions(key);
    if (this.choices.chance(20)) {
      // Each a different length: no two fall due at once.
      node.after = {
        [`PT${5000 + 37 * this.nodes.findIndex((one) => one.key === key)}S`]: this.transitions(key),
      };
    }
    if (this.choices.chance(30)) node.invoke = this.invocation(key);
    if (siblingsAfter.length === 0) return;
    const target = () => `#${this.choices.of(siblingsAfter)}`;
    if (this.choices.chance(15)) {
      // Of two regions XState may take either first: only what can be done in any order.
      const actions: MachineEffect[] = [{ type: 'record', params: { count: { add: 1 } } }];
      node.always = { target: target(), guard: this.choices.of(RULES_AT_REST), actions };
    }
    if (node.states) node.onDone = { target: target(), actions: this.effects() };
  }

  private reactions(key: string): NonNullable<MachineNode['on']> {
    const actions = ACTIONS.filter(() => this.choices.chance(60));
    return Object.fromEntries(actions.map((action) => [action, this.transitions(key, true)]));
  }

  private invocation(key: string): MachineInvoke {
    const label = { it: key, en: key };
    return {
      id: `${key}-task`,
      src: 'task',
      input: { label, form: 'choose', assignee: { role: 'case-manager' }, due: 'P3D' },
      onDone: this.transitions(key, true),
      onError: this.transitions(key),
    };
  }

  private transitions(from: string, hasAnswer = false): MachineTransition[] {
    const guarded = this.choices.below(3);
    const branches = Array.from({ length: guarded }, () => ({
      ...this.transition(from, hasAnswer),
      guard: this.choices.of(hasAnswer ? Object.keys(RULES) : RULES_AT_REST),
    }));
    return guarded > 0 && this.choices.chance(50)
      ? branches
      : [...branches, this.transition(from, hasAnswer)];
  }

  private transition(from: string, hasAnswer: boolean): MachineTransition {
    const actions = this.effects(hasAnswer);
    if (this.choices.chance(15)) return { actions };
    const target = `#${this.choices.of(this.targetsFrom(from))}`;
    return { target, actions, ...(this.choices.chance(20) && { reenter: true }) };
  }

  /**
   * Not the history of a step around: there XState enters a step again without leaving it, and its
   * timers leak (the engine clears them).
   */
  private targetsFrom(from: string): string[] {
    const around = (key: string): string[] => {
      const parent = this.parents.get(key);
      return parent === undefined ? [] : [parent, ...around(parent)];
    };
    const enclosing = around(from);
    return this.nodes
      .filter(({ key, node }) => {
        const parent = this.parents.get(key);
        return node.type !== 'history' || parent === undefined || !enclosing.includes(parent);
      })
      .map(({ key }) => key);
  }

  private effects(hasAnswer = false): MachineEffect[] {
    const values: Record<string, RecordValue>[] = [
      { count: { add: 1 } },
      { choice: hasAnswer ? { answer: 'choice' } : 'right' },
      { choice: null },
      { choice: 'left' },
    ];
    const record: MachineEffect = { type: 'record', params: this.choices.of(values) };
    return this.choices.chance(80)
      ? [record]
      : [record, { type: 'message', params: { message: 'hello' } }];
  }
}
