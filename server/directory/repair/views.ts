import type { Deps, Views } from '../../ports/deps.ts';

/**
 * How often each entry's page was opened, so that volunteers call first what many read. Counts alone, in this process's
 * memory until they are added to the month's; nothing of who opened a page, or when.
 */
export class ViewCounts implements Views {
  readonly #deps: Pick<Deps, 'supabase'>;
  #counts = new Map<string, number>();

  constructor(deps: Pick<Deps, 'supabase'>) {
    this.#deps = deps;
  }

  seen(entry: string): void {
    this.#counts.set(entry, (this.#counts.get(entry) ?? 0) + 1);
  }

  /** Adds what was counted to the database. Rejects when it does not answer; the counts then wait for the next time. */
  async flush(): Promise<void> {
    if (this.#counts.size === 0) return;
    const counts = this.#counts;
    this.#counts = new Map();
    const { error } = await this.#deps.supabase.asService().rpc('count_views', { counts: Object.fromEntries(counts) });
    if (!error) return;
    for (const [entry, count] of counts) this.#counts.set(entry, (this.#counts.get(entry) ?? 0) + count);
    throw new Error(`views could not be added (${error.code})`, { cause: error });
  }
}
