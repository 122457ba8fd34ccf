import { DatabaseError, parseSettings, type Settings, SettingsError } from '../server/src/index.ts';

/** A line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** An expected "no" of a command: one line, no stack, exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Ends the process with one line. A mistake of our own keeps its stack: that is for us. */
export function fail(error: unknown): never {
  const isExpected =
    error instanceof CommandError ||
    error instanceof DatabaseError ||
    error instanceof SettingsError;
  const text = isExpected ? error.message : ((error as Error)?.stack ?? String(error));
  process.stderr.write(`Percorso: ${text}\n`);
  process.exit(1);
}

/** The settings of the environment, or the end with a line about the wrong one. */
export function readSettings(): Settings {
  try {
    return parseSettings(process.env);
  } catch (error) {
    return fail(error);
  }
}
