import type { Words } from '@percorso/engine';
import { serverFaults } from './server-faults.ts';

/**
 * What is wrong with each field of a form that was sent: what the server says of it, else what was
 * found here, by its key. Only what the server says of no field is an error of the whole.
 */
export function fieldFaults<Field extends string>(
  error: Error | null,
  own: Readonly<Partial<Record<Field, string>>>,
  words: (words: Words) => string,
  t: (key: string) => string,
) {
  const theirs = serverFaults(error);
  return {
    error: theirs.length > 0 ? null : error,
    faultOf: (field: Field) => {
      const fault = theirs.find(({ path }) => path === field);
      const key = own[field];
      return fault ? words(fault.message) : key && t(key);
    },
  };
}
