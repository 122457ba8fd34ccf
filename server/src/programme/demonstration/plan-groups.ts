import { z } from 'zod';
import type { Persona, Stride } from './persona.ts';
import { PROGRAMME_DAYS } from './plan-youths.ts';
import { type Chance, chance } from './random.ts';
import { stridesOf } from './strides.ts';

const DAY_MS = 86_400_000;

export const Groups = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      groupKind: z.enum(['class', 'youth-centre', 'spontaneous']),
      headCount: z.int(),
    }),
  ),
});
export type Group = z.infer<typeof Groups>['groups'][number];

export interface PlannedGroup {
  readonly group: Group;
  readonly persona: Persona;
  readonly startAt: Date;
  readonly strides: readonly Stride[];
  readonly chance: Chance;
}

/** The groups that the programme reached: each walks like a persona whose lab was held. */
export function planGroups(
  groups: readonly Group[],
  personas: readonly Persona[],
  today: Date,
  seed: number,
): PlannedGroup[] {
  const held = personas.filter(hasHeldLab);
  return groups.map((group, index) => {
    const luck = chance(seed + index * 104_729);
    const persona = luck.pick(held);
    const strides = stridesOf(persona);
    const lengthDays = Math.ceil((strides.at(-1)?.offsetMs ?? 0) / DAY_MS) + 1;
    const daysAgo = luck.whole(lengthDays, PROGRAMME_DAYS - 20);
    const startAt = new Date(today.getTime() - daysAgo * DAY_MS - luck.whole(0, 6) * 3_600_000);
    return { group, persona, startAt, strides, chance: luck };
  });
}

function hasHeldLab({ walk }: Persona): boolean {
  return walk.some(
    ({ do: happening }) => happening.type === 'done' && happening.answer?.held === true,
  );
}
