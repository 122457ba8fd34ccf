/** Where personas walk over HTTP: the loaded programme, a clock, and people who are signed in. */
import type { Pathway, Persona } from '@percorso/engine';
import { inTransaction, startCase } from '@percorso/server';
import { expect } from 'vitest';
import { pathwayFor } from '../server/src/case/registration.ts';
import { endSubCase } from '../server/src/case/sub-case-end.ts';
import { fireDueTimers } from '../server/src/case/timers.ts';
import type { TestApi } from '../server/src/http/testing.ts';
import { loadOpportunities } from '../server/src/programme/load-opportunities.ts';
import { loadOrganisations } from '../server/src/programme/load-organisations.ts';
import { loadPeople } from '../server/src/programme/load-people.ts';
import { publishPathways } from '../server/src/programme/publish-pathways.ts';
import { HttpCase } from './http-walk.ts';

const PASSWORD = 'percorso-di-prova';
const COORDINATOR = 'paola.bassi@migwork.example';
/** Follows cases and coordinates. */
const BOTH_ROLES = 'chiara.brambilla@migwork.example';

interface Person {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly organisation_id: string | null;
}

export class Stage {
  readonly api: TestApi;
  coordinator = '';
  bothRoles = '';
  private readonly pathways: ReadonlyMap<string, Pathway>;
  private readonly tokens = new Map<string, string>();
  private readonly fired: string[] = [];
  private people: readonly Person[] = [];
  private keys = 0;

  constructor(api: TestApi, pathways: ReadonlyMap<string, Pathway>) {
    this.api = api;
    this.pathways = pathways;
  }

  get now(): number {
    return this.api.server.clock().getTime();
  }

  /** Loads the programme as it is on that day, and signs in who is needed. */
  async open(day: string): Promise<void> {
    const { server } = this.api;
    await this.setClock(Date.parse(day));
    await publishPathways(server, server.clock());
    await loadOrganisations(server);
    await loadOpportunities(server, server.clock());
    await loadPeople(server);
    const { rows } = await server.pool.query<Person>(
      'SELECT id, email, roles, organisation_id FROM person ORDER BY email',
    );
    this.people = rows;
    this.coordinator = await this.tokenOf(COORDINATOR);
    this.bothRoles = await this.tokenOf(BOTH_ROLES);
  }

  nextKey(): string {
    this.keys += 1;
    return `persona-${this.keys}`;
  }

  idOf(email: string): string {
    return this.people.find((person) => person.email === email)!.id;
  }

  /** Case managers in turn. */
  managerFor(index: number): string {
    const managers = this.people.filter(({ roles }) => roles.includes('case-manager'));
    return managers[index % managers.length]!.email;
  }

  operatorOf(organisation: string): Promise<string> {
    const operator = this.people.find(
      ({ roles, organisation_id }) =>
        roles.includes('partner-operator') && organisation_id === organisation,
    );
    if (!operator) throw new Error(`nobody works for ${organisation}`);
    return this.tokenOf(operator.email);
  }

  /** Signs in over HTTP, once. */
  async tokenOf(email: string): Promise<string> {
    const known = this.tokens.get(email);
    if (known) return known;
    const response = await this.api.send('signIn', { body: { email, password: PASSWORD } });
    const token = /percorso=([^;]+)/.exec(response.headers.get('Set-Cookie') ?? '')?.[1];
    if (!token) throw new Error(`${email} could not sign in: ${await response.text()}`);
    this.tokens.set(email, token);
    return token;
  }

  /**
   * Lets time pass until then: what falls due on the way fires at its own instant. What falls due
   * at that very instant waits, because nobody promises an order among what is simultaneous.
   */
  async moveTo(instant: string): Promise<void> {
    const end = Date.parse(instant);
    for (;;) {
      const { rows } = await this.api.server.pool.query<{
        case_id: string;
        timer: string;
        due_at: Date;
      }>(
        `SELECT t.case_id, t.timer, t.due_at FROM timer t JOIN "case" c ON c.id = t.case_id
         WHERE c.status = 'active' AND t.due_at < $1 ORDER BY t.due_at LIMIT 1`,
        [new Date(end)],
      );
      const next = rows[0];
      if (!next) break;
      await this.setClock(Math.max(this.now, next.due_at.getTime()));
      await this.fireOnce(next.case_id, next.timer);
      this.fired.push(`${next.case_id} ${next.timer}`);
    }
    await this.setClock(end);
  }

  /** A timer, named `<step>/<duration>`, fires now, unless it has on the way to now. */
  async fire(caseId: string, name: string): Promise<void> {
    const [step, duration] = name.split('/');
    const timer = `xstate.after.${duration}.${step}`;
    const found = this.fired.indexOf(`${caseId} ${timer}`);
    if (found >= 0) this.fired.splice(found, 1);
    else await this.fireOnce(caseId, timer);
  }

  private async fireOnce(caseId: string, timer: string): Promise<void> {
    const { server } = this.api;
    expect(await fireDueTimers(server, { caseId, timer }), `${timer} fires`).toBe(1);
    expect(await fireDueTimers(server, { caseId, timer }), `${timer} fires once`).toBe(0);
  }

  /** Does the worker's jobs about sub-cases; twice, as a worker may. */
  async tellEndedSubCases(): Promise<void> {
    const { server } = this.api;
    const { rows } = await server.pool.query<{ key: string }>(
      `SELECT key FROM graphile_worker.jobs WHERE key LIKE 'sub-case-ended:%'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of [...rows, ...rows]) await endSubCase(server, key.split(':')[1]!);
  }

  subCase(pathway: string, id: string, manager: string): HttpCase {
    return new HttpCase(this, this.pathways.get(pathway)!, id, undefined, manager);
  }

  /** Begins a persona's case in the way in which it comes about. */
  async begin(persona: Persona, index: number): Promise<HttpCase> {
    await this.setClock(Date.parse(persona.start));
    const pathway = this.pathways.get(persona.pathway)!;
    if (pathway.document.subject === 'group') {
      return new HttpCase(this, pathway, await this.openGroup(persona));
    }
    const fits = isRegistrable(persona);
    const { id, link } = fits ? await this.register(persona, index) : await this.enter(persona);
    return new HttpCase(this, pathway, id, link);
  }

  private async openGroup({ participant, name, pathway }: Persona): Promise<string> {
    const { headCount, groupKind } = participant;
    const body = { subject: 'group', pathway, name, headCount, groupKind };
    return (await this.api.ask('openCase', { as: this.coordinator, body })).id;
  }

  /** The public form, from an address of one's own. */
  private async register(persona: Persona, index: number) {
    const headers = { 'X-Forwarded-For': `192.0.2.${index + 1}` };
    const { code, link } = await this.api.ask('register', { body: form(persona), headers });
    const { rows } = await this.api.server.pool.query<{ id: string; pathway_id: string }>(
      'SELECT id, pathway_id FROM "case" WHERE receipt_code = $1',
      [code],
    );
    expect(rows[0]!.pathway_id).toBe(persona.pathway);
    return { id: rows[0]!.id, link: link.split('#')[1] as string };
  }

  /** A youth whom the public form would send elsewhere: the office has entered them by hand. */
  private async enter(persona: Persona): Promise<{ id: string; link?: string }> {
    const { server } = this.api;
    const { firstName, lastName, birthDate, situation, helper, email } = form(persona);
    const participantId = server.newId();
    const id = server.newId();
    await inTransaction(server, async (client) => {
      await client.query(
        `INSERT INTO participant (id, revision, subject, first_name, last_name, birth_date, email,
           language, situation, helper, search, demonstration, created_at)
         VALUES ($1, 1, 'person', $2, $3, $4, $5, 'it', $6, $7, $2, false, $8)`,
        [
          participantId,
          firstName,
          lastName,
          birthDate,
          email,
          situation,
          helper ?? null,
          server.clock(),
        ],
      );
      await startCase(server, client, {
        id,
        pathwayId: persona.pathway,
        participantId,
        caseManagerId: null,
        actor: { kind: 'person', id: this.idOf(COORDINATOR) },
        at: server.clock(),
      });
    });
    const asking = { as: this.coordinator, params: { id } };
    const { link } = await this.api.ask('linkForYouth', asking);
    return { id, link: link.split('#')[1] };
  }

  /** Sessions go along: nobody would sign in thirty times. */
  private async setClock(toMs: number): Promise<void> {
    const { server } = this.api;
    server.advanceBy(toMs - this.now);
    await server.pool.query('UPDATE session SET seen_at = $1, expires_at = $2', [
      server.clock(),
      new Date(toMs + 86_400_000),
    ]);
  }
}

/** Would the public form bring this persona to the pathway that they walk? */
export function isRegistrable({ participant, pathway }: Persona): boolean {
  const { age, situation } = participant;
  if (typeof age !== 'number' || typeof situation !== 'string') return false;
  return age >= 16 && age <= 34 && pathwayFor(situation as never, age) === pathway;
}

/** Nobody has a birthday on the way: it is on the day of the start. */
function form(persona: Persona) {
  const { name, participant, start } = persona;
  const [year, monthAndDay] = [Number(start.slice(0, 4)), start.slice(4, 10)];
  return {
    language: 'it',
    firstName: name,
    lastName: `Cognome-${persona.id}`,
    birthDate: `${year - Number(participant.age)}${monthAndDay}`,
    email: `${persona.id}@example.org`,
    situation: participant.situation,
    ...(participant.helped && { helper: { name: 'Educatrice', organisation: 'CAG' } }),
    privacyNoticeRead: true,
  };
}
