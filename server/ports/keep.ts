/** Small values with an end, shared by all nodes: guest sessions, staff sessions, one-time tickets, name claims. Values are JSON. */
export interface Keep {
  get<T>(key: string): Promise<T | null>;
  /** Reads and prolongs in one step. */
  renew<T>(key: string, lifeMs: number): Promise<T | null>;
  set(key: string, value: unknown, lifeMs: number): Promise<void>;
  /** Sets only when the key is free; true when it was. */
  claim(key: string, value: unknown, lifeMs: number): Promise<boolean>;
  /** Reads and removes in one step (one-time tickets): exactly one caller gets the value. */
  take<T>(key: string): Promise<T | null>;
  /** Prolongs; false when the key no longer exists. */
  touch(key: string, lifeMs: number): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Adds one to a counter that ends `lifeMs` after its first count; the new count. */
  count(key: string, lifeMs: number): Promise<number>;
  /** The same, unless `mark` is there; it stays for `lifeMs`. Both keys begin with one `{tag}`, for one slot of a cluster. */
  countOnce(key: string, mark: string, lifeMs: number): Promise<void>;
  close(): Promise<void>;
}

/** Messages between nodes; at most once. `subscribe` resolves when the subscription is in force, to the way out. */
export interface Bus {
  publish(channel: string, message: unknown): Promise<void>;
  subscribe(channel: string, handle: (message: unknown) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
