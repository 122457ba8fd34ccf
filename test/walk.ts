/** Walks a persona through the engine and says at which stride it went another way. */
import {
  addDuration,
  advance,
  type CaseEvent,
  type CaseState,
  type Entry,
  type Facts,
  type Happening,
  type Pathway,
  type Persona,
  presentSteps,
  replay,
  type Stride,
  start,
} from '@percorso/engine';

const TIME_ZONE = 'Europe/Rome';

export interface WalkReport {
  readonly persona: string;
  /** What went another way than the persona says; empty when the walk is as expected. */
  readonly problems: readonly string[];
  readonly state: CaseState | undefined;
  readonly entries: readonly Entry[];
}

/** Walks a persona on its pathway; stops at the first stride that cannot be taken. */
export function walkPersona(pathways: ReadonlyMap<string, Pathway>, persona: Persona): WalkReport {
  const pathway = pathways.get(persona.pathway);
  if (!pathway) {
    const problems = [`the pathway ${persona.pathway} is not there`];
    return { persona: persona.id, problems, state: undefined, entries: [] };
  }
  const walk = new Walk(pathway, persona);
  for (const [index, stride] of persona.walk.entries()) {
    if (walk.problems.length > 0) break;
    walk.take(index, stride);
  }
  walk.finish();
  return { persona: persona.id, problems: walk.problems, state: walk.state, entries: walk.entries };
}

/** The innermost present steps: those that contain no other present step. */
function innermostSteps(pathway: Pathway, state: CaseState): string[] {
  const present = presentSteps(pathway, state);
  const enclosing = new Set(present.flatMap((step) => pathway.steps[step]?.parents ?? []));
  return present.filter((step) => !enclosing.has(step));
}

class Walk {
  readonly problems: string[] = [];
  readonly entries: Entry[] = [];
  state: CaseState | undefined;
  private now: string;
  private participant: Facts;
  private readonly pathway: Pathway;
  private readonly persona: Persona;

  constructor(pathway: Pathway, persona: Persona) {
    this.pathway = pathway;
    this.persona = persona;
    this.participant = persona.participant;
    this.now = persona.start;
    const started = start(pathway, this.circumstances(), persona.data);
    if (started.ok) {
      this.state = started.state;
      this.entries.push(started.entry);
    } else this.problems.push(`start: ${started.refusal.code}: ${started.refusal.reason.en}`);
  }

  take(index: number, stride: Stride): void {
    if (stride.after) this.now = addDuration(this.now, stride.after, TIME_ZONE);
    const where = `stride ${index + 1} (${JSON.stringify(stride.do)})`;
    this.happen(where, stride.do);
    if (!stride.steps || this.problems.length > 0) return;
    const expected = stride.steps.toSorted().join(', ');
    const found = innermostSteps(this.pathway, this.state!).toSorted().join(', ');
    if (expected !== found) {
      this.problems.push(`${where}: expected to stand at ${expected}, stands at ${found}`);
    }
  }

  finish(): void {
    if (this.problems.length > 0) return;
    const { outcome } = this.persona;
    if (this.state!.outcome !== outcome)
      this.problems.push(`expected outcome ${outcome}, found ${this.state!.outcome}`);
    const replayed = replay(this.pathway, this.entries);
    if (!replayed.ok || JSON.stringify(replayed.state) !== JSON.stringify(this.state))
      this.problems.push('the trace does not replay to the state');
  }

  private happen(where: string, happening: Happening): void {
    if (happening.type === 'participant') {
      const known = Object.entries({ ...this.participant, ...happening.facts });
      this.participant = Object.fromEntries(
        known.filter((entry): entry is [string, Facts[string]] => entry[1] !== null),
      );
      return;
    }
    const isRefused = happening.type === 'refused';
    const event = this.resolved(isRefused ? happening.event : happening);
    const advanced = advance(this.pathway, this.state!, event, this.circumstances());
    if (advanced.ok && isRefused) {
      this.problems.push(`${where}: expected ${happening.code}, but it was done`);
    } else if (advanced.ok) {
      this.state = advanced.state;
      this.entries.push(advanced.entry);
    } else if (!isRefused || advanced.refusal.code !== happening.code) {
      const { code, reason, path } = advanced.refusal;
      const open = innermostSteps(this.pathway, this.state!).join(', ');
      this.problems.push(`${where}: refused with ${code} at ${open}: ${path ?? ''} ${reason.en}`);
    }
  }

  /** A persona names a timer by step and duration; XState's id says the same in other words. */
  private resolved(event: CaseEvent): CaseEvent {
    if (event.type !== 'timer') return event;
    const [step, duration] = event.timer.split('/');
    const end = `.${step}`;
    const timer = Object.keys(this.state!.timers).find(
      (id) => id.startsWith(`xstate.after.${duration}.`) && id.endsWith(end),
    );
    return timer ? { type: 'timer', timer } : event;
  }

  private circumstances() {
    return { now: this.now, timeZone: TIME_ZONE, participant: this.participant };
  }
}
