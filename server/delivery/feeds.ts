import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Entry, Gate } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';

type Needs = Pick<Deps, 'log' | 'presence' | 'logger'>;

/** How a node speaks to its own sockets. */
export interface LocalVoice {
  entries(room: string, epoch: string, entries: Entry[]): void;
  people(room: string, people: Awaited<ReturnType<Deps['presence']['whoIsIn']>>): void;
  gate(room: string, gate: Gate): void;
  /** To the desks: the room as a whole, when either changed. */
  state(room: string, gate: Gate, people: number): void;
}

/** Milliseconds between two frames of one room. */
const BATCH = 10;

interface Feed {
  epoch: string;
  last: number;
  /** When the last frame went out, by the process's own clock. */
  lastFrame: number;
  /** A read is under way; `again` asks for another when it is done. */
  reading: boolean;
  again: boolean;
  peopleChanged: boolean;
  count: number;
  gate: Gate | null;
  unwatch: (() => Promise<void>)[];
}

/**
 * A node's own view of each room that has members here: it reads the log when it is hinted that there is more, and gives
 * its sockets everything in the log's order, once, one frame for all that is pending. A lost hint is made up for by `look`.
 */
export class Feeds {
  readonly #deps: Needs;
  readonly #voice: LocalVoice;
  readonly #feeds = new Map<string, Promise<Feed>>();

  constructor(deps: Needs, voice: LocalVoice) {
    this.#deps = deps;
    this.#voice = voice;
  }

  /** Resolves when the room's feed runs: nothing appended after that is missed by sockets already in the room. */
  async open(room: string): Promise<void> {
    const running = this.#feeds.get(room) ?? this.#start(room);
    this.#feeds.set(room, running);
    // A feed that could not start must not stay: the next member tries again.
    await running.catch((error: unknown) => {
      this.#feeds.delete(room);
      throw error;
    });
  }

  async close(room: string): Promise<void> {
    const running = this.#feeds.get(room);
    if (!running) return;
    this.#feeds.delete(room);
    const feed = await running;
    await Promise.all(feed.unwatch.map((unwatch) => unwatch()));
  }

  async closeAll(): Promise<void> {
    await Promise.allSettled([...this.#feeds.keys()].map((room) => this.close(room)));
  }

  rooms(): string[] {
    return [...this.#feeds.keys()];
  }

  /** Looks at a room without a hint: its log, its gate, and who is in it when that changed. Called about once a second. */
  async look(room: string): Promise<void> {
    const feed = await this.#feeds.get(room);
    if (!feed) return;
    await this.#read(room, feed);
    const gateChanged = await this.#readGate(room, feed);
    const peopleChanged = feed.peopleChanged && (await this.#readPeople(room, feed));
    if ((gateChanged || peopleChanged) && feed.gate) this.#voice.state(room, feed.gate, feed.count);
  }

  /** The same for the gate alone, when somebody said that it changed. */
  async lookAtGate(room: string): Promise<void> {
    const feed = await this.#feeds.get(room);
    if (feed && (await this.#readGate(room, feed)) && feed.gate) this.#voice.state(room, feed.gate, feed.count);
  }

  /** Marks the people as changed, for joins and leaves on this node. */
  async peopleChanged(room: string): Promise<void> {
    const feed = await this.#feeds.get(room);
    if (feed) feed.peopleChanged = true;
  }

  async #start(room: string): Promise<Feed> {
    const head = await this.#deps.log.before(room, Number.POSITIVE_INFINITY, 1);
    const feed: Feed = {
      epoch: head.epoch,
      last: head.last,
      lastFrame: 0,
      reading: false,
      again: false,
      peopleChanged: true,
      count: 0,
      gate: null,
      unwatch: [],
    };
    const late = (error: unknown) => this.#deps.logger.warn({ err: error }, 'delivery waits');
    const hinted = (what: 'entries' | 'gate') =>
      void (what === 'gate' ? this.lookAtGate(room) : this.#read(room, feed)).catch(late);
    feed.unwatch.push(await this.#deps.log.watch(room, hinted));
    feed.unwatch.push(
      await this.#deps.presence.watch(room, () => {
        feed.peopleChanged = true;
      }),
    );
    return feed;
  }

  async #readGate(room: string, feed: Feed): Promise<boolean> {
    const gate = await this.#deps.log.gate(room);
    if (JSON.stringify(gate) === JSON.stringify(feed.gate)) return false;
    feed.gate = gate;
    this.#voice.gate(room, gate);
    return true;
  }

  async #readPeople(room: string, feed: Feed): Promise<boolean> {
    feed.peopleChanged = false;
    const people = await this.#deps.presence.whoIsIn(room);
    feed.count = people.count;
    this.#voice.people(room, people);
    return true;
  }

  /**
   * At the end of this turn of the event loop when the room was quiet, so that what a busy node reads in one turn goes out as one
   * frame; what comes within BATCH of the last frame goes into the next one.
   */
  async #read(room: string, feed: Feed): Promise<void> {
    if (feed.reading) {
      feed.again = true;
      return;
    }
    feed.reading = true;
    try {
      do {
        const early = feed.lastFrame + BATCH - performance.now();
        await (early > 0 ? wait(early) : turn());
        feed.again = false;
        await this.#readOnce(room, feed);
      } while (feed.again);
    } finally {
      feed.reading = false;
    }
  }

  async #readOnce(room: string, feed: Feed): Promise<void> {
    const page = await this.#deps.log.after(room, feed.last, LIMITS.pageSize);
    if (page.epoch !== feed.epoch) {
      // History was lost: sockets learn of it by the frame's epoch and join again.
      feed.epoch = page.epoch;
      feed.last = page.last;
      this.#voice.entries(room, page.epoch, []);
      return;
    }
    const newest = page.entries.at(-1);
    if (!newest) return;
    feed.last = newest.seq;
    feed.lastFrame = performance.now();
    this.#voice.entries(room, page.epoch, page.entries);
    if (newest.seq < page.last) feed.again = true;
  }
}
