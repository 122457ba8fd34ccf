import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { advanceCase } from '../../case/advance-case.ts';
import { addCase, addEdition, COURSE, publish } from '../../case/testing.ts';
import { addSomebody, type Somebody, useTestApi } from '../testing.ts';

const api = useTestApi();
let manager: Somebody;
beforeAll(async () => {
  manager = await addSomebody(api.server, ['case-manager']);
  await publish(api.server, COURSE);
});

afterEach(() => vi.restoreAllMocks());

/** Follows the stream; `until` reads on to the first event that matches. */
async function follow(somebody: Somebody, lastEventId?: string) {
  const leave = new AbortController();
  const response = await fetch(`${api.origin}/api/changes`, {
    headers: {
      Cookie: `percorso=${somebody.token}`,
      'Accept-Encoding': 'gzip, br',
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    },
    signal: leave.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const until = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(text)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the stream ended before ${pattern}: ${text}`);
      text += value;
    }
    return text;
  };
  const untilEnd = async () => {
    while (!(await reader.read()).done);
  };
  await until(/id: \d+\n\n/);
  return { response, until, untilEnd, leave: () => leave.abort() };
}

async function turn(caseId: string, action = 'TURN', answer: Record<string, string> = {}) {
  const outcome = await advanceCase(api.server, {
    caseId,
    actor: { kind: 'person', id: manager.id },
    event: { type: 'action', action, answer },
  } as never);
  expect(outcome).toMatchObject({ revision: expect.any(Number) });
}

/** As if so many entries had been written, which only who owns the tables may pretend. */
async function skipEntries(count: number): Promise<number> {
  const client = new pg.Client(api.server.access.owner);
  await client.connect();
  const { rows } = await client.query(
    `select setval('trace_entry_seq_seq', nextval('trace_entry_seq_seq') + $1)::int as seq`,
    [count],
  );
  await client.end();
  return rows[0].seq;
}

describe('live changes', () => {
  it('tell a case manager of their own case, uncompressed and unbuffered', async () => {
    const caseId = await addCase(api.server, 'course', manager.id);
    const stream = await follow(manager);
    expect(stream.response.headers.get('Content-Type')).toContain('text/event-stream');
    expect(stream.response.headers.get('X-Accel-Buffering')).toBe('no');
    expect(stream.response.headers.get('Content-Encoding')).toBeNull();
    await turn(caseId);
    const text = await stream.until(/event: case/);
    expect(text).toContain(`data: {"id":"${caseId}","revision":2}`);
    stream.leave();
  });

  it('tell nobody of a case that they may not see', async () => {
    const stranger = await addSomebody(api.server, ['case-manager']);
    const hidden = await addCase(api.server, 'course', manager.id);
    const visible = await addCase(api.server, 'course', stranger.id);
    const stream = await follow(stranger);
    await turn(hidden);
    await turn(visible);
    expect(await stream.until(new RegExp(visible))).not.toContain(hidden);
    stream.leave();
  });

  it('tell a partner of its own tasks, and of no case', async () => {
    const partner = await addSomebody(api.server, ['partner-operator'], 'cesvip');
    const other = await addSomebody(api.server, ['partner-operator'], 'formaper');
    const edition = await addEdition(api.server, 'training', 5, 'cesvip');
    const theirs = await addEdition(api.server, 'training', 5, 'formaper');
    const streams = [await follow(partner), await follow(other)] as const;
    const caseId = await addCase(api.server, 'course', manager.id);
    await turn(caseId, 'ENROL', { edition });
    const second = await addCase(api.server, 'course', manager.id);
    await turn(second, 'ENROL', { edition: theirs });
    const text = await streams[0].until(/event: task/);
    expect(text).not.toContain('event: case');
    expect(text).not.toContain(caseId);
    const taskIds = (seen: string) =>
      [...seen.matchAll(/data: \{"id":"([^"]+)"/g)].map((m) => m[1]);
    const seenByOther = taskIds(await streams[1].until(/event: task/));
    expect(seenByOther.some((id) => taskIds(text).includes(id))).toBe(false);
    for (const stream of streams) stream.leave();
  });

  it('tell a partner of a task when it changes, and not whenever something happens in the case', async () => {
    const partner = await addSomebody(api.server, ['partner-operator'], 'galdus');
    const edition = await addEdition(api.server, 'training', 5, 'galdus');
    const other = await addEdition(api.server, 'training', 5, 'galdus');
    const id = await addCase(api.server, 'course', manager.id);
    await turn(id, 'ENROL', { edition });
    const { tasks } = await api.ask('listTasks', { as: partner.token });
    const of = (somebody: Somebody, about: string) => ({
      as: somebody.token,
      params: { id: about },
    });
    const stream = await follow(partner);
    await api.ask('addNote', { ...of(manager, id), body: { text: 'Ha telefonato.' } });
    await api.ask('linkForYouth', of(manager, id));
    // Told in their order: what is told of another case comes after.
    await turn(await addCase(api.server, 'course', manager.id), 'ENROL', { edition: other });
    expect(await stream.until(/event: task/)).not.toContain(tasks[0].id);
    await api.ask('acceptTask', of(partner, tasks[0].id));
    await stream.until(new RegExp(tasks[0].id));
    stream.leave();
  });

  it('tell a partner when what its task shows of the case changes', async () => {
    const partner = await addSomebody(api.server, ['partner-operator'], 'piazza');
    const edition = await addEdition(api.server, 'training', 5, 'piazza');
    const id = await addCase(api.server, 'course', manager.id);
    await turn(id, 'ENROL', { edition });
    const stream = await follow(partner);
    const body = { phone: '+39333000222' };
    const asking = { as: manager.token, params: { id }, revision: 1, key: 'telefono', body };
    await api.ask('changeParticipant', asking);
    await stream.until(/event: task/);
    stream.leave();
  });

  it('begin with what was missed since the last event', async () => {
    const caseId = await addCase(api.server, 'course', manager.id);
    const stream = await follow(manager);
    await turn(caseId);
    const text = await stream.until(/event: case/);
    const lastId = /id: (\d+)\nevent: case/.exec(text)?.[1];
    stream.leave();
    await turn(caseId);
    const again = await follow(manager, lastId);
    expect(await again.until(/"revision":3/)).toContain(caseId);
    again.leave();
  });

  it('say to read anew where too much was missed, without going through the whole trace', async () => {
    const caseId = await addCase(api.server, 'course', manager.id);
    const seq = await skipEntries(20_000);
    await turn(caseId);
    const asked = vi.spyOn(api.server.pool, 'query');
    const long = await follow(manager, '0');
    expect(await long.until(/event: anew/)).not.toContain('event: case');
    expect(asked.mock.calls.map(([text]) => text)).not.toContainEqual(
      expect.stringContaining('group by case_id'),
    );
    long.leave();
    const short = await follow(manager, String(seq));
    expect(await short.until(/event: case/)).not.toContain('event: anew');
    short.leave();
  });

  it('go on when the connection that listens breaks, without a gap', async () => {
    const caseId = await addCase(api.server, 'course', manager.id);
    const stream = await follow(manager);
    await api.server.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query = 'listen percorso_change'`,
    );
    await turn(caseId);
    expect(await stream.until(/event: case/)).toContain(caseId);
    stream.leave();
  });

  it('end with the session', async () => {
    const stream = await follow(manager);
    await api.ask('signOut', { as: manager.token });
    await stream.untilEnd();
  });

  it('are not for monitors', async () => {
    const monitor = await addSomebody(api.server, ['monitor']);
    await api.askInVain('streamChanges', 'forbidden', { as: monitor.token });
  });
});
