import { resolve } from 'node:path';

/** What the environment decides, parsed once; nothing else reads `process.env`. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** The address under which people reach the server, without a slash at the end. */
  readonly publicUrl: string;
  /** How many proxies in front may be believed (0: none). */
  readonly trustedProxies: number;
  /** Absent: the embedded PostgreSQL in `dataDirectory` is used. */
  readonly databaseUrl: string | null;
  readonly dataDirectory: string;
  /** Absent: mail is kept in the outbox and read there. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where a pathway's `service` activities are sent: https addresses by the name they use. */
  readonly services: Readonly<Record<string, string>>;
  /** Must a second coordinator approve what is published? */
  readonly secondApproval: boolean;
}

/** A wrong setting: its message is one line for the person who starts the server. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

type Environment = Readonly<Record<string, string | undefined>>;

function wrong(name: string, value: string, right: string): never {
  throw new SettingsError(`${name} is "${value}", but must be ${right}.`);
}

function text(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim();
  return value ? value : null;
}

function integer(environment: Environment, name: string, fallback: number, max: number): number {
  const value = text(environment, name);
  if (value === null) return fallback;
  if (!/^\d{1,9}$/.test(value) || Number(value) > max) {
    wrong(name, value, `a whole number from 0 to ${max}`);
  }
  return Number(value);
}

/** The message never repeats the value: an address may hold a password. */
function address(environment: Environment, name: string, protocols: readonly string[]) {
  const value = text(environment, name);
  if (value === null) return null;
  const parsed = URL.parse(value);
  if (!parsed || !protocols.includes(parsed.protocol)) {
    const right = protocols.map((protocol) => `${protocol}//…`).join(' or ');
    throw new SettingsError(`${name} must be an address that begins with ${right}.`);
  }
  return value;
}

function publicUrl(environment: Environment, host: string, port: number): string {
  const value = address(environment, 'PUBLIC_URL', ['http:', 'https:']);
  if (value === null) {
    const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
    return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
  }
  const parsed = new URL(value);
  if (parsed.pathname !== '/' || parsed.search || parsed.hash) {
    wrong('PUBLIC_URL', value, 'an address without a path, such as https://percorso.example.org');
  }
  return parsed.origin;
}

function mailbox(environment: Environment): string {
  const value = text(environment, 'MAIL_FROM') ?? 'Percorso <percorso@localhost>';
  if (!/^[^<>@\r\n]*<?[^<>@\s]+@[^<>@\s]+>?$/.test(value)) {
    wrong('MAIL_FROM', value, 'a mail address, such as Percorso <percorso@example.org>');
  }
  return value;
}

/** A JSON object; the message never repeats the value, since an address may hold a secret. */
function services(environment: Environment): Readonly<Record<string, string>> {
  const value = text(environment, 'SERVICES');
  if (value === null) return {};
  try {
    const entries = Object.entries(JSON.parse(value) as Record<string, unknown>);
    const isRight = ([, url]: [string, unknown]) =>
      typeof url === 'string' && URL.parse(url)?.protocol === 'https:';
    if (entries.every(isRight)) return Object.fromEntries(entries) as Record<string, string>;
  } catch {
    // Broken JSON is as wrong as a wrong address.
  }
  throw new SettingsError('SERVICES must be a JSON object of https addresses by name.');
}

function onOrOff(environment: Environment, name: string): boolean {
  const value = text(environment, name) ?? 'off';
  if (value !== 'on' && value !== 'off') wrong(name, value, 'on or off');
  return value === 'on';
}

/** Parses the environment; throws a SettingsError whose message says what would be right. */
export function parseSettings(environment: Environment): Settings {
  const host = text(environment, 'HOST') ?? '127.0.0.1';
  if (!/^[A-Za-z0-9.:-]+$/.test(host)) wrong('HOST', host, 'a host name or an IP address');
  const port = integer(environment, 'PORT', 3000, 65_535);
  return {
    host,
    port,
    publicUrl: publicUrl(environment, host, port),
    trustedProxies: integer(environment, 'TRUST_PROXY', 0, 16),
    databaseUrl: address(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    dataDirectory: resolve(text(environment, 'DATA_DIR') ?? 'data'),
    smtpUrl: address(environment, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: mailbox(environment),
    services: services(environment),
    secondApproval: onOrOff(environment, 'SECOND_APPROVAL'),
  };
}
