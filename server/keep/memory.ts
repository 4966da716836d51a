import { EventEmitter } from 'node:events';
import type { Clock } from '../ports/clock.ts';
import type { Bus, Keep } from '../ports/keep.ts';

/** Ended values are looked for when this many writes have passed. */
const SWEEP_EVERY = 1000;

/** Small values with an end, in this process. They are kept as JSON, so that no caller shares an object with another. */
export class MemoryKeep implements Keep {
  readonly #values = new Map<string, { json: string; end: number }>();
  readonly #clock: Clock;
  #writes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async get<T>(key: string): Promise<T | null> {
    const value = this.#live(key);
    return value ? JSON.parse(value.json) : null;
  }

  async renew<T>(key: string, lifeMs: number): Promise<T | null> {
    await this.touch(key, lifeMs);
    return this.get(key);
  }

  async set(key: string, value: unknown, lifeMs: number): Promise<void> {
    this.#write(key, value, lifeMs);
  }

  async claim(key: string, value: unknown, lifeMs: number): Promise<boolean> {
    if (this.#live(key)) return false;
    this.#write(key, value, lifeMs);
    return true;
  }

  async take<T>(key: string): Promise<T | null> {
    const value = this.#live(key);
    this.#values.delete(key);
    return value ? JSON.parse(value.json) : null;
  }

  async touch(key: string, lifeMs: number): Promise<boolean> {
    const value = this.#live(key);
    if (value) value.end = this.#clock() + lifeMs;
    return value !== undefined;
  }

  async remove(key: string): Promise<void> {
    this.#values.delete(key);
  }

  async count(key: string, lifeMs: number): Promise<number> {
    const value = this.#live(key);
    const count = value ? Number(value.json) + 1 : 1;
    if (value) value.json = `${count}`;
    else this.#write(key, count, lifeMs);
    return count;
  }

  async countOnce(key: string, mark: string, lifeMs: number): Promise<void> {
    if (await this.claim(mark, 1, lifeMs)) await this.count(key, lifeMs);
  }

  async close(): Promise<void> {
    this.#values.clear();
  }

  #live(key: string): { json: string; end: number } | undefined {
    const value = this.#values.get(key);
    if (value && value.end > this.#clock()) return value;
    this.#values.delete(key);
    return undefined;
  }

  #write(key: string, value: unknown, lifeMs: number): void {
    const now = this.#clock();
    this.#values.set(key, { json: JSON.stringify(value), end: now + lifeMs });
    this.#writes += 1;
    if (this.#writes % SWEEP_EVERY > 0) return;
    for (const [old, { end }] of this.#values) if (end <= now) this.#values.delete(old);
  }
}

/** Messages inside one process. They arrive after the running task, as they would from another node. */
export class MemoryBus implements Bus {
  readonly #channels = new EventEmitter().setMaxListeners(0);

  async publish(channel: string, message: unknown): Promise<void> {
    const json = JSON.stringify(message);
    setImmediate(() => this.#channels.emit(`to ${channel}`, json));
  }

  async subscribe(channel: string, handle: (message: unknown) => void): Promise<() => Promise<void>> {
    const hear = (json: string) => handle(JSON.parse(json));
    this.#channels.on(`to ${channel}`, hear);
    return async () => void this.#channels.off(`to ${channel}`, hear);
  }

  async close(): Promise<void> {
    this.#channels.removeAllListeners();
  }
}
