import { createHash, randomBytes } from 'node:crypto';
import { Paper } from '../../shared/guard/words.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';
import type { Fingerprint, Rings } from '../ports/watch.ts';
import { fingerprint, Packed } from './similar.ts';

type Needs = Pick<Deps, 'clock' | 'bus' | 'config'>;
type Print = Fingerprint & { source: string; ring: string; at: number };
type Message = { from: string; prints: Omit<Print, 'at'>[] };

const CHANNEL = 'prints';
/** Fingerprints a node remembers, at most. More are let go in steps, so that not every message moves the whole list. */
const MOST = 10_000;
const STEP = 1000;
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
  readonly #packed = new Packed(MOST + STEP);
  /** At the same places, the oldest first. */
  #prints: Print[] = [];
  #untold: Print[] = [];
  /** A letter takes at most two code units; what is cleaned and masked is longer than it was only by little. */
  readonly #paper = new Paper(2 * LIMITS.messageLength);

  constructor(deps: Needs) {
    this.#deps = deps;
  }

  listen(): Promise<() => Promise<void>> {
    return this.#deps.bus.subscribe(CHANNEL, (message) => this.#hear(message as Message));
  }

  look(text: string, who: string): string | null {
    const print = fingerprint(text, text.length <= this.#paper.size ? this.#paper : undefined);
    if (!print) return null;
    const now = this.#deps.clock();
    this.#forget(now);
    const source = createHash('sha256').update(who).digest('base64url').slice(0, 12);
    const near = this.#packed.near(print).flatMap((at) => this.#prints[at] ?? []);
    const ring = near[0]?.ring ?? randomBytes(9).toString('base64url');
    if (!near.some((one) => one.source === source)) this.#remember({ ...print, source, ring, at: now });
    const others = new Set(near.map((one) => one.source));
    others.delete(source);
    const needed = (print.letters >= LONG ? OTHERS.long : OTHERS.short) * this.#deps.config.rateScale;
    return others.size >= needed ? ring : null;
  }

  /** Tells the other nodes what is new here, and forgets what is over. */
  async tell(): Promise<void> {
    this.#forget(this.#deps.clock());
    const prints = this.#untold.map(({ at: _at, ...print }) => print);
    this.#untold = [];
    if (prints.length > 0) await this.#deps.bus.publish(CHANNEL, { from: this.#node, prints } satisfies Message);
  }

  #remember(print: Print): void {
    this.#add(print);
    this.#untold.push(print);
    if (this.#untold.length > MOST) this.#untold = this.#untold.slice(-MOST);
  }

  #hear({ from, prints }: Message): void {
    if (from === this.#node) return;
    for (const print of prints) this.#add({ ...print, at: this.#deps.clock() });
  }

  #add(print: Print): void {
    if (this.#prints.length === MOST + STEP) this.#drop(STEP);
    this.#prints.push(print);
    this.#packed.push(print);
  }

  /** What is older than an hour. */
  #forget(now: number): void {
    if ((this.#prints[0]?.at ?? now) > now - LIMITS.ringLife) return;
    const first = this.#prints.findIndex((print) => print.at > now - LIMITS.ringLife);
    this.#drop(first < 0 ? this.#prints.length : first);
  }

  #drop(count: number): void {
    this.#prints.splice(0, count);
    this.#packed.drop(count);
  }
}
