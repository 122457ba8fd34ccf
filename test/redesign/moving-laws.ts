/** The laws of moving one case: as it was said, to be replayed, to be taken back. */
import { type Migration, migrateCase, replay, sortedJson, takeBack } from '@percorso/engine';
import { isAccounted, isTheirs, leads } from './books.ts';
import { hold, type Judged, optionsOf } from './judged.ts';
import { circumstancesAt, strides, type Walked } from './walks.ts';

/** What is done is what was said; the trace replays; taking it back restores the same. */
export function holdMoved(judged: Judged, one: Walked, said: Migration): void {
  const { from, to } = judged.versions;
  const { state, entries, now } = one;
  const circumstances = circumstancesAt(now);
  const versions = { from: 1, to: 2 };
  const done = migrateCase(
    ...([from, to, state, circumstances, judged.mapping, versions, optionsOf(judged)] as const),
  );
  if (!done.ok) {
    hold('what is decided is done', said.kind === 'blocked', done.refusal);
    return;
  }
  if ('changes' in said) {
    hold('what was said is done', sortedJson(said.changes) === sortedJson(done.changes), said);
  }
  hold(
    'the gains and losses are all',
    isAccounted(state, done.state, done.effects, done.changes),
    done,
  );
  hold('what is kept is kept by who does it', isTheirs(done.changes, from, to), done.changes);
  const trace = [...entries, done.entry];
  const known = new Map([[1, from] as const, [2, to] as const]);
  const arrived = { state: done.state, entries: trace, now };
  const later = strides(to, arrived, [...laterNumbers(one)]).at(-1)!;
  for (const moment of [arrived, later]) {
    const replayed = replay(from, JSON.parse(JSON.stringify(moment.entries)), known);
    const isSame = replayed.ok && sortedJson(replayed.state) === sortedJson(moment.state);
    hold('the trace replays', isSame, { replayed, state: moment.state });
  }
  const migration = { before: from, after: to, former: state, entry: done.entry };
  const taken = takeBack(migration, done.state, circumstancesAt(now + 1000));
  hold('it can be taken back', taken.ok);
  hold('the former state is restored', sortedJson(taken.state) === sortedJson(state), taken.state);
  hold('the effects lead back', leads(done.state, taken.effects, state), taken.effects);
  const restored = replay(from, [...trace, taken.entry], known);
  hold(
    'the trace replays after it',
    restored.ok && sortedJson(restored.state) === sortedJson(state),
  );
  const hasMoved = sortedJson(later.state) !== sortedJson(done.state);
  const late = takeBack(migration, later.state, circumstances);
  hold('what has moved since is not taken back', late.ok !== hasMoved);
}

function laterNumbers({ entries }: Walked): number[] {
  return Array.from({ length: 6 }, (_, at) => 17 * at + 31 * entries.length);
}
