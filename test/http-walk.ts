/** Walks a persona through the real HTTP API, and says at which stride it went another way. */
import {
  addDuration,
  type CaseEvent,
  type Happening,
  innermostOf,
  type Pathway,
  type Persona,
  type Stride,
} from '@percorso/engine';
import { expect } from 'vitest';
import type { TestApi } from '../server/src/http/testing.ts';
import type { Stage } from './stage.ts';

const TIME_ZONE = 'Europe/Rome';
const LINK_LIFE_MS = 170 * 24 * 3_600_000;

interface Activity {
  readonly id: string;
  readonly activity: string;
  readonly status: string;
  readonly assignedTo: { role: string | null; organisation: { id: string } | null };
  readonly subCase: string | null;
}

/** One case over HTTP: who acts, with which revision and key, and where it is. */
export class HttpCase {
  readonly id: string;
  /** The token of the youth's own page, and when it was signed. */
  private link: { token: string; at: number } | undefined;
  private caseManager: string | undefined;
  private readonly stage: Stage;
  private readonly pathway: Pathway;

  constructor(stage: Stage, pathway: Pathway, id: string, link?: string, caseManager?: string) {
    this.stage = stage;
    this.pathway = pathway;
    this.id = id;
    this.caseManager = caseManager;
    if (link) this.link = { token: link, at: stage.now };
  }

  private get api(): TestApi {
    return this.stage.api;
  }

  /** As whoever coordinates sees it. */
  view() {
    return this.api.ask('readCase', { as: this.stage.coordinator, params: { id: this.id } });
  }

  async assign(email: string): Promise<void> {
    const { revision } = await this.view();
    const caseManager = this.stage.idOf(email);
    await this.api.ask('assignCase', {
      ...this.conditions(this.stage.coordinator, revision),
      body: { caseManager },
    });
    this.caseManager = await this.stage.tokenOf(email);
  }

  /** Takes an action, or expects it to be refused with this code. */
  async act(action: string, answer: object = {}, refusedWith?: string): Promise<void> {
    const roles = this.pathway.document.actions[action]?.roles ?? [];
    if (roles[0] === 'youth' && this.link) return this.actAsYouth(action, answer, refusedWith);
    const as = this.actorFor(roles);
    const { revision } = await this.view();
    const asking = { ...this.conditions(as, revision), body: { action, answer } };
    if (refusedWith) {
      const problem = await this.api.askInVain('act', refusedWith as never, asking);
      expect(problem.detail, 'a refusal gives its reason').toBeTruthy();
      expect((await this.view()).revision, 'a refusal writes nothing').toBe(revision);
      return;
    }
    const acted = await this.api.ask('act', asking);
    expect(await this.api.ask('act', asking), 'the same key, the same answer').toEqual(acted);
  }

  private async actAsYouth(action: string, answer: object, refusedWith?: string): Promise<void> {
    const token = await this.ownToken();
    const { revision } = await this.api.ask('openOwnCase', { body: { token } });
    const asking = { body: { token, action, answer, revision } };
    if (!refusedWith) await this.api.ask('actOnOwnCase', asking);
    else await this.api.askInVain('actOnOwnCase', refusedWith as never, asking);
  }

  /** A link lasts half a year: some walk longer, and are given another. */
  private async ownToken(): Promise<string> {
    if (this.stage.now - this.link!.at > LINK_LIFE_MS) {
      const asking = { as: this.caseManager!, params: { id: this.id } };
      const { link } = await this.api.ask('linkForYouth', asking);
      this.link = { token: link.split('#')[1], at: this.stage.now };
    }
    return this.link!.token;
  }

  async complete(activity: string, answer: object = {}): Promise<void> {
    const { as, id } = await this.begin(activity);
    const asking = { as, params: { id }, body: { answer } };
    const done = await this.api.ask('completeTask', asking);
    expect(done.status).toBe('completed');
    await this.api.askInVain('completeTask', 'activity-not-open', asking);
  }

  async decline(activity: string): Promise<void> {
    const { as, id } = await this.begin(activity);
    const reason = 'Non possiamo occuparcene adesso.';
    const done = await this.api.ask('declineTask', { as, params: { id }, body: { reason } });
    expect(done.status).toBe('declined');
  }

  /** Whoever an activity is assigned to finds it in their list; a partner accepts it first. */
  private async begin(activity: string): Promise<{ as: string; id: string }> {
    const { id, status, assignedTo } = await this.openActivity(activity);
    const { organisation, role } = assignedTo;
    const as = organisation
      ? await this.stage.operatorOf(organisation.id)
      : this.actorFor([role ?? '']);
    const { tasks } = await this.api.ask('listTasks', { as, query: { limit: 200 } });
    expect(tasks.map((task: { id: string }) => task.id)).toContain(id);
    if (organisation && status === 'open') {
      await this.api.ask('acceptTask', { as, params: { id } });
    }
    return { as, id };
  }

  async openActivity(activity: string): Promise<Activity> {
    const { activities } = (await this.view()) as { activities: Activity[] };
    const isOpen = ({ status }: Activity) => status === 'open' || status === 'accepted';
    const found = activities.find((each) => each.activity === activity && isOpen(each));
    if (!found) throw new Error(`${activity} is not open`);
    return found;
  }

  /** Before a case manager is named, only whoever both coordinates and follows cases may act. */
  private actorFor(roles: readonly string[]): string {
    if (roles.includes('case-manager')) return this.caseManager ?? this.stage.bothRoles;
    return this.stage.coordinator;
  }

  private conditions(as: string, revision: number) {
    return { as, params: { id: this.id }, revision, key: this.stage.nextKey() };
  }

  /** The innermost present steps, sorted. */
  async steps(): Promise<string[]> {
    const present: string[] = (await this.view()).presentSteps;
    return innermostOf(this.pathway, present).sort();
  }

  async proof() {
    return this.api.ask('replayCase', { as: this.stage.coordinator, params: { id: this.id } });
  }

  get manager(): string | undefined {
    return this.caseManager;
  }
}

/** How far into a sub-pathway's case its own routine has come. */
interface Child {
  readonly case: HttpCase;
  readonly outcome: string | undefined;
}

export class HttpWalk {
  private readonly stage: Stage;
  private readonly persona: Persona;
  private readonly manager: string;
  private now: string;
  private child: Child | undefined;
  readonly case: HttpCase;

  constructor(stage: Stage, persona: Persona, began: HttpCase, manager: string) {
    this.stage = stage;
    this.persona = persona;
    this.case = began;
    this.manager = manager;
    this.now = persona.start;
  }

  async walk(): Promise<void> {
    for (const [index, stride] of this.persona.walk.entries()) {
      const where = `stride ${index + 1} ${JSON.stringify(stride.do)}`;
      try {
        await this.take(stride);
        if (stride.steps) expect(await this.case.steps()).toEqual(stride.steps.toSorted());
      } catch (error) {
        throw new Error(`${this.persona.id}, ${where}`, { cause: error });
      }
    }
    const { status, outcome } = await this.case.view();
    expect(outcome ?? undefined).toBe(this.persona.outcome);
    expect(status).toBe(this.persona.outcome ? 'done' : 'active');
    await this.expectProof(this.case);
    if (this.child) await this.expectProof(this.child.case);
  }

  private async expectProof(of: HttpCase): Promise<void> {
    expect(await of.proof()).toMatchObject({
      matches: true,
      chainValid: true,
      differsAt: null,
      erased: 0,
    });
  }

  private async take(stride: Stride): Promise<void> {
    if (stride.after) this.now = addDuration(this.now, stride.after, TIME_ZONE);
    await this.stage.moveTo(this.now);
    await this.happen(stride.do);
  }

  private async happen(happening: Happening): Promise<void> {
    switch (happening.type) {
      case 'participant':
        expect(happening.facts).toEqual({ hasCaseManager: true });
        return this.case.assign(this.manager);
      case 'refused':
        return this.refused(happening.event, happening.code);
      case 'timer':
        return this.stage.fire(this.case.id, happening.timer);
      case 'action':
        await this.case.act(happening.action, happening.answer);
        return this.beginChild(happening.action);
      case 'failed':
        return this.case.decline(happening.activity);
      case 'done':
        if (happening.activity === 'internship-pathway') return this.endChild();
        return this.case.complete(happening.activity, happening.answer);
      default:
        throw new Error(`a persona does not ${happening.type}`);
    }
  }

  private refused(event: CaseEvent, code: string): Promise<void> {
    if (event.type !== 'action') throw new Error('only an action can be refused over HTTP');
    return this.case.act(event.action, event.answer, code);
  }

  /** What the sub-pathway will come to is what the persona says of it, later in the walk. */
  private async beginChild(action: string): Promise<void> {
    if (!/^(ENROL|DIRECT)_INTERNSHIP$/.test(action)) return;
    const end = this.persona.walk.findLast(
      ({ do: what }) => what.type === 'done' && what.activity === 'internship-pathway',
    )?.do;
    const outcome = end?.type === 'done' ? (end.answer?.outcome as string | undefined) : undefined;
    const { subCase } = await this.case.openActivity('internship-pathway');
    const child = this.stage.subCase('internship', subCase!, this.case.manager!);
    this.child = { case: child, outcome };
    if (outcome === 'completed') await signAndStart(child);
  }

  private async endChild(): Promise<void> {
    const { case: child, outcome } = this.child!;
    if (outcome === 'completed') {
      await child.complete('placement', { attendance: 92, result: 'completed' });
    } else await child.act('END_EARLY', { reason: 'other' });
    expect((await child.view()).outcome).toBe(outcome);
    await this.stage.tellEndedSubCases();
  }
}

const PROJECT = {
  hostKind: 'private',
  qualification: 3,
  months: 6,
  hoursPerDay: 4,
  meals: false,
  allowance: 350,
};

/** The shortest lawful way into an internship. */
async function signAndStart(child: HttpCase): Promise<void> {
  await child.complete('host-meeting', { found: true });
  await child.complete('project-draft', PROJECT);
  const signedOn = '2026-02-16';
  for (const who of ['YOUTH', 'HOST', 'PROMOTER']) await child.act(`SIGN_${who}`, { signedOn });
  await child.act('START_INTERNSHIP');
}
