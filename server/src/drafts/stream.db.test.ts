import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftView } from '../contract/drafts.ts';
import type { KeptPersona } from '../contract/personas.ts';
import { createApp } from '../http/app.ts';
import { type Somebody, useTestApi } from '../http/testing.ts';
import { coordinator, draftOf, named, newKey, publishCourse, saving, titled } from './testing.ts';

const api = useTestApi();
let ada: Somebody;
let bea: Somebody;
let draft: DraftView;
/** A second process would have its own app, too, over the same database. */
let second: HttpServer;
const originOfSecond = () => `http://127.0.0.1:${(second.address() as AddressInfo).port}`;

beforeAll(async () => {
  ada = await coordinator(api);
  bea = await coordinator(api);
  await publishCourse(api, 'course');
  draft = await draftOf(api, ada, 'course');
  second = createApp(api.server).listen(0, '127.0.0.1');
  await once(second, 'listening');
});

afterAll(async () => {
  second.closeAllConnections();
  second.close();
  await once(second, 'close');
});

const WALKER = {
  profile: { it: '22 anni', en: '22 years old' },
  says: { it: 'Si può.', en: 'One may.' },
  participant: { age: 22, helped: false },
  start: '2026-01-12T09:00:00.000Z',
  walk: [],
};

const PRESENCE = /event: presence\ndata: .*\n/;

interface Following {
  readonly origin?: string;
  readonly since?: string;
  readonly lastEventId?: string;
}

/** Follows a draft; `until` reads on to the first event that matches. */
async function follow(as: Somebody, id: string, { origin, since, lastEventId }: Following = {}) {
  const leave = new AbortController();
  const query = since === undefined ? '' : `?since=${since}`;
  const response = await fetch(`${origin ?? api.origin}/api/drafts/${id}/changes${query}`, {
    headers: {
      Cookie: `percorso=${as.token}`,
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
  const forget = () => {
    text = '';
  };
  await until(PRESENCE);
  return { response, until, untilEnd, forget, leave: () => leave.abort() };
}

const people = (text: string): string[] => {
  const last = [...text.matchAll(/event: presence\ndata: (.*)\n/g)].at(-1)?.[1];
  return JSON.parse(last ?? '{"people":[]}').people.map(({ id }: { id: string }) => id);
};
const save = async (as: Somebody, id: string, title: string) =>
  api.ask('saveDraft', saving(as, await api.ask('readDraft', named(as, id)), titled(title)));

describe('the stream of a draft', () => {
  it('begins with how things stand, uncompressed and unbuffered', async () => {
    const stream = await follow(ada, draft.id);
    expect(stream.response.headers.get('Content-Type')).toContain('text/event-stream');
    expect(stream.response.headers.get('X-Accel-Buffering')).toBe('no');
    expect(stream.response.headers.get('Content-Encoding')).toBeNull();
    const text = await stream.until(/id: 1\.0\n/);
    expect(text).toContain(`event: saved\ndata: {"revision":1,"personId":"${ada.id}"`);
    expect(text).toContain('"publishedVersion":null,"currentVersion":1,"approvals":[]');
    expect(people(text)).toEqual([ada.id]);
    stream.leave();
  });

  it('tells who else has it open, in whichever process, and that they left', async () => {
    const fresh = await draftOf(api, ada, 'course');
    const mine = await follow(ada, fresh.id);
    const theirs = await follow(bea, fresh.id, { origin: originOfSecond() });
    const text = await mine.until(new RegExp(`event: presence\ndata: .*${bea.id}.*\n`));
    expect(people(text).sort()).toEqual([ada.id, bea.id].sort());
    const listed = await api.ask('readDraft', named(bea, fresh.id));
    expect(listed.people).toHaveLength(2);
    mine.forget();
    theirs.leave();
    expect(people(await mine.until(PRESENCE))).toEqual([ada.id]);
    mine.leave();
  });

  it('tells that a persona of the pathway was kept, changed, forgotten or taken up again', async () => {
    await publishCourse(api, 'walked');
    const fresh = await draftOf(api, ada, 'walked');
    const mine = await follow(ada, fresh.id, { origin: originOfSecond() });
    const told = async (change: () => Promise<KeptPersona | undefined>) => {
      await mine.until(/event: personas\n/);
      mine.forget();
      return change();
    };
    const body = { ...WALKER, name: 'Zoe inventata' };
    const keeping = { ...named(bea, 'walked'), body };
    const kept = (await told(() => api.ask('keepPersona', keeping)))!;
    const by = (revision: number) => ({ ...named(bea, kept.id), revision, key: newKey() });
    await told(() => api.ask('changePersona', { ...by(1), body: { ...WALKER, name: 'Zoe due' } }));
    await told(() => api.ask('forgetPersona', by(2)));
    await told(() => api.ask('restorePersona', by(3)));
    await mine.until(/event: personas\n/);
    mine.leave();
  });

  it('forgets after a while whoever’s server died', async () => {
    const fresh = await draftOf(api, ada, 'course');
    await api.server.pool.query(
      'insert into draft_presence (stream, draft_id, person_id, seen_at) values ($1, $2, $3, $4)',
      [api.server.newId(), fresh.id, bea.id, api.server.clock()],
    );
    const mine = await follow(ada, fresh.id);
    expect(people(await mine.until(PRESENCE)).sort()).toEqual([ada.id, bea.id].sort());
    mine.forget();
    api.server.advanceBy(46_000);
    await save(ada, fresh.id, 'Più tardi');
    expect(people(await mine.until(PRESENCE))).toEqual([ada.id]);
    mine.leave();
  });

  it('tells of a save and of comments in both processes, and of nobody else’s draft', async () => {
    const [fresh, other] = [await draftOf(api, ada, 'course'), await draftOf(api, ada, 'course')];
    const streams = [
      await follow(ada, fresh.id),
      await follow(bea, fresh.id, { origin: originOfSecond() }),
    ];
    await api.ask('addComment', { ...named(ada, other.id), body: { text: 'Altrove' } });
    const comment = { ...named(ada, fresh.id), body: { text: 'Qui', step: 'choosing' } };
    const { id } = await api.ask('addComment', comment);
    await save(bea, fresh.id, 'Salvata');
    for (const stream of streams) {
      const text = await stream.until(/id: 2\.1\n/);
      expect(text).toContain(`event: saved\ndata: {"revision":2,"personId":"${bea.id}"`);
      expect(text).toContain(`event: comment\ndata: {"id":"${id}","revision":1}`);
      expect([...text.matchAll(/event: comment/g)]).toHaveLength(1);
      stream.leave();
    }
  });

  it('begins again with what was missed, and no more', async () => {
    const fresh = await draftOf(api, ada, 'course');
    await save(ada, fresh.id, 'Due');
    const say = (text: string) =>
      api.ask('addComment', { ...named(ada, fresh.id), body: { text } });
    await say('Prima');
    const { id } = await say('Dopo');
    for (const position of [{ lastEventId: '2.1' }, { since: '2.1' }]) {
      const stream = await follow(bea, fresh.id, position);
      const text = await stream.until(/id: 2\.2\n/);
      expect(text).not.toContain('event: saved');
      expect([...text.matchAll(/event: comment\ndata: (.*)/g)].map(([, data]) => data)).toEqual([
        JSON.stringify({ id, revision: 2 }),
      ]);
      stream.leave();
    }
  });

  it('tells that it was discarded', async () => {
    const fresh = await draftOf(api, ada, 'course');
    const stream = await follow(ada, fresh.id);
    await api.ask('discardDraft', named(bea, fresh.id));
    await stream.until(/event: status\ndata: \{"discardedAt":"20/);
    stream.leave();
  });

  it('goes on when the connection that listens breaks', async () => {
    const fresh = await draftOf(api, ada, 'course');
    const stream = await follow(ada, fresh.id);
    await api.server.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like 'listen %percorso_draft%'`,
    );
    await save(ada, fresh.id, 'Nonostante');
    await stream.until(/event: saved\ndata: \{"revision":2/);
    stream.leave();
  });

  it('is not found where there is no draft, and ends with the session', async () => {
    await api.askInVain('streamDraft', 'not-found', named(ada, api.server.newId()));
    const leaving = await coordinator(api);
    const stream = await follow(leaving, draft.id);
    await api.ask('signOut', { as: leaving.token });
    await stream.untilEnd();
  });

  it('is one of twenty that a person may have', async () => {
    const busy = await coordinator(api);
    const streams = [];
    for (let count = 0; count < 20; count += 1) streams.push(await follow(busy, draft.id));
    await api.askInVain('streamDraft', 'too-many', named(busy, draft.id));
    for (const stream of streams) stream.leave();
  });
});
