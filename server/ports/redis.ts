import type { RedisCommander } from 'ioredis';

/** The nodes' common Redis, single or a cluster, as the stores see it. Every method rejects with `Unavailable` when it does not answer. */
export interface RedisLink {
  /** A key of its own slot. */
  key(name: string): string;
  /** The stem of a room's keys; all that begin with it are in one slot. */
  roomKey(room: string): string;
  ask<T>(command: (redis: RedisCommander) => Promise<T>): Promise<T>;
  /** A Redis Function library. `@name@` in the source becomes the number of that name. */
  library(source: string, numbers?: Record<string, number>): RedisLibrary;
  /**
   * Hears a sharded channel until the way out is called. `missed` is called when messages may have been lost:
   * after every reconnect, and from time to time because not every loss can be seen.
   */
  listen(channel: string, hear: (message: string) => void, missed?: () => void): Promise<() => Promise<void>>;
}

/** One library at the version of its source, so that nodes of two versions can share a Redis during a rolling restart. */
export interface RedisLibrary {
  /** Puts the library on every master. Calls do so themselves when it is not there. */
  load(): Promise<void>;
  /** Runs a Function on one stem of keys. */
  call(name: string, key: string, ...args: (string | number)[]): Promise<unknown>;
  /** The same for a Function that writes nothing; it also works when Redis refuses writes. */
  read(name: string, key: string, ...args: (string | number)[]): Promise<unknown>;
}
