import type { LogDetails } from '../log.ts';
import type { Server } from '../server.ts';

/**
 * Does one piece of the background work. A bug in it, or a damaged row, is logged under an id and
 * answered with undefined: the other pieces go on, and the next sweep tries it again.
 */
export async function apart<T>(
  server: Server,
  failure: string,
  work: () => Promise<T>,
  details?: LogDetails,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    server.log.error(`${failure} (${server.newId()})`, error, details);
    return undefined;
  }
}
