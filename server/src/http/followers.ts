import { mayCall } from '../access/abilities.ts';
import type { Reader } from '../access/reader.ts';
import { findSessions } from '../access/sessions.ts';
import type { OperationName } from '../contract/operations.ts';
import type { Server } from '../server.ts';

const HEARTBEAT_MS = 20_000;
/** More than anybody's tabs; each stream costs a connection and a share of every change. */
const STREAMS_PER_PERSON_MAX = 20;

/** A reader who has a stream open in this process. */
export interface Follower {
  readonly tokenHash: Buffer;
  reader: Reader;
  readonly send: (text: string) => void;
  readonly end: () => void;
}

interface Told<F> {
  /** Called after each heartbeat, while there is anybody. */
  readonly beat?: () => void;
  readonly left?: (follower: F) => void;
  /** Nobody follows any more. */
  readonly emptied: () => void;
}

/** Those who follow one kind of stream: kept alive, and let go when their session or right ends. */
export class Followers<F extends Follower> {
  readonly #server: Server;
  readonly #operation: OperationName;
  readonly #told: Told<F>;
  readonly #all = new Set<F>();
  #heartbeat: NodeJS.Timeout | null = null;

  constructor(server: Server, operation: OperationName, told: Told<F>) {
    this.#server = server;
    this.#operation = operation;
    this.#told = told;
  }

  [Symbol.iterator](): Iterator<F> {
    return this.#all[Symbol.iterator]();
  }

  get size(): number {
    return this.#all.size;
  }

  /** Has the reader as many streams as one person may have? */
  isFull(reader: Reader): boolean {
    const own = [...this.#all].filter((follower) => follower.reader.id === reader.id);
    return own.length >= STREAMS_PER_PERSON_MAX;
  }

  add(follower: F): void {
    this.#all.add(follower);
    this.#heartbeat ??= setInterval(() => void this.#beat(), HEARTBEAT_MS).unref();
  }

  leave(follower: F): void {
    if (!this.#all.delete(follower)) return;
    this.#told.left?.(follower);
    if (this.#all.size > 0) return;
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#heartbeat = null;
    this.#told.emptied();
  }

  /** Ends the streams of a session that was signed out here; others end at their next heartbeat. */
  endSession(tokenHash: Buffer): void {
    for (const follower of this.#all) {
      if (follower.tokenHash.equals(tokenHash)) this.#dismiss(follower);
    }
  }

  #dismiss(follower: F): void {
    follower.end();
    this.leave(follower);
  }

  /** Keeps proxies from closing idle streams, and notices sessions and roles that have ended. */
  async #beat(): Promise<void> {
    const followers = [...this.#all];
    try {
      const hashes = followers.map(({ tokenHash }) => tokenHash);
      const sessions = await findSessions(this.#server, hashes);
      const readers = new Map(sessions.map((s) => [s.tokenHash.toString('hex'), s.reader]));
      for (const follower of followers) {
        const reader = readers.get(follower.tokenHash.toString('hex'));
        if (!reader || !mayCall(reader, this.#operation)) {
          this.#dismiss(follower);
          continue;
        }
        follower.reader = reader;
        follower.send(': here\n\n');
      }
      if (this.#all.size > 0) this.#told.beat?.();
    } catch (error) {
      this.#server.log.error('Live sessions could not be checked', error);
    }
  }
}
