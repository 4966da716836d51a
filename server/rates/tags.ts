import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';
import type { Tags } from '../ports/deps.ts';

const HOUR = 3_600_000;

/**
 * Addresses as 32-bit tags under a key that is drawn anew every hour and lives in this process's memory alone: enough to
 * count tries for a while, nothing to remember anybody by.
 */
export class AddressTags implements Tags {
  readonly #clock: Clock;
  #key = randomBytes(32);
  #drawn: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#drawn = clock();
  }

  of(address: string): string {
    const now = this.#clock();
    if (now >= this.#drawn + HOUR) {
      this.#key = randomBytes(32);
      this.#drawn = now;
    }
    return createHmac('sha256', this.#key).update(address).digest('hex').slice(0, 8);
  }
}
