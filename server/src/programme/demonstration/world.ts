import type { ObjectSchema, PathwayDocument } from '@percorso/engine';
import { pathwayVersion } from '../../case/pathway-versions.ts';
import type { Server } from '../../server.ts';
import type { Chance } from './random.ts';

/** A course may be joined for a while after its first day. */
const LATE_ENTRY_MS = 14 * 86_400_000;
/** Reports are written in the afternoon of the last day. */
const LAST_HOUR_MS = 15 * 3_600_000;
/** Among how many of the coming editions a youth chooses. */
const CHOICES = 5;
/** How many would rather wait for what they want. */
const INSISTING = 0.3;

interface KnownEdition {
  readonly id: string;
  readonly kind: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** Whom and what the walks meet: the people of the programme and its editions. */
export interface World {
  readonly server: Server;
  readonly caseManagers: readonly string[];
  readonly coordinators: readonly string[];
  /** An operator of each organisation. */
  readonly operators: ReadonlyMap<string, string>;
  readonly editions: readonly KnownEdition[];
}

export async function readWorld(server: Server): Promise<World> {
  const people = await server.pool.query<{ id: string; organisation_id: string; roles: string[] }>(
    'SELECT id, organisation_id, roles FROM person ORDER BY email',
  );
  const editions = await server.pool.query<{
    id: string;
    kind: string;
    starts_on: string;
    ends_on: string;
  }>(
    `SELECT e.id, o.kind, e.starts_on::text, e.ends_on::text FROM edition e
     JOIN opportunity o ON o.id = e.opportunity_id ORDER BY e.starts_on, e.id`,
  );
  const withRole = (role: string) => people.rows.filter(({ roles }) => roles.includes(role));
  return {
    server,
    caseManagers: withRole('case-manager').map(({ id }) => id),
    coordinators: withRole('coordinator').map(({ id }) => id),
    operators: new Map(
      withRole('partner-operator').map(({ organisation_id, id }) => [organisation_id, id]),
    ),
    editions: editions.rows.map(({ id, kind, starts_on, ends_on }) => ({
      id,
      kind,
      startsAtMs: Date.parse(starts_on),
      endsAtMs: Date.parse(ends_on) + LAST_HOUR_MS,
    })),
  };
}

export async function documentOf(
  { server }: World,
  id: string,
  version = 1,
): Promise<PathwayDocument> {
  return (await pathwayVersion(server, id, version)).document;
}

/**
 * A persona's answer made true here and now: its dates moved along with the walk, its edition one
 * of ours that begins about that day, and waiting accepted where the form offers it.
 */
export async function answerHere(
  world: World,
  schema: ObjectSchema | undefined,
  answer: Readonly<Record<string, string | number | boolean | string[]>>,
  shiftMs: number,
  at: Date,
  luck: Chance,
) {
  const here = { ...answer };
  for (const [name, field] of Object.entries(schema?.properties ?? {})) {
    const value = here[name];
    if (name === 'acceptWaiting') here[name] = true;
    else if (typeof value !== 'string') continue;
    else if (field.format === 'edition') {
      here[name] = (await editionAbout(world, field.opportunity, at, luck)) ?? value;
    } else if (field.format === 'date-time') here[name] = shifted(value, shiftMs).toISOString();
    else if (field.format === 'date')
      here[name] = shifted(value, shiftMs).toISOString().slice(0, 10);
  }
  return here;
}

function shifted(instant: string, byMs: number): Date {
  // To the full quarter of an hour: nobody is invited for 9:07.
  return new Date(Math.round((Date.parse(instant) + byMs) / 900_000) * 900_000);
}

/**
 * One of the next editions to begin, or one that has just begun. Who finds a favourite full takes
 * another that has seats, or insists and waits.
 */
async function editionAbout(world: World, kind: string | undefined, at: Date, luck: Chance) {
  const soonest = world.editions
    .filter((edition) => edition.kind === kind)
    .filter(({ startsAtMs }) => startsAtMs > at.getTime() - LATE_ENTRY_MS)
    .slice(0, CHOICES)
    .map(({ id }) => id);
  if (soonest.length === 0) return undefined;
  const favourite = luck.pick(soonest);
  if (luck.next() < INSISTING) return favourite;
  const { rows } = await world.server.pool.query<{ id: string }>(
    'SELECT id FROM edition WHERE id = ANY ($1) AND taken < seats ORDER BY starts_on, id',
    [soonest],
  );
  const free = rows.map(({ id }) => id);
  return free.includes(favourite) || free.length === 0 ? favourite : luck.pick(free);
}

/** When the edition that an answer chose ends; undefined when it chose none. */
export function editionEnd(world: World, answer: Readonly<Record<string, unknown>>) {
  const chosen = world.editions.find(({ id }) => Object.values(answer).includes(id));
  return chosen && new Date(chosen.endsAtMs);
}
