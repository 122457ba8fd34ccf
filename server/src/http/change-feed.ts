import type { Reader, SignedIn } from '../access/reader.ts';
import type { Server } from '../server.ts';
import {
  type Change,
  changesSince,
  eventsFor,
  lastSeq,
  readAnew,
  withFacts,
} from './case-changes.ts';
import { type Follower, Followers } from './followers.ts';
import { Listener } from './listener.ts';

/** Numbers are given before the commit: a smaller one may become visible after a greater one. */
const SEQ_MARGIN = 200;

/**
 * Tells readers live which cases changed. One connection of the process listens, for as long as
 * somebody follows; nothing here is needed by another process.
 */
export class ChangeFeed {
  readonly #server: Server;
  readonly #followers: Followers<Follower>;
  readonly #listener: Listener;
  #pending: Change[] = [];
  #isTelling = false;
  #seq = 0;

  constructor(server: Server) {
    this.#server = server;
    this.#followers = new Followers(server, 'streamChanges', {
      emptied: () => this.#listener.stop(),
    });
    this.#listener = new Listener(server.pool.options, 'percorso_change', {
      notified: (payload) => this.#hear(payload),
      resumed: () => this.#catchUp(),
    });
  }

  /**
   * Follows the changes until the returned function is called or the session ends (`end`). With
   * `since` (an event's id) what was missed comes first, or where that is too much the word to read
   * anew; a repeat is possible, a gap is not.
   */
  async follow(
    signedIn: SignedIn,
    since: number | null,
    send: (text: string) => void,
    end: () => void,
  ): Promise<() => void> {
    const { pool } = this.#server;
    const { tokenHash, reader } = signedIn;
    const follower: Follower = { tokenHash, reader, send, end };
    this.#followers.add(follower);
    try {
      await this.#listener.listen();
      const seq = await lastSeq(pool);
      // Others may still have to hear what was announced before.
      if (this.#followers.size === 1) this.#seq = Math.max(this.#seq, seq);
      send(`retry: 3000\nid: ${seq}\n\n`);
      if (since !== null) {
        const missed = await changesSince(pool, since - SEQ_MARGIN);
        if (!missed) send(readAnew(seq));
        for (const change of await withFacts(pool, missed ?? [])) send(eventsFor(reader, change));
      }
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

  /** The database went away and came back: tell what happened meanwhile. */
  async #catchUp(): Promise<void> {
    const { pool } = this.#server;
    const missed = await changesSince(pool, this.#seq - SEQ_MARGIN);
    if (!missed) {
      this.#seq = await lastSeq(pool);
      for (const { send } of this.#followers) send(readAnew(this.#seq));
    }
    this.#pending.push(...(missed ?? []));
    await this.#tell();
  }

  #hear(payload: string): void {
    const { case: id, revision, seq } = JSON.parse(payload);
    this.#pending.push({ case: id, first: revision, revision, seq: Number(seq) });
    void this.#tell();
  }

  /** Gathers what is announced while the last lot is being told: one statement for many changes. */
  async #tell(): Promise<void> {
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      while (this.#pending.length > 0) {
        const changes = this.#pending.splice(0);
        for (const change of await withFacts(this.#server.pool, changes)) {
          this.#seq = Math.max(this.#seq, change.seq);
          for (const { reader, send } of this.#followers) send(eventsFor(reader, change));
        }
      }
    } catch (error) {
      this.#server.log.error('Changes could not be told', error);
    } finally {
      this.#isTelling = false;
    }
  }
}
