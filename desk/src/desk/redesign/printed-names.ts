import type { MigrationCase, MigrationCaseList } from '@percorso/server/contract';
import { request } from '../api/request.ts';

/** As many as the server hands out at once. */
const AT_ONCE = 200;
/** More is a stack of paper that nobody reads: the rest is counted. */
const NAMES_MAX = 1000;

/** Who is behind the counts of a plan, to be printed beside them. */
export interface PrintedNames {
  readonly byGroup: ReadonlyMap<string | null, readonly MigrationCase[]>;
  /** Those whose names are not printed. */
  readonly restCount: number;
}

type ReadPart = (offset: number, limit: number) => Promise<MigrationCaseList>;

/** Reads the names of everybody in a plan, group by group. */
export async function readNames(
  plan: string,
  readPart: ReadPart = (offset, limit) =>
    request('listMigrationCases', { params: { id: plan }, query: { offset, limit } }),
): Promise<PrintedNames> {
  const all: MigrationCase[] = [];
  for (;;) {
    const { cases, total } = await readPart(all.length, AT_ONCE);
    all.push(...cases);
    if (cases.length > 0 && all.length < Math.min(total, NAMES_MAX)) continue;
    const byGroup = Map.groupBy(all, ({ group }) => group);
    return { byGroup, restCount: Math.max(0, total - all.length) };
  }
}
