import {
  addDuration,
  innermostSteps,
  type Persona,
  type Stride,
  type Words,
} from '@percorso/engine';
import type { Trial } from './walk.ts';

interface Telling {
  readonly id: string;
  readonly name: string;
  readonly profile: Words;
  readonly says: Words;
}

/** The walk so far as a persona, which from now on must be able to walk it again. */
export function personaOf(trial: Trial, { id, name, profile, says }: Telling): Persona {
  const { walker, pathway, moments } = trial;
  const { outcome } = moments.at(-1)!.state;
  return {
    id,
    name,
    profile,
    pathway: pathway.document.id,
    participant: walker.participant,
    ...(walker.data && Object.keys(walker.data).length > 0 && { data: walker.data }),
    start: walker.start,
    walk: stridesOf(trial),
    ...(outcome && { outcome }),
    says,
  };
}

/** What was done, each with the time since the one before; time alone is no stride of its own. */
function stridesOf({ pathway, timeZone, walker, deeds, moments }: Trial): Stride[] {
  const strides: Stride[] = [];
  let before = walker.start;
  for (const [index, moment] of moments.slice(1).entries()) {
    const deed = deeds[index]!;
    if (!deed.do) continue;
    const after = durationBetween(before, deed.at, timeZone);
    const steps = innermostSteps(pathway, moment.state);
    strides.push({ ...(after && { after }), do: deed.do, steps });
    before = deed.at;
  }
  return strides;
}

const DAY_MS = 24 * 3_600_000;

/** Whole days where they are, true to the calendar; else hours, minutes and seconds. */
export function durationBetween(from: string, to: string, timeZone: string): string | undefined {
  const elapsed = Date.parse(to) - Date.parse(from);
  if (elapsed <= 0) return undefined;
  const days = `P${Math.round(elapsed / DAY_MS)}D`;
  if (days !== 'P0D' && addDuration(from, days, timeZone) === to) return days;
  const seconds = Math.ceil(elapsed / 1000);
  const parts = [
    [Math.floor(seconds / 3600), 'H'],
    [Math.floor((seconds % 3600) / 60), 'M'],
    [seconds % 60, 'S'],
  ] as const;
  return `PT${parts.map(([count, unit]) => (count > 0 ? `${count}${unit}` : '')).join('')}`;
}
