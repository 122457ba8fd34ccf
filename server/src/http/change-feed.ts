import pg from 'pg';
import type { Reader, SignedIn } from '../access/reader.ts';
import { findSessions } from '../access/sessions.ts';
import type { Server } from '../server.ts';
import { type Change, changesSince, eventsFor, lastSeq, withFacts } from './case-changes.ts';

const HEARTBEAT_MS = 20_000;
const RECONNECT_MS = 1000;
/** More than anybody's tabs; each stream costs a connection and a share of every change. */
const STREAMS_PER_PERSON_MAX = 20;
/** Numbers are given before the commit: a smaller one may become visible after a greater one. */
const SEQ_MARGIN = 200;

interface Follower {
  readonly tokenHash: Buffer;
  reader: Reader;
  readonly send: (text: string) => void;
  readonly end: () => void;
}

/**
 * Tells readers live which cases changed. One connection of the process listens, for as long as
 * somebody follows; nothing here is needed by another process.
 */
export class ChangeFeed {
  readonly #server: Server;
  readonly #followers = new Set<Follower>();
  #listener: Promise<pg.Client> | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  #pending: Change[] = [];
  #isTelling = false;
  #seq = 0;

  constructor(server: Server) {
    this.#server = server;
  }

  /**
   * Follows the changes until the returned function is called or the session ends (`end`). With
   * `since` (an event's id) what was missed comes first; a repeat is possible, a gap is not.
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
      await this.#listen();
      send(`retry: 3000\nid: ${await lastSeq(pool)}\n\n`);
      if (since !== null) {
        const missed = await changesSince(pool, since - SEQ_MARGIN);
        for (const change of await withFacts(pool, missed)) send(eventsFor(reader, change));
      }
    } catch (error) {
      this.#leave(follower);
      throw error;
    }
    return () => this.#leave(follower);
  }

  /** Has the reader as many streams as one person may have? */
  isFull(reader: Reader): boolean {
    const own = [...this.#followers].filter((follower) => follower.reader.id === reader.id);
    return own.length >= STREAMS_PER_PERSON_MAX;
  }

  /** Ends the streams of a session that was signed out here; others end at their next heartbeat. */
  endSession(tokenHash: Buffer): void {
    for (const follower of this.#followers) {
      if (follower.tokenHash.equals(tokenHash)) this.#dismiss(follower);
    }
  }

  #dismiss(follower: Follower): void {
    follower.end();
    this.#leave(follower);
  }

  #leave(follower: Follower): void {
    this.#followers.delete(follower);
    if (this.#followers.size > 0) return;
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#heartbeat = null;
    const listener = this.#listener;
    this.#listener = null;
    listener?.then((client) => client.end()).catch(() => {});
  }

  async #listen(): Promise<void> {
    this.#heartbeat ??= setInterval(() => void this.#beat(), HEARTBEAT_MS).unref();
    this.#listener ??= this.#connect();
    const listener = this.#listener;
    try {
      await listener;
    } catch (error) {
      if (this.#listener === listener) this.#listener = null;
      throw error;
    }
  }

  #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#server.pool.options);
    const listener = this.#start(client);
    client.once('end', () => {
      // One that was given up on purpose is not replaced: another may be listening by now.
      if (this.#listener === listener) this.#reconnect();
    });
    return listener;
  }

  async #start(client: pg.Client): Promise<pg.Client> {
    client.on('notification', ({ payload }) => this.#hear(payload));
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('listen percorso_change');
      this.#seq = Math.max(this.#seq, await lastSeq(this.#server.pool));
      return client;
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
  }

  /** The database went away: listen again, and tell what happened meanwhile. */
  #reconnect(): void {
    this.#listener = null;
    if (this.#retry || this.#followers.size === 0) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#catchUp().catch(() => this.#reconnect());
    }, RECONNECT_MS).unref();
  }

  async #catchUp(): Promise<void> {
    if (this.#followers.size === 0) return;
    const since = this.#seq - SEQ_MARGIN;
    await this.#listen();
    this.#pending.push(...(await changesSince(this.#server.pool, since)));
    await this.#tell();
  }

  #hear(payload: string | undefined): void {
    const { case: id, revision, seq } = JSON.parse(payload ?? '{}');
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

  /** Keeps proxies from closing idle streams, and notices sessions and roles that have ended. */
  async #beat(): Promise<void> {
    const followers = [...this.#followers];
    try {
      const sessions = await findSessions(
        this.#server,
        followers.map(({ tokenHash }) => tokenHash),
      );
      const readers = new Map(sessions.map((s) => [s.tokenHash.toString('hex'), s.reader]));
      for (const follower of followers) {
        const reader = readers.get(follower.tokenHash.toString('hex'));
        if (!reader) {
          this.#dismiss(follower);
          continue;
        }
        follower.reader = reader;
        follower.send(': here\n\n');
      }
    } catch (error) {
      this.#server.log.error('Live sessions could not be checked', error);
    }
  }
}
