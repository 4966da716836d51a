import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, LogPage } from '../shared/entries.ts';
import {
  dropBefore,
  emptyLog,
  hasOlder,
  holeOf,
  keepLast,
  type LogState,
  missing,
  takeFrame,
  takeJoin,
  takeOlder,
  takePage,
} from './log.ts';

const aigul = { member: 'm-aigul', name: 'Тыныш Бозторғай' };
const entry = (seq: number): Entry => ({ seq, at: seq * 1000, kind: 'message', by: aigul, text: `${seq}` });
const entries = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => entry(from + index));

/** A log as the server has it: sequences `first`..`last`. */
const served = (last: number, first = 1, epoch = 'e1') => ({
  after: (seq: number, limit = 50): LogPage => ({
    epoch,
    first,
    last,
    entries: entries(Math.max(first, seq + 1), Math.min(last, Math.max(first, seq + 1) + limit - 1)),
  }),
  before: (seq: number, limit = 50): LogPage => ({
    epoch,
    first,
    last,
    entries: entries(Math.max(first, Math.min(seq, last + 1) - limit), Math.min(last, seq - 1)),
  }),
});

const seqs = (log: LogState) => log.entries.map(({ seq }) => seq);
const joined = (last: number, first = 1) => takeJoin(emptyLog, served(last, first).before(Infinity), false);

function fill(log: LogState, server: ReturnType<typeof served>): LogState {
  let now = log;
  for (let hole = holeOf(now); hole !== null; hole = holeOf(now)) now = takePage(now, server.after(hole));
  return now;
}

describe('order', () => {
  test('whatever is lost, repeated or late, the screen ends with every entry once, in order', () => {
    const frames = fc.array(
      fc.record({ from: fc.integer({ min: 1, max: 120 }), size: fc.integer({ min: 1, max: 9 }), cut: fc.boolean() }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(frames, fc.integer({ min: 0, max: 60 }), (deliveries, joinedAt) => {
        const server = served(129);
        let log = takeJoin(emptyLog, served(joinedAt).before(Infinity), false);
        for (const { from, size, cut } of deliveries) {
          const part = entries(from, from + size).filter(({ seq }) => !cut || seq % 2 === 0);
          log = takeFrame(log, { epoch: 'e1', entries: part });
          const shown = seqs(log);
          expect(shown).toEqual(entries(shown[0] ?? 1, shown.at(-1) ?? 0).map(({ seq }) => seq));
        }
        log = fill(takeFrame(log, { epoch: 'e1', entries: [entry(129)] }), server);
        expect(log.last).toBe(129);
        expect(seqs(log)).toEqual(entries(Math.max(1, joinedAt - 49), 129).map(({ seq }) => seq));
        expect(log.gone).toBe(false);
      }),
    );
  });

  test('an entry seen first is kept when the same place comes again', () => {
    const log = takeFrame(joined(3), { epoch: 'e1', entries: [{ ...entry(4), at: 1 }, entry(4), entry(2)] });
    expect(log.entries.at(-1)?.at).toBe(1);
    expect(seqs(log)).toEqual([1, 2, 3, 4]);
  });

  test('what lies beyond a hole waits and says after which place to ask', () => {
    const log = takeFrame(joined(3), { epoch: 'e1', entries: [entry(6)] });
    expect(seqs(log)).toEqual([1, 2, 3]);
    expect([holeOf(log), missing(log)]).toEqual([3, 3]);
    expect(seqs(takePage(log, served(6).after(3)))).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('joining', () => {
  test('a frame that arrives before the answer to the join is not lost', () => {
    const early = takeFrame(emptyLog, { epoch: 'e1', entries: [entry(4)] });
    expect(seqs(takeJoin(early, served(3).before(Infinity), false))).toEqual([1, 2, 3, 4]);
  });

  test('a return brings what was missed', () => {
    const log = takeJoin(joined(3), served(8).after(3), false);
    expect(seqs(log)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(log.gone).toBe(false);
  });

  test('a return to a tail far away starts afresh and history can be asked back', () => {
    const log = takeJoin(joined(3), served(900).before(Infinity), false);
    expect([seqs(log)[0], log.last, hasOlder(log)]).toEqual([851, 900, true]);
  });

  test('an empty room has nothing before and no hole', () => {
    const log = joined(0);
    expect([hasOlder(log), holeOf(log), log.gone]).toEqual([false, null, false]);
  });

  test('the first join never says that something is gone', () => {
    expect(takeJoin(emptyLog, served(80, 60).before(Infinity), true).gone).toBe(false);
  });
});

describe('what is gone', () => {
  test('another epoch in a frame empties the screen, says so and asks from the beginning', () => {
    const log = takeFrame(joined(5), { epoch: 'e2', entries: [entry(2)] });
    expect([seqs(log), log.gone, holeOf(log)]).toEqual([[], true, 0]);
    expect(seqs(takePage(log, served(2, 1, 'e2').after(0)))).toEqual([1, 2]);
  });

  test('another epoch in a join or a page does the same', () => {
    const fromJoin = takeJoin(joined(5), served(2, 1, 'e2').before(Infinity), true);
    const fromPage = takePage(joined(5), served(2, 1, 'e2').after(0));
    for (const log of [fromJoin, fromPage]) expect([seqs(log), log.gone, log.epoch]).toEqual([[1, 2], true, 'e2']);
  });

  test('a hole whose entries were trimmed is passed over aloud, and trimmed entries leave the screen', () => {
    const log = takeFrame(joined(5), { epoch: 'e1', entries: [entry(12)] });
    const after = takePage(log, served(12, 9).after(5));
    expect([seqs(after), after.gone, holeOf(after)]).toEqual([[9, 10, 11, 12], true, null]);
  });

  test('entries at the end of their life leave; the rest stays', () => {
    const log = dropBefore(joined(10), 7000);
    expect([seqs(log), log.first, hasOlder(log)]).toEqual([[7, 8, 9, 10], 7, false]);
    expect(seqs(dropBefore(log, 99_000))).toEqual([]);
    expect(takeFrame(dropBefore(log, 99_000), { epoch: 'e1', entries: [entry(11)] }).last).toBe(11);
  });
});

describe('history', () => {
  test('pages of 50 lead back to the first entry', () => {
    let log = joined(130);
    let pages = 0;
    for (; hasOlder(log); pages += 1) log = takeOlder(log, served(130).before(log.entries[0]?.seq ?? 1));
    expect([pages, seqs(log).length, seqs(log)[0]]).toEqual([2, 130, 1]);
  });

  test('a long screen is cut to its newest entries, and the cut ones can be read again', () => {
    const log = keepLast(joined(50), 20);
    expect([seqs(log)[0], hasOlder(log)]).toEqual([31, true]);
    expect(seqs(takeOlder(log, served(50).before(31)))).toEqual(seqs(joined(50)));
  });

  test('an empty page ends the search, another epoch changes nothing', () => {
    const log = joined(130);
    expect(hasOlder(takeOlder(log, { epoch: 'e1', first: 81, last: 130, entries: [] }))).toBe(false);
    expect(takeOlder(log, served(130, 1, 'e2').before(81))).toBe(log);
  });
});
