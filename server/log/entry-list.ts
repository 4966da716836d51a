import type { Entry } from '../../shared/entries.ts';

/** Dropped slots are given back when there are at least this many and they are half of the array. */
const COMPACT_FROM = 1024;

/** The entries of one room: a window of an endless sequence. Adding, reading and dropping cost the same at any length. */
export class EntryList {
  #slots: (Entry | undefined)[] = [];
  /** The sequence of slot 0. */
  #base = 1;
  /** The oldest sequence that exists; `last + 1` when none does. */
  first = 1;
  last = 0;
  /** Grows with every change. */
  changes = 0;

  /** `entry.seq` must be `last + 1`. */
  push(entry: Entry): void {
    this.changes += 1;
    this.#slots.push(entry);
    this.last = entry.seq;
  }

  at(seq: number): Entry | undefined {
    return seq < this.first ? undefined : this.#slots[seq - this.#base];
  }

  /** Leaves a `gone` in the place of an entry. */
  blank(seq: number): void {
    this.changes += 1;
    const entry = this.at(seq);
    if (entry) this.#slots[seq - this.#base] = { seq, at: entry.at, kind: 'gone' };
  }

  /** Entries from..to, both included, cut to what exists. */
  between(from: number, to: number): Entry[] {
    const start = Math.max(from, this.first) - this.#base;
    const end = Math.min(to, this.last) - this.#base + 1;
    return start < end ? (this.#slots.slice(start, end) as Entry[]) : [];
  }

  /** Removes the oldest entry for good. */
  dropFirst(): void {
    this.changes += 1;
    this.#slots[this.first - this.#base] = undefined;
    this.first += 1;
    const dropped = this.first - this.#base;
    if (dropped < COMPACT_FROM || dropped * 2 < this.#slots.length) return;
    this.#slots = this.#slots.slice(dropped);
    this.#base = this.first;
  }
}
