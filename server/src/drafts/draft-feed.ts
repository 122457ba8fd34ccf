import type { Reader, SignedIn } from '../access/reader.ts';
import { type Follower, Followers } from '../http/followers.ts';
import { Listener } from '../http/listener.ts';
import type { Server } from '../server.ts';
import { DRAFT_CHANNEL } from './announce.ts';
import { eventsOf, readNews, type Told } from './draft-news.ts';
import { arrive, depart, stay, sweepPresence } from './presence.ts';

interface DraftFollower extends Follower {
  readonly stream: string;
  readonly draftId: string;
  told: Told;
}

/**
 * Tells live what happens to a draft: who has it open, who saved, who commented, and that its
 * pathway's personas changed. What a stream has
 * told is compared with how things stand, so that nothing announced twice or not at all matters.
 */
export class DraftFeed {
  readonly #server: Server;
  readonly #followers: Followers<DraftFollower>;
  readonly #listener: Listener;
  readonly #pending = new Set<string>();
  #telling: Promise<void> = Promise.resolve();

  constructor(server: Server) {
    this.#server = server;
    this.#followers = new Followers(server, 'streamDraft', {
      beat: () => void this.#beat(),
      left: (follower) => void this.#left(follower),
      emptied: () => this.#listener.stop(),
    });
    this.#listener = new Listener(server.pool.options, DRAFT_CHANNEL, {
      notified: (draftId) => void this.#tell([draftId]),
      resumed: () => this.#tellAll(),
    });
  }

  /** Follows a draft until the returned function is called or the session ends (`end`). */
  async follow(
    { tokenHash, reader }: SignedIn,
    draftId: string,
    told: Told,
    send: (text: string) => void,
    end: () => void,
  ): Promise<() => void> {
    const stream = this.#server.newId();
    const follower: DraftFollower = { tokenHash, reader, send, end, stream, draftId, told };
    this.#followers.add(follower);
    try {
      await this.#listener.listen();
      send('retry: 3000\n\n');
      await arrive(this.#server, { stream, draftId, personId: reader.id });
      await this.#tell([draftId]);
    } catch (error) {
      this.#followers.leave(follower);
      throw error;
    }
    return () => this.#followers.leave(follower);
  }

  /** Has the reader as many streams as one person may have? */
  isFull(reader: Reader): boolean {
    return this.#followers.isFull(reader);
  }

  /** Ends the streams of a session that was signed out here. */
  endSession(tokenHash: Buffer): void {
    this.#followers.endSession(tokenHash);
  }

  /** Without a database the row stays, and is forgotten after a while. */
  async #left({ stream, draftId, reader }: DraftFollower): Promise<void> {
    const gone = { stream, draftId, personId: reader.id };
    await depart(this.#server, gone).catch(() => {});
  }

  async #beat(): Promise<void> {
    try {
      await this.#tellAll();
      await sweepPresence(this.#server);
    } catch (error) {
      this.#server.log.error('Presence could not be kept', error);
    }
  }

  #tellAll(): Promise<void> {
    return this.#tell([...this.#followers].map(({ draftId }) => draftId));
  }

  /** One lot after the other: what is announced meanwhile is gathered for the next. */
  #tell(draftIds: readonly string[]): Promise<void> {
    for (const draftId of draftIds) this.#pending.add(draftId);
    this.#telling = this.#telling.then(() => this.#tellPending());
    return this.#telling;
  }

  async #tellPending(): Promise<void> {
    const draftIds = [...this.#pending];
    this.#pending.clear();
    try {
      for (const draftId of draftIds) await this.#tellOf(draftId);
    } catch (error) {
      this.#server.log.error('News of drafts could not be told', error);
    }
  }

  async #tellOf(draftId: string): Promise<void> {
    const followers = [...this.#followers].filter((follower) => follower.draftId === draftId);
    if (followers.length === 0) return;
    const streams = followers.map(({ stream }) => stream);
    const { pool, clock } = this.#server;
    // One instant for both: a stream that says it is here is here for what is read next.
    const now = clock();
    await stay(pool, streams, now);
    const after = Math.min(...followers.map(({ told }) => told.commentRevision ?? 0));
    const news = await readNews(pool, draftId, now, after);
    for (const follower of followers) {
      if (!news) continue;
      const { text, told } = eventsOf(news, follower.told);
      follower.told = told;
      follower.send(text);
    }
  }
}
