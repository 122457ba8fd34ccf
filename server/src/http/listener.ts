import pg from 'pg';

const RECONNECT_MS = 1000;

/** What a listener tells whoever has it. */
export interface Heard {
  readonly notified: (payload: string) => void;
  /** It listens again after a break: what was announced meanwhile was not heard. */
  readonly resumed: () => Promise<void>;
}

/**
 * One connection of the process that listens on a channel of the database, from `listen` to
 * `stop`. When it breaks it is made anew, again and again.
 */
export class Listener {
  readonly #config: pg.ClientConfig;
  readonly #channel: string;
  readonly #heard: Heard;
  #connection: Promise<pg.Client> | null = null;
  #retry: NodeJS.Timeout | null = null;

  constructor(config: pg.ClientConfig, channel: string, heard: Heard) {
    this.#config = config;
    this.#channel = channel;
    this.#heard = heard;
  }

  /** Resolves once the channel is listened to: what is announced from then on is heard. */
  async listen(): Promise<void> {
    this.#connection ??= this.#connect();
    const connection = this.#connection;
    try {
      await connection;
    } catch (error) {
      if (this.#connection === connection) this.#connection = null;
      throw error;
    }
  }

  stop(): void {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
    this.#giveUp();
  }

  #giveUp(): void {
    const connection = this.#connection;
    this.#connection = null;
    connection?.then((client) => client.end()).catch(() => {});
  }

  #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    const connection = this.#start(client);
    client.once('end', () => {
      // One that was given up on purpose is not replaced: another may be listening by now.
      if (this.#connection === connection) this.#reconnect();
    });
    return connection;
  }

  async #start(client: pg.Client): Promise<pg.Client> {
    client.on('notification', ({ payload }) => this.#heard.notified(payload ?? ''));
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(this.#channel)}`);
      return client;
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
  }

  #reconnect(): void {
    this.#giveUp();
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      this.listen()
        .then(() => this.#heard.resumed())
        .catch(() => this.#reconnect());
    }, RECONNECT_MS).unref();
  }
}
