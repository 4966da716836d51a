import { createHash, randomBytes } from 'node:crypto';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';
import type { Fingerprint, Rings } from '../ports/watch.ts';
import { alike, fingerprint } from './similar.ts';

type Needs = Pick<Deps, 'clock' | 'bus' | 'config'>;
type Print = Fingerprint & { source: string; ring: string; at: number };
type Message = { from: string; prints: Omit<Print, 'at'>[] };

const CHANNEL = 'prints';
/** Fingerprints a node remembers, at most; looking through all of them takes some tens of microseconds. */
const MOST = 10_000;
/** From this many letters on two people do not write the same by chance. */
const LONG = 40;
/** How many others must have written a text before: a long one, and one such as people say to each other. */
const OTHERS = { long: 1, short: 4 };

/**
 * The same or nearly the same text from different people or rooms within an hour. Nodes tell each other fingerprints, from
 * which nothing can be read, and keep them in memory alone. Thanks and greetings are what many say: short texts are never a
 * ring, those of a sentence only when several people have sent them.
 */
export class RingMemory implements Rings {
  readonly #deps: Needs;
  readonly #node = randomBytes(6).toString('base64url');
  #prints: Print[] = [];
  #untold: Print[] = [];

  constructor(deps: Needs) {
    this.#deps = deps;
  }

  listen(): Promise<() => Promise<void>> {
    return this.#deps.bus.subscribe(CHANNEL, (message) => this.#hear(message as Message));
  }

  look(text: string, who: string): string | null {
    const print = fingerprint(text);
    if (!print) return null;
    const now = this.#deps.clock();
    const source = createHash('sha256').update(who).digest('base64url').slice(0, 12);
    const near = this.#prints.filter((one) => one.at > now - LIMITS.ringLife && alike(one, print));
    const ring = near[0]?.ring ?? randomBytes(9).toString('base64url');
    if (!near.some((one) => one.source === source)) this.#remember({ ...print, source, ring, at: now });
    const others = new Set(near.map((one) => one.source));
    others.delete(source);
    const needed = (print.letters >= LONG ? OTHERS.long : OTHERS.short) * this.#deps.config.rateScale;
    return others.size >= needed ? ring : null;
  }

  /** Tells the other nodes what is new here, and forgets what is over. */
  async tell(): Promise<void> {
    const over = this.#deps.clock() - LIMITS.ringLife;
    if ((this.#prints[0]?.at ?? over + 1) <= over) this.#prints = this.#prints.filter((print) => print.at > over);
    const prints = this.#untold.map(({ at: _at, ...print }) => print);
    this.#untold = [];
    if (prints.length > 0) await this.#deps.bus.publish(CHANNEL, { from: this.#node, prints } satisfies Message);
  }

  #remember(print: Print): void {
    this.#prints.push(print);
    this.#untold.push(print);
    this.#trim();
  }

  #hear({ from, prints }: Message): void {
    if (from === this.#node) return;
    for (const print of prints) this.#prints.push({ ...print, at: this.#deps.clock() });
    this.#trim();
  }

  /** In steps, so that not every message moves the whole list. */
  #trim(): void {
    if (this.#prints.length > MOST + 1000) this.#prints = this.#prints.slice(-MOST);
    if (this.#untold.length > MOST) this.#untold = this.#untold.slice(-MOST);
  }
}
