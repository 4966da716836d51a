import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Deps } from '../ports/deps.ts';

const HOUR = 3_600_000;
/** The next hour's key is agreed on this long before it is needed. */
const AHEAD = 120_000;
/** How long a node that starts waits for the others to tell theirs. */
const PATIENCE = 500;
const CHANNEL = 'keys';

/** `tag`: addresses become tags. `proof`, `slip`: what the house signs. None can be drawn from another. */
export type Use = 'tag' | 'proof' | 'slip';
type Offer = { hour: number; key: string; drawn: number };
type Message = { ask: true } | Offer;

/**
 * One random key an hour, the same on every node. It is told from node to node over the bus and is nowhere but in their
 * memory: whoever takes Redis, a disk or a backup has nothing to undo a tag with. When its hour is over it is forgotten; of
 * what it signed, the two signing keys stay until everything they signed has ended.
 */
export class SharedKeys {
  readonly #deps: Pick<Deps, 'clock' | 'bus'>;
  readonly #hours = new Map<number, Offer>();
  #signed: { proof: string; slip: string; until: number }[] = [];

  constructor(deps: Pick<Deps, 'clock' | 'bus'>) {
    this.#deps = deps;
  }

  /** Hears the other nodes, asks for their keys and waits a moment for an answer. Resolves to the way out. */
  async listen(): Promise<() => Promise<void>> {
    const leave = await this.#deps.bus.subscribe(CHANNEL, (message) => this.#hear(message as Message));
    await this.#deps.bus.publish(CHANNEL, { ask: true });
    const until = performance.now() + PATIENCE;
    while (!this.#hours.has(this.#hour()) && performance.now() < until) await wait(10);
    this.turn();
    return leave;
  }

  /** Agrees on the key that is needed soon and forgets what is over. */
  turn(): void {
    const now = this.#deps.clock();
    this.#of(this.#hour(now));
    this.#of(this.#hour(now + AHEAD));
    for (const hour of this.#hours.keys()) if (hour < this.#hour(now)) this.#hours.delete(hour);
    this.#signed = this.#signed.filter(({ until }) => until > now);
  }

  /** The key of this hour for one use, hex. */
  current(use: Use): string {
    return derived(this.#of(this.#hour()).key, use);
  }

  /** Every key under which something that still counts may have been signed. */
  accepted(use: 'proof' | 'slip'): string[] {
    this.current(use);
    const now = this.#deps.clock();
    return this.#signed.filter(({ until }) => until > now).map((keys) => keys[use]);
  }

  #hour(now = this.#deps.clock()): number {
    return Math.floor(now / HOUR);
  }

  #of(hour: number): Offer {
    const known = this.#hours.get(hour);
    if (known) return known;
    const own = { hour, key: randomBytes(32).toString('base64'), drawn: this.#deps.clock() };
    this.#keep(own);
    this.#tell(own);
    return own;
  }

  #keep(offer: Offer): void {
    this.#hours.set(offer.hour, offer);
    // An hour in use, and one for what was signed in its last minute.
    const until = (offer.hour + 2) * HOUR;
    this.#signed.push({ proof: derived(offer.key, 'proof'), slip: derived(offer.key, 'slip'), until });
  }

  /** The key that was drawn first wins, so that a node that joins changes nothing. */
  #hear(message: Message): void {
    if ('ask' in message) {
      for (const known of this.#hours.values()) this.#tell(known);
      return;
    }
    const ours = this.#hours.get(message.hour);
    if (message.hour < this.#hour() || ours?.key === message.key) return;
    if (!ours || isBefore(message, ours)) this.#keep(message);
    else this.#tell(ours);
  }

  /** Nobody to tell is no harm: this node's own key is good here. */
  #tell(offer: Offer): void {
    void this.#deps.bus.publish(CHANNEL, offer satisfies Message).catch(() => {});
  }
}

const isBefore = (one: Offer, other: Offer) =>
  one.drawn === other.drawn ? one.key < other.key : one.drawn < other.drawn;

const derived = (key: string, use: Use) => createHmac('sha256', Buffer.from(key, 'base64')).update(use).digest('hex');
