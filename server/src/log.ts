/** What a log line may say besides its message: no names, addresses, answers or tokens. */
export type LogDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(message: string, details?: LogDetails): void;
  warn(message: string, details?: LogDetails): void;
  /** The error's stack is written; its message must hold no personal data. */
  error(message: string, error?: unknown, details?: LogDetails): void;
}

/**
 * The parts of an error that are safe to write: PostgreSQL puts the values of a row into `detail`,
 * and MikroORM puts the statement and its values into `message`.
 */
function describeError(error: unknown): LogDetails {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code: typeof code === 'string' ? code : null,
    where: places
      .slice(0, 12)
      .map((line) => line.trim().slice(3))
      .join(' < '),
  };
}

/** A log of one JSON object per line, written by `write` (standard error in the server). */
export function createLog(write: (line: string) => void, clock: () => Date): Log {
  const line = (level: string, message: string, details: LogDetails = {}) =>
    write(`${JSON.stringify({ at: clock().toISOString(), level, message, ...details })}\n`);
  return {
    info: (message, details) => line('info', message, details),
    warn: (message, details) => line('warn', message, details),
    error: (message, error, details) =>
      line('error', message, {
        ...(error === undefined ? {} : describeError(error)),
        ...details,
      }),
  };
}

/** A log that keeps nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
