import { addDuration } from '@percorso/engine';

/** A duration in seconds, counted from January 1st: months and years have no fixed length. */
export function secondsOf(duration: string): number {
  const start = '1970-01-01T00:00:00.000Z';
  return Math.round(Date.parse(addDuration(start, duration, 'UTC')) / 1000);
}
