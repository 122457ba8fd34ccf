import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeatLedger } from './seat-ledger.ts';

const ledger = (free: number, waiting = 0) => new SeatLedger<string>(() => ({ free, waiting }));

describe('the seats of an edition', () => {
  it('go to whoever comes first; the others wait in their order', () => {
    const seats = ledger(2);
    for (const who of ['a', 'b', 'c', 'd']) seats.take('lab', who);
    expect(seats.waiting()).toEqual([['lab', ['c', 'd']]]);
  });

  it('that are given back go to whoever has waited longest', () => {
    const seats = ledger(1);
    for (const who of ['a', 'b', 'c']) seats.take('lab', who);
    seats.leave('lab');
    expect(seats.waiting()).toEqual([['lab', ['c']]]);
  });

  it('go first to those who waited before anybody was moved', () => {
    const seats = ledger(0, 1);
    seats.take('lab', 'a');
    seats.leave('lab');
    expect(seats.waiting()).toEqual([['lab', ['a']]]);
    seats.leave('lab');
    expect(seats.waiting()).toEqual([]);
  });

  it('of one edition are not those of another', () => {
    const seats = ledger(1);
    for (const who of ['a', 'b']) seats.take(who, who);
    expect(seats.waiting()).toEqual([]);
  });

  it('come to the same number of people who wait, in whatever order they are taken', () => {
    const sizes = fc.record({
      seats: fc.nat(5),
      before: fc.nat(8),
      leaving: fc.nat(8),
      coming: fc.nat(8),
    });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.boolean()), ({ seats, ...people }, order) => {
        const leaving = Math.min(people.leaving, people.before);
        const holding = Math.min(seats, people.before);
        const one = ledger(seats - holding, people.before - holding);
        let [came, left] = [0, 0];
        while (came < people.coming || left < leaving) {
          const comes = came < people.coming && (left === leaving || order.next().value);
          if (comes) one.take('lab', `${came++}`);
          else {
            one.leave('lab');
            left += 1;
          }
        }
        const room = Math.max(0, seats - (people.before - leaving));
        const waiting = one.waiting()[0]?.[1].length ?? 0;
        expect(waiting).toBe(Math.max(0, people.coming - room));
      }),
    );
  });
});
