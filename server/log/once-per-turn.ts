/**
 * What is read many times in one turn of the event loop, as a storm of joins does, is read once: what the readers share leaves for
 * the store when the turn ends, so that it is as new as each of them needs. Nobody may change what they get.
 */
export class OncePerTurn {
  readonly #asked = new Map<string, Promise<unknown>>();

  /** `key`: what is read; the same key must always mean the same type. */
  get<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#asked.get(key);
    if (known) return known as Promise<T>;
    if (this.#asked.size === 0) setImmediate(() => this.#asked.clear());
    const asked = read();
    this.#asked.set(key, asked);
    return asked;
  }
}
