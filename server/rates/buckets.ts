import { LIMITS } from '../../shared/limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { Rates } from '../ports/deps.ts';

const RATES = {
  send: LIMITS.sendRate,
  event: LIMITS.eventRate,
  staff: LIMITS.signInRate,
};

/**
 * Token buckets of this node, in memory alone. A bucket that would be full is forgotten, so an idle key leaves no trace.
 * `scale` multiplies every rate (RATE_SCALE, load tests).
 */
export class Buckets implements Rates {
  readonly #clock: Clock;
  readonly #scale: number;
  /** The moment at which a key's bucket will be full again. */
  readonly #fullAt = new Map<string, number>();

  constructor(clock: Clock, scale = 1) {
    this.#clock = clock;
    this.#scale = scale;
  }

  take(kind: keyof typeof RATES, key: string): number | null {
    const { burst, every } = RATES[kind];
    const step = every / this.#scale;
    const now = this.#clock();
    const fullAt = Math.max(now, this.#fullAt.get(`${kind}:${key}`) ?? 0) + step;
    // GCRA: the bucket may be at most `burst` tokens away from full, and it holds `scale` times as many.
    if (fullAt > now + burst * every) return Math.ceil(fullAt - burst * every);
    this.#fullAt.set(`${kind}:${key}`, fullAt);
    return null;
  }

  /** Forgets the buckets that are full again. */
  sweep(): void {
    const now = this.#clock();
    for (const [key, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(key);
  }
}
