import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as percorso from '../server/src/index.ts';
import { buildDesk } from './build-desk.ts';
import { CommandError, fail, readSettings, say } from './command.ts';

const STOP_GRACE_MS = 3_000;
const STOP_TIMEOUT_MS = 20_000;
const USAGE = 'Usage: npm start [-- --empty]   (--empty: without the demonstration programme)';

function readOptions(): { empty: boolean } {
  try {
    const { values } = parseArgs({ options: { empty: { type: 'boolean', default: false } } });
    return values;
  } catch {
    return fail(new CommandError(USAGE));
  }
}

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('Percorso si sta avviando. / Percorso is starting.\n');
};

/** Takes the port before anything else, so that a port in use is noticed at once. */
async function listen(host: string, port: number) {
  const http = createServer();
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port)));
    http.listen(port, host, resolve);
  });
  let handler = starting;
  http.on('request', (request, response) => handler(request, response));
  return {
    http,
    port: (http.address() as AddressInfo).port,
    serve: (listener: RequestListener) => {
      handler = listener;
    },
  };
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const wrong: Record<string, string> = {
    EADDRINUSE: `Port ${port} of ${host} is in use: end the other program, or set PORT.`,
    EACCES: `Port ${port} needs special rights: set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine: set HOST.`,
    ENOTFOUND: `${host} is not a known host name: set HOST.`,
  };
  return new CommandError(wrong[error.code ?? ''] ?? error.message);
}

interface Progress {
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

/** Progress as a line that is rewritten on a terminal, and as few lines elsewhere. */
function progressPrinter() {
  let last = '';
  return ({ what, done, total }: Progress) => {
    const percent = Math.floor((done / Math.max(total, 1)) * 10) * 10;
    const line = `  ${what} ${process.stdout.isTTY ? `${done}/${total}` : `${percent} %`}`;
    if (line === last) return;
    last = line;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}${done >= total ? '\n' : '\u001b[K'}`);
    else say(line);
  };
}

/** Loads the programme into a new database, in a process that ends with the load. */
async function loadApart(isEmpty: boolean): Promise<void> {
  const child = fork(join(import.meta.dirname, 'load.ts'), isEmpty ? ['--empty'] : []);
  child.on('message', progressPrinter());
  const [code] = await once(child, 'exit');
  // It has said why.
  if (code !== 0) process.exit(1);
}

async function main(): Promise<void> {
  const options = readOptions();
  const given = readSettings();
  const { http, port, serve } = await listen(given.host, given.port);
  process.env.PORT = String(port);
  const settings = readSettings();

  // The pages are built beside the rest: neither needs the other.
  const pages = buildDesk(() => say('Percorso: building the pages (once)…'));
  pages.catch(() => {});
  if (!settings.databaseUrl) say(`Percorso: starting PostgreSQL in ${settings.dataDirectory}`);
  const database = await percorso.openDatabase(settings, () =>
    fail(new CommandError('PostgreSQL ended; its reasons are in postgres.log of DATA_DIR.')),
  );
  const migrated = await percorso.migrate(database.access);
  if (migrated.length > 0) say(`Percorso: ${migrated.length} change(s) of the tables made`);
  const log = percorso.createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  const server = await percorso.openServer({ database: database.access, settings, log });
  if (!(await percorso.isLoaded(server))) await loadApart(options.empty);
  const app = percorso.createApp(server);
  await pages;
  // Before the worker, which begins with all that has become due: nobody waits for that.
  serve(app);
  const worker = await percorso.startWorker(server);
  say(`Percorso is ready: ${settings.publicUrl}`);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    const closed = new Promise((resolve) => http.close(resolve));
    http.closeIdleConnections();
    // Live streams never end by themselves.
    setTimeout(() => http.closeAllConnections(), STOP_GRACE_MS).unref();
    await closed;
    await worker.stop();
    await server.close();
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
  // The bootstrap that started us (scripts/run.mjs) has been killed.
  process.on('disconnect', stop);
}

main().catch(fail);
