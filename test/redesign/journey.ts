/** One case that goes over to several versions and back, and is deviated with in between. */
import {
  type Advanced,
  advance,
  type CaseState,
  type Circumstances,
  type Deviated,
  deviate,
  type Entry,
  type Migrated,
  mapSteps,
  migrateCase,
  migrateDecided,
  type Pathway,
  presentSteps,
  replay,
  sortedJson,
  start,
  type TakenBack,
  takeBack,
  type Undone,
  undoLast,
} from '@percorso/engine';
import { Choices } from '../../engine/src/testing/arbitrary-document.ts';
import type { Version } from './arbitrary-journey.ts';
import { leads } from './books.ts';
import { hold } from './judged.ts';
import { circumstancesAt, DAY_MS, happening, START } from './walks.ts';
import { CONFIGURATION_COUNT_MAX } from './world.ts';

const STRIDE_COUNT = 16;
const ROUND_COUNT_MAX = 12;
const reason = 'why';

export const JOURNEY_EVENTS = [
  'migrated',
  'taken back',
  'taken back twice in a row',
  'undone',
  'deviated in between',
  'refused as it moved',
] as const;
export type Met = Map<(typeof JOURNEY_EVENTS)[number], number>;

/** What still holds of what happened, the last one last. */
interface Held {
  readonly kind: 'stride' | 'migration';
  readonly before: CaseState;
  readonly after: CaseState;
  readonly entry: Entry;
}

/** Walks at random and holds the laws at every stride; what breaks one is thrown. */
export class Journey {
  private readonly versions: readonly Version[];
  private readonly choices: Choices;
  private readonly met: Met;
  private readonly entries: Entry[] = [];
  private readonly held: Held[] = [];
  private state: CaseState;
  private number = 1;
  private day = 0;
  private backCount = 0;

  constructor(versions: readonly Version[], numbers: readonly number[], met: Met) {
    this.versions = versions;
    this.choices = new Choices(numbers);
    this.met = met;
    const started = start(versions[0]!.pathway, this.now);
    if (!started.ok) throw new Error(started.refusal.reason.en);
    this.state = started.state;
    this.entries.push(started.entry);
  }

  run(): void {
    const ways = [
      () => this.advance(),
      () => this.migrate(),
      () => this.takeBack(),
      () => this.deviate(),
      () => this.undo(),
      () => this.migrate(),
      () => this.task(),
    ];
    for (; this.day < STRIDE_COUNT; this.day += 1) this.choices.of(ways)();
    while (this.undo() || this.takeBack());
  }

  private get now(): Circumstances {
    return circumstancesAt(START + this.day * DAY_MS);
  }

  private get pathway(): Pathway {
    return this.versions[this.number - 1]!.pathway;
  }

  private get known(): Map<number, Pathway> {
    return new Map(this.versions.map(({ pathway }, at) => [at + 1, pathway]));
  }

  private advance(): void {
    const event = happening(this.choices, this.state);
    if (event) this.stride(advance(this.pathway, this.state, event, this.now));
  }

  private deviate(): void {
    const to = this.choices.of(Object.keys(this.pathway.steps));
    const type = this.choices.of(['go-to', 'go-back'] as const);
    const { entries } = this;
    this.deviated(deviate(this.pathway, this.state, { type, to, reason }, this.now, { entries }));
  }

  /** Adds one, and ends one that is there: two strides may lead back to where the case was. */
  private task(): void {
    const assignee = { role: 'case-manager' } as const;
    const activity = `ad-hoc/${this.day}`;
    const [open] = Object.keys(this.state.adHoc ?? {});
    const asked = open
      ? ({ type: 'withdraw-task', activity: open, reason } as const)
      : ({ type: 'add-task', activity, task: { text: 'text', assignee }, reason } as const);
    this.deviated(deviate(this.pathway, this.state, asked, this.now));
  }

  private deviated(done: Deviated): void {
    if (done.ok && this.number > 1) this.meet('deviated in between');
    this.stride(done);
  }

  private stride(done: Advanced | Deviated): void {
    if (done.ok) this.arrive(done.state, done.entry, 'stride');
  }

  private migrate(): void {
    const next = this.versions[this.number];
    if (!next) return;
    const done = this.migrated(next);
    if (!done.ok) return;
    hold('what is open and runs', leads(this.state, done.effects, done.state), done.effects);
    hold('added tasks stay', same(this.state.adHoc, done.state.adHoc), done.state);
    this.arrive(done.state, done.entry, 'migration');
    this.meet('migrated');
  }

  /** With an answer at random to whatever is asked. */
  private migrated({ pathway, renamedSteps }: Version): Migrated {
    const mapping = mapSteps(this.pathway.document, pathway.document, { renamedSteps });
    const decisions: { steps: readonly string[]; at: readonly string[] }[] = [];
    const options = { decisions, configurationsMax: CONFIGURATION_COUNT_MAX };
    const crossing = [this.pathway, pathway, this.state, this.now, mapping] as const;
    for (let round = 0; round < ROUND_COUNT_MAX; round += 1) {
      const found = migrateDecided(...crossing, options);
      if (found.kind !== 'needs-decision') break;
      for (const { steps, choices } of found.questions) {
        decisions.push({ steps, at: this.choices.of(choices).at });
      }
    }
    return migrateCase(...crossing, { from: this.number, to: this.number + 1 }, options);
  }

  /** Gives back the very state before the last migration, if the case is where that put it. */
  private takeBack(): boolean {
    const at = this.held.findLastIndex(({ kind }) => kind === 'migration');
    const last = this.held[at];
    if (!last) return false;
    const [before, after] = [this.versions[this.number - 2]!, this.versions[this.number - 1]!];
    const done = { before: before.pathway, after: after.pathway, former: last.before };
    const taken: TakenBack = takeBack({ ...done, entry: last.entry }, this.state, this.now);
    hold('it is taken back where nothing moved', taken.ok === same(this.state, last.after), taken);
    if (!taken.ok) {
      hold('it is said why', taken.refusal.code === 'moved-since', taken.refusal);
      this.meet('refused as it moved');
      return false;
    }
    hold('the identical state is back', same(taken.state, last.before), taken.state);
    hold('what is open again', leads(this.state, taken.effects, taken.state), taken.effects);
    this.held.splice(at);
    this.number -= 1;
    this.keep(taken.state, taken.entry);
    this.meet('taken back');
    this.backCount += 1;
    if (this.backCount > 1) this.meet('taken back twice in a row');
    return true;
  }

  /** Gives back the very state before the last stride; a migration in between is not crossed. */
  private undo(): boolean {
    const { entries, known: versions } = this;
    const first = this.versions[0]!.pathway;
    const undone: Undone = undoLast(first, entries, this.now, { reason, versions });
    const last = this.held.at(-1);
    if (!undone.ok) {
      const { code } = undone.refusal;
      const expected = last
        ? last.kind === 'migration'
          ? 'undo-migration'
          : ''
        : 'nothing-to-undo';
      hold('it is said why not', expected === '' || code === expected, [code, expected]);
      return false;
    }
    hold('a stride is undone', last?.kind === 'stride' && same(undone.state, last.before), undone);
    this.held.pop();
    this.keep(undone.state, undone.entry);
    this.meet('undone');
    return true;
  }

  private arrive(state: CaseState, entry: Entry, kind: Held['kind']): void {
    this.held.push({ kind, before: this.state, after: state, entry });
    if (kind === 'migration') this.number += 1;
    this.backCount = 0;
    this.keep(state, entry);
  }

  private keep(state: CaseState, entry: Entry): void {
    this.state = state;
    this.entries.push(entry);
    const isSomewhere = state.status === 'done' || presentSteps(this.pathway, state).length > 0;
    hold('the case is somewhere', isSomewhere, state);
    const stored: Entry[] = JSON.parse(JSON.stringify(this.entries));
    const replayed = replay(this.versions[0]!.pathway, stored, this.known);
    hold('the trace replays', replayed.ok && same(replayed.state, state), replayed);
    const { version = 1 } = replayed;
    hold('the version is the one of the trace', version === this.number, version);
  }

  private meet(event: (typeof JOURNEY_EVENTS)[number]): void {
    this.met.set(event, (this.met.get(event) ?? 0) + 1);
  }
}

function same(one: unknown, other: unknown): boolean {
  return sortedJson(one ?? null) === sortedJson(other ?? null);
}
