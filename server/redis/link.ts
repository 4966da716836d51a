import { Cluster, Redis, type RedisCommander } from 'ioredis';
import type { RedisLibrary, RedisLink } from '../ports/redis.ts';
import { unavailable } from './answer.ts';
import { Channels } from './channels.ts';
import { FunctionLibrary } from './library.ts';
import { Patience } from './patience.ts';

export interface LinkOptions {
  /** One address, or several with commas between them for a Redis Cluster. */
  url: string;
  /** Begins every key, so that installations can share a Redis. */
  prefix: string;
  /** Told what is wrong with a connection, in words without keys or values. */
  onProblem?: (problem: string) => void;
  /** Tests move the stores' clock forward by this many milliseconds. */
  shift?: () => number;
}

/** No command is waited for longer; the caller gets `Unavailable` and may ask again. */
const COMMAND_TIMEOUT = 2000;
/** A connection that owes an answer for so long is given up and made anew (a network that swallows packets). */
const SILENCE = 4000;

/** The clients of one node: one for commands, one that listens. */
export class Link implements RedisLink {
  readonly #redis: Redis | Cluster;
  readonly #channels: Channels;
  readonly #options: LinkOptions;
  readonly #patience = new Patience(COMMAND_TIMEOUT);
  #gathering = false;
  #closing: Promise<void> | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#redis = client(options);
    // A cluster client brings listening connections of its own.
    this.#channels = new Channels(this.#redis instanceof Cluster ? this.#redis : client(options, COMMAND_TIMEOUT));
  }

  key(name: string): string {
    return `${this.#options.prefix}:${name}`;
  }

  roomKey(room: string): string {
    return `{${this.#options.prefix}:${room}}`;
  }

  ask<T>(command: (redis: RedisCommander) => Promise<T>): Promise<T> {
    this.#gather();
    return this.#patience.wait(command(this.#redis as RedisCommander));
  }

  library(source: string, numbers: Record<string, number> = {}): RedisLibrary {
    const masters = () => (this.#redis instanceof Cluster ? this.#redis.nodes('master') : [this.#redis]);
    return new FunctionLibrary(this, {
      source,
      numbers,
      masters,
      patience: this.#patience,
      shift: this.#options.shift ?? (() => 0),
    });
  }

  listen(channel: string, hear: (message: string) => void, missed?: () => void): Promise<() => Promise<void>> {
    return this.#channels.listen(channel, hear, missed);
  }

  /** Resolves when Redis answers; rejects with `Unavailable`. */
  async ping(): Promise<void> {
    const nodes = this.#redis instanceof Cluster ? this.#redis.nodes('master') : [this.#redis];
    if (nodes.length === 0) throw unavailable(new Error('no node of the cluster is reachable'));
    await this.#patience.wait(Promise.all(nodes.map((node) => node.ping())));
  }

  /** Resolves at the first connection, or after `ms` without one; connecting goes on either way. */
  async ready(ms: number): Promise<void> {
    const clients = new Set([this.#redis, this.#channels.client]);
    await Promise.all([...clients].map((one) => readiness(one, ms)));
  }

  /** Once-only. Commands that were sent are waited for. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  /** What one turn of the event loop asks leaves in one write; a write for each command was a third of a node's work for Redis. */
  #gather(): void {
    if (this.#redis instanceof Cluster || this.#gathering || !this.#redis.stream) return;
    const { stream } = this.#redis;
    this.#gathering = true;
    stream.cork();
    setImmediate(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }

  async #end(): Promise<void> {
    this.#channels.close();
    const clients = new Set([this.#redis, this.#channels.client]);
    await Promise.all([...clients].map((one) => this.#patience.wait(one.quit()).catch(() => one.disconnect())));
  }
}

/** `commandTimeout`: ms after which ioredis itself gives up a command, with a timer for each; `Patience` does without them. */
function client({ url, onProblem }: LinkOptions, commandTimeout?: number): Redis | Cluster {
  const urls = url.split(',').map((one) => one.trim());
  const connection = {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // What was sent may have been done; sending it again is the client's decision, with the message's id.
    autoResendUnfulfilledCommands: false,
    // Done by `Channels`: ioredis forgets what it could not subscribe again at the first try, and nobody catches its errors.
    autoResubscribe: false,
    socketTimeout: SILENCE,
    connectTimeout: COMMAND_TIMEOUT,
    disableClientInfo: true,
    reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
  };
  const [first, second] = urls;
  const made =
    first !== undefined && second === undefined
      ? new Redis(first, { ...connection, ...(commandTimeout && { commandTimeout }), retryStrategy: delay })
      : new Cluster(urls, {
          enableOfflineQueue: false,
          shardedSubscribers: true,
          clusterRetryStrategy: delay,
          // Without it a master that comes back under its own address is not connected to again.
          clusterNodeRetryStrategy: delay,
          slotsRefreshTimeout: COMMAND_TIMEOUT,
          redisOptions: { ...connection, commandTimeout: COMMAND_TIMEOUT, ...credentials(new URL(first ?? '')) },
        });
  made.on('error', (error: Error) => onProblem?.(unavailable(error).message));
  return made;
}

/** A cluster's nodes are found by asking the first; they get its password and its encryption. */
function credentials(url: URL): { username?: string; password?: string; tls?: object } {
  return {
    ...(url.username && { username: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
    ...(url.protocol === 'rediss:' && { tls: {} }),
  };
}

/** At most a second and a bit, so that a node is back soon after its Redis; with jitter, so that nodes do not come at once. */
const delay = (attempt: number) => Math.min(attempt * 100, 1000) + Math.random() * 200;

function readiness(one: Redis | Cluster, ms: number): Promise<void> {
  if (one.status === 'ready') return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    one.once('ready', done);
    function done() {
      clearTimeout(timer);
      one.off('ready', done);
      resolve();
    }
  });
}
