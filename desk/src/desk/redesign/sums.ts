import type { MigrationGroup } from '@percorso/server/contract';
import type { Words } from '../../language/words.ts';
import { type ChangeSentence, changeSentences, type Tone } from './change-sentences.ts';

/** One thing that happens to several people, and to how many. */
export interface Sum {
  readonly about: Words;
  readonly count: number;
}

/** Things of one kind; `name` is that of their sentence. */
export interface Sums {
  readonly name: string;
  readonly tone: Tone;
  readonly sums: readonly Sum[];
}

// What stays just as it was is no news; a pathway inside that goes on by its old rules is.
const isTold = ({ tone, name }: ChangeSentence) => tone !== 'keeps' || name === 'kept-pathway';

type Counted = Pick<MigrationGroup, 'count' | 'stays' | 'changes'>;
interface Happening {
  readonly name: string;
  readonly tone: Tone;
  readonly about: Words;
  readonly people: number;
}

/** What everybody who goes over gains and loses, all in all: what is lost first. */
export function sumsOf(groups: readonly Counted[]): Sums[] {
  const kinds = new Map<string, { readonly tone: Tone; readonly sums: Map<string, Sum> }>();
  for (const group of groups) {
    for (const { name, tone, about, people } of happeningsOf(group)) {
      const kind = kinds.get(name) ?? { tone, sums: new Map<string, Sum>() };
      kinds.set(name, kind);
      const before = kind.sums.get(about.it)?.count ?? 0;
      kind.sums.set(about.it, { about, count: before + people });
    }
  }
  const order: readonly Tone[] = ['loses', 'gains', 'changes', 'keeps'];
  return [...kinds]
    .map(([name, { tone, sums }]) => ({ name, tone, sums: mostFirst([...sums.values()]) }))
    .sort((one, other) => order.indexOf(one.tone) - order.indexOf(other.tone));
}

/** Each once: two deadlines of a step are those of one person. */
function happeningsOf({ count, stays, changes }: Counted): Iterable<Happening> {
  if (stays || !changes || count === 0) return [];
  const all = changeSentences(changes)
    .filter(isTold)
    .flatMap(({ name, tone, about, people = count }) =>
      about.map((one): Happening => ({ name, tone, about: one, people })),
    );
  return new Map(all.map((one) => [`${one.name} ${one.about.it}`, one])).values();
}

const mostFirst = (sums: readonly Sum[]) => sums.toSorted((a, b) => b.count - a.count);

/** How many places on a waiting list those who go over will need. */
export const waitingIn = (groups: readonly Counted[]): number =>
  groups
    .flatMap(({ stays, count, changes }) => (stays || count === 0 ? [] : (changes?.waiting ?? [])))
    .reduce((sum, { count }) => sum + count, 0);
