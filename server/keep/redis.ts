import type { Bus, Keep } from '../ports/keep.ts';
import type { RedisLibrary, RedisLink } from '../ports/redis.ts';

/** Counting and its end are one step: a counter without an end would refuse somebody for ever. */
const COUNT = `#!lua name=tirek_keep_@version@
local function count(key, life)
  local number = redis.call('INCR', key)
  if number == 1 then redis.call('PEXPIRE', key, life) end
  return number
end
redis.register_function('keep_@version@_count', function(keys, args) return count(keys[1], args[2]) end)
redis.register_function('keep_@version@_countOnce', function(keys, args)
  if redis.call('SET', args[2], 1, 'PX', args[3], 'NX') then count(keys[1], args[3]) end
end)
`;

/** Small values with an end, in Redis, for several nodes. */
export class RedisKeep implements Keep {
  readonly #link: RedisLink;
  readonly #functions: RedisLibrary;

  constructor(link: RedisLink) {
    this.#link = link;
    this.#functions = link.library(COUNT);
  }

  load(): Promise<void> {
    return this.#functions.load();
  }

  async get<T>(key: string): Promise<T | null> {
    return parsed(await this.#link.ask((redis) => redis.get(this.#key(key))));
  }

  async renew<T>(key: string, lifeMs: number): Promise<T | null> {
    return parsed(await this.#link.ask((redis) => redis.getex(this.#key(key), 'PX', whole(lifeMs))));
  }

  async set(key: string, value: unknown, lifeMs: number): Promise<void> {
    await this.#link.ask((redis) => redis.set(this.#key(key), JSON.stringify(value), 'PX', whole(lifeMs)));
  }

  async claim(key: string, value: unknown, lifeMs: number): Promise<boolean> {
    const json = JSON.stringify(value);
    return (await this.#link.ask((redis) => redis.set(this.#key(key), json, 'PX', whole(lifeMs), 'NX'))) === 'OK';
  }

  async take<T>(key: string): Promise<T | null> {
    return parsed(await this.#link.ask((redis) => redis.getdel(this.#key(key))));
  }

  async touch(key: string, lifeMs: number): Promise<boolean> {
    return (await this.#link.ask((redis) => redis.pexpire(this.#key(key), whole(lifeMs)))) === 1;
  }

  async remove(key: string): Promise<void> {
    await this.#link.ask((redis) => redis.del(this.#key(key)));
  }

  async count(key: string, lifeMs: number): Promise<number> {
    return Number(await this.#functions.call('count', this.#key(key), whole(lifeMs)));
  }

  async countOnce(key: string, mark: string, lifeMs: number): Promise<void> {
    await this.#functions.call('countOnce', this.#key(key), this.#key(mark), whole(lifeMs));
  }

  /** The link is the caller's to close. */
  async close(): Promise<void> {}

  #key(key: string): string {
    return this.#link.key(`keep:${key}`);
  }
}

/** Messages between nodes over sharded channels. */
export class RedisBus implements Bus {
  readonly #link: RedisLink;

  constructor(link: RedisLink) {
    this.#link = link;
  }

  async publish(channel: string, message: unknown): Promise<void> {
    await this.#link.ask((redis) => redis.spublish(this.#channel(channel), JSON.stringify(message)));
  }

  subscribe(channel: string, handle: (message: unknown) => void): Promise<() => Promise<void>> {
    return this.#link.listen(this.#channel(channel), (message) => handle(JSON.parse(message)));
  }

  /** The link is the caller's to close. */
  async close(): Promise<void> {}

  #channel(channel: string): string {
    return this.#link.key(`bus:${channel}`);
  }
}

const parsed = (json: string | null) => (json === null ? null : JSON.parse(json));

/** Redis takes whole milliseconds, and at least one. */
const whole = (ms: number) => Math.max(1, Math.ceil(ms));
