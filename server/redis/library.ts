import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { RedisLibrary, RedisLink } from '../ports/redis.ts';
import type { Patience } from './patience.ts';

interface Source {
  source: string;
  numbers: Record<string, number>;
  masters: () => Redis[];
  patience: Patience;
  shift: () => number;
}

/** A Function library under a name that holds the digest of its source: two versions live side by side. */
export class FunctionLibrary implements RedisLibrary {
  readonly #link: Pick<RedisLink, 'ask'>;
  readonly #from: Source;
  readonly #code: string;
  readonly #stem: string;
  #loading: Promise<void> | undefined;

  constructor(link: Pick<RedisLink, 'ask'>, from: Source) {
    this.#link = link;
    this.#from = from;
    const filled = from.source.replaceAll(/@(\w+)@/g, (mark, name) => `${from.numbers[name] ?? mark}`);
    const version = createHash('sha256').update(filled).digest('hex').slice(0, 12);
    this.#code = filled.replaceAll('@version@', version);
    this.#stem = `${/name=tirek_(\w+)/.exec(filled)?.[1]?.replace(/_$/, '')}_${version}_`;
  }

  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const masters = this.#from.masters();
    const loads = masters.map((master) => master.function('LOAD', this.#code).catch(unlessThere));
    await this.#from.patience.wait(Promise.all(loads));
  }

  call(name: string, key: string, ...args: (string | number)[]): Promise<unknown> {
    return this.#run('fcall', name, [key, ...args]);
  }

  read(name: string, key: string, ...args: (string | number)[]): Promise<unknown> {
    return this.#run('fcall_ro', name, [key, ...args]);
  }

  async #run(how: 'fcall' | 'fcall_ro', name: string, [key, ...args]: (string | number)[]): Promise<unknown> {
    const run = () =>
      this.#link.ask((redis) => redis[how](this.#stem + name, 1, `${key}`, this.#from.shift(), ...args));
    try {
      return await run();
    } catch (error) {
      // A Redis that was emptied, restarted or added. Nothing has run, so it is safe to run it now.
      if (!(error as Error).message.includes('Function not found')) throw error;
      await this.load();
      return run();
    }
  }
}

function unlessThere(error: Error): void {
  if (!error.message.includes('already exists')) throw error;
}
