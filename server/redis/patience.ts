import type { Unavailable } from '../ports/log.ts';
import { unavailable } from './answer.ts';

interface Awaited {
  /** By the process's own clock. */
  until: number;
  fail: (error: Unavailable) => void;
}

/** How often it is looked at whose time is over. */
const LOOK = 100;

/**
 * Waits for answers, for each as long as for every other. One timer serves all: a timer for each command took a tenth of what a
 * join with Redis costs.
 */
export class Patience {
  readonly #ms: number;
  /** In the order in which their time ends. */
  readonly #awaited = new Set<Awaited>();
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.#ms = ms;
  }

  /** The same promise, with every failure, and having waited for too long, as `Unavailable`. */
  wait<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const one = { until: performance.now() + this.#ms, fail: reject };
      this.#awaited.add(one);
      this.#timer ??= setInterval(() => this.#look(), LOOK).unref();
      answer.then(
        (value) => {
          this.#awaited.delete(one);
          resolve(value);
        },
        (error: unknown) => {
          this.#awaited.delete(one);
          reject(unavailable(error));
        },
      );
    });
  }

  #look(): void {
    const now = performance.now();
    for (const one of this.#awaited) {
      if (one.until > now) return;
      this.#awaited.delete(one);
      one.fail(unavailable(new Error('no answer in time')));
    }
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
