import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findSessions, openSession } from '../access/sessions.ts';
import { hashToken } from '../access/tokens.ts';
import { useTestServer } from '../database/testing.ts';
import { type Follower, Followers } from './followers.ts';
import { addSomebody } from './testing.ts';

const server = useTestServer();

beforeEach(() => {
  // The database answers in real time; only the heartbeat is ours to give.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody who follows; `heard` gathers what they are sent. */
async function following(personId: string) {
  const tokenHash = hashToken(await openSession(server, personId));
  const [signedIn] = await findSessions(server, [tokenHash]);
  const heard: string[] = [];
  const follower: Follower = {
    tokenHash,
    reader: signedIn!.reader,
    send: (text) => void heard.push(text),
    end: () => void heard.push('end'),
  };
  return { follower, heard, tokenHash };
}

/** Followers of drafts, and how to wait for the end of one heartbeat. */
function followers() {
  let beats = Promise.withResolvers<void>();
  const emptied = vi.fn(() => beats.resolve());
  const all = new Followers<Follower>(server, 'streamDraft', {
    beat: () => beats.resolve(),
    emptied,
  });
  const beat = async () => {
    beats = Promise.withResolvers();
    vi.advanceTimersByTime(20_000);
    await beats.promise;
  };
  return { all, beat, emptied };
}

describe('a heartbeat', () => {
  it('keeps those who may still follow, and lets go of those who may not', async () => {
    const [stays, loses, ends] = [
      await addSomebody(server, ['coordinator']),
      await addSomebody(server, ['coordinator']),
      await addSomebody(server, ['coordinator']),
    ];
    const one = await following(stays.id);
    const two = await following(loses.id);
    const three = await following(ends.id);
    const { all, beat } = followers();
    for (const { follower } of [one, two, three]) all.add(follower);
    await beat();
    expect([one.heard, two.heard, three.heard]).toEqual(Array(3).fill([': here\n\n']));
    await server.pool.query(`update person set roles = '{monitor}' where id = $1`, [loses.id]);
    await server.pool.query('delete from session where token_hash = $1', [three.tokenHash]);
    await beat();
    expect(one.heard).toHaveLength(2);
    expect(two.heard).toEqual([': here\n\n', 'end']);
    expect(three.heard).toEqual([': here\n\n', 'end']);
    expect([...all]).toEqual([one.follower]);
    all.leave(one.follower);
  });

  it('ends with the last who leaves, who is told of once', async () => {
    const { follower } = await following((await addSomebody(server, ['coordinator'])).id);
    const { all, emptied } = followers();
    all.add(follower);
    all.leave(follower);
    all.leave(follower);
    expect(emptied).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
