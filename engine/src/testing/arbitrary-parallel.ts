/**
 * Random pathways around a parallel step, for property tests: its regions mostly know nothing of
 * each other; sometimes they do: by an action, a fact, an arrow, a history, an `always`.
 */
import fc from 'fast-check';
import { drawn, task } from '../check/testing-pathway.ts';
import type {
  MachineEffect,
  MachineNode,
  MachineTransition,
  PathwayDocument,
} from '../document.ts';
import { Choices } from './arbitrary-document.ts';

/** Small enough to be explored in every order. */
export const arbitraryParallel: fc.Arbitrary<PathwayDocument> = fc
  .array(fc.nat(9999), { minLength: 250, maxLength: 500 })
  .map((numbers) => new ParallelDrawing(new Choices(numbers)).document());

const STAGES = ['welcome', 'strategy', 'training'].map((id, at) => ({
  id,
  label: { it: id, en: id },
  colour: (['blue', 'teal', 'green'] as const)[at]!,
}));

class ParallelDrawing {
  private readonly choices: Choices;
  private readonly stageOf: Record<string, { stage: string }> = {};
  private readonly isStaged: boolean;
  private count = 0;

  constructor(choices: Choices) {
    this.choices = choices;
    this.isStaged = choices.chance(50);
  }

  document(): PathwayDocument {
    const regions = Array.from({ length: 2 + this.choices.below(2) }, (_, at) => `r${at}`);
    const states = Object.fromEntries(regions.map((key) => [key, this.region(key, 1)]));
    const both = this.around({ type: 'parallel', states });
    const facts = [...regions, 'outside'];
    return drawn({
      data: Object.fromEntries([
        ...facts.map((name) => [name, { default: false }]),
        ['handed', {}],
        ['count', { type: 'integer', default: 0 }],
      ]),
      participant: { age: { type: 'integer', minimum: 16, maximum: 20 } },
      forms: { answered: { yes: {} } },
      rules: {
        ...Object.fromEntries(
          facts.map((name) => [name, { fact: `case.${name}`, op: '=', value: true }]),
        ),
        adult: { fact: 'participant.age', op: '>=', value: 18 },
        minor: { fact: 'participant.age', op: '<', value: 18 },
        handed: { fact: 'case.handed', op: '=', value: true },
        often: { fact: 'case.count', op: '>', value: 1 },
        yes: { fact: 'answer.yes', op: '=', value: true },
      },
      ...(this.isStaged && { stages: STAGES, steps: this.stageOf }),
      states: {
        before: { on: { ENTER: { target: '#both', ...this.recording('outside', 30) } } },
        both,
        after: {
          on: {
            END: { target: '#ended', ...this.guarded('outside', 20) },
            ...(this.choices.chance(30) && { BACK: { target: '#both' } }),
          },
        },
        ended: { type: 'final' },
      },
    });
  }

  /** What may happen at the parallel step as a whole. */
  private around(parallel: MachineNode): MachineNode {
    const { choices } = this;
    const onDone = this.listed({ target: '#after', ...this.recording('outside', 20) }, 'outside');
    return {
      ...parallel,
      ...(choices.chance(80) && { onDone }),
      ...(choices.chance(25) && { after: { P9D: { target: '#ended' } } }),
      ...(choices.chance(20) && {
        on: { OUT: { target: '#after', ...this.guarded('outside', 40) } },
      }),
      ...(choices.chance(4) && {
        states: { ...parallel.states, kept: { type: 'history', history: 'deep' } },
        on: { AGAIN: { target: '#kept' } },
      }),
    };
  }

  private region(fact: string, depth: number): MachineNode {
    const { choices } = this;
    const names = Array.from({ length: 2 + choices.below(2) }, () => `s${this.count++}`);
    const end = choices.chance(88) ? [`s${this.count++}`] : [];
    const all = [...names, ...end];
    const states = Object.fromEntries([
      ...names.map((name, at) => [name, this.step(name, all.slice(at + 1), all, fact, depth)]),
      ...end.map((name) => [name, { type: 'final' }]),
    ]);
    const stage = choices.of(['welcome', 'strategy', 'training', 'training']);
    if (choices.chance(60)) for (const name of names) this.stageOf[name] = { stage };
    return { initial: names[0]!, states };
  }

  private step(
    name: string,
    later: readonly string[],
    all: readonly string[],
    fact: string,
    depth: number,
  ): MachineNode {
    const { choices } = this;
    const to = () => choices.of(choices.chance(75) && later.length > 0 ? later : all);
    const way = (target = to()): MachineTransition => ({
      target: `#${choices.chance(1) ? 'after' : target}`,
      ...this.recording(fact, 30),
      ...this.guarded(fact, 22),
    });
    if (depth < 2 && choices.chance(5)) {
      const inner = [`${name}a`, `${name}b`];
      const states = Object.fromEntries(inner.map((key) => [key, this.region(fact, 2)]));
      return { type: 'parallel', states, onDone: { target: `#${to()}` } };
    }
    const action = choices.chance(2) ? 'SHARED' : name.toUpperCase();
    return {
      ...(choices.chance(90) && {
        on: { [action]: way(later[0]), ...(choices.chance(25) && { [`${action}_TOO`]: way() }) },
      }),
      ...(choices.chance(20) && { after: { [`P${1 + this.count}D`]: way() } }),
      ...(choices.chance(25) && {
        invoke: {
          ...task(`${name}-task`, { form: 'answered' }),
          onDone: this.listed({ target: `#${to()}` }, 'yes'),
          ...(choices.chance(75) && { onError: { target: `#${to()}` } }),
        },
      }),
      ...(choices.chance(1) &&
        later.length > 0 && { always: { target: `#${later[0]}`, guard: fact } }),
      ...(choices.chance(15) && { entry: this.effects(fact) }),
      ...(choices.chance(10) && { exit: this.effects(fact) }),
    };
  }

  private listed(last: MachineTransition, rule: string): MachineTransition[] {
    return this.choices.chance(30) ? [{ ...last, guard: rule }, last] : [last];
  }

  private guarded(own: string, percent: number): MachineTransition {
    if (!this.choices.chance(percent)) return {};
    if (this.choices.chance(8)) return { guard: this.choices.of(['r0', 'r1', 'outside', 'often']) };
    return { guard: this.choices.of([own, own, own, 'adult', 'minor', own, 'adult', 'handed']) };
  }

  private recording(own: string, percent: number): MachineTransition {
    return this.choices.chance(percent) ? { actions: this.effects(own) } : {};
  }

  private effects(own: string): MachineEffect[] {
    const isOther = this.choices.chance(8);
    const fact = isOther ? this.choices.of(['r0', 'outside', 'count']) : own;
    const value = fact === 'count' ? { add: 1 } : this.choices.chance(70);
    return [{ type: 'record', params: { [fact]: value } }];
  }
}
