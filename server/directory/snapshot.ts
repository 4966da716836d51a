import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Helpline, Listing, Region } from '../../shared/directory.ts';
import type { RepairFigures } from '../../shared/repair.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, DirectoryData, DirectoryQuery, DirectoryResult } from '../ports/directory.ts';
import { inOrder } from './order.ts';
import { Search } from './search.ts';

export interface SnapshotOptions {
  /** Reads what is published; rejects when the database does not answer. */
  read: () => Promise<DirectoryData>;
  /** Where the last snapshot is kept for a start without the database; null keeps none. */
  file: string | null;
  clock: Clock;
  /** Told once for each reading or writing that failed. The snapshot that was good stays. */
  onProblem?: (problem: 'read' | 'write' | 'kept', cause: unknown) => void;
}

export interface LiveDirectory extends Directory {
  /** Reads again every `every` milliseconds until `stop`, which waits for a reading that is under way. */
  start(every: number): void;
  stop(): Promise<void>;
}

/** After this the search is built anew though nothing changed: entries grow stale by the day. */
const DAY = 24 * 60 * 60 * 1000;

/** The form of the kept file. Another number is not read. */
const FORM = 1;

interface Kept {
  form: typeof FORM;
  readAt: number;
  data: DirectoryData;
}

const NO_REPAIRS: RepairFigures = { reports: 0, waiting: 0, decided: 0, rightAfterAll: 0, medianHours: null };
const NOTHING: DirectoryData = { listings: [], helplines: [], regions: [], repairs: NO_REPAIRS };

/**
 * The published directory in memory: read from the database, or else from the file that the last reading left, or else
 * empty (`readAt()` is 0 then) until a later `refresh` succeeds.
 */
export async function createDirectory(options: SnapshotOptions): Promise<LiveDirectory> {
  const directory = new Snapshot(options);
  if (!(await directory.refresh())) await directory.fromFile();
  return directory;
}

class Snapshot implements LiveDirectory {
  readonly #options: SnapshotOptions;
  #kept: Kept = { form: FORM, readAt: 0, data: NOTHING };
  #bySlug: ReadonlyMap<string, Listing> = new Map();
  #search: Search;
  /** Of what was last read, so that an unchanged directory costs no work. */
  #hash = '';
  #builtAt = 0;
  #reading: Promise<boolean> | null = null;
  #next: Promise<boolean> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: SnapshotOptions) {
    this.#options = options;
    this.#search = new Search(NOTHING, options.clock());
  }

  search(query: DirectoryQuery): DirectoryResult {
    return this.#search.ask(query);
  }

  bySlug(slug: string): Listing | null {
    return this.#bySlug.get(slug) ?? null;
  }

  all(): readonly Listing[] {
    return this.#kept.data.listings;
  }

  helplines(): readonly Helpline[] {
    return this.#kept.data.helplines;
  }

  regions(): readonly Region[] {
    return this.#kept.data.regions;
  }

  repairs(): RepairFigures {
    // A file that an older version kept has none.
    return this.#kept.data.repairs ?? NO_REPAIRS;
  }

  readAt(): number {
    return this.#kept.readAt;
  }

  /** A call during a reading waits for one more: the change that it knows of may have come too late for the first. */
  refresh(): Promise<boolean> {
    if (this.#reading === null) {
      this.#reading = this.#read().finally(() => {
        this.#reading = null;
      });
      return this.#reading;
    }
    this.#next ??= this.#reading.then(() => {
      this.#next = null;
      return this.refresh();
    });
    return this.#next;
  }

  start(every: number): void {
    if (this.#timer !== null) return;
    // refresh never rejects
    this.#timer = setInterval(() => void this.refresh(), every).unref();
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    while (this.#reading !== null || this.#next !== null) await (this.#next ?? this.#reading);
  }

  async #read(): Promise<boolean> {
    try {
      const data = await this.#options.read();
      const readAt = this.#options.clock();
      const hash = hashOf(data);
      if (hash === this.#hash && readAt - this.#builtAt < DAY) {
        this.#kept = { ...this.#kept, readAt, data: { ...this.#kept.data, repairs: data.repairs } };
        return true;
      }
      this.#serve({ form: FORM, readAt, data: { ...data, listings: inOrder(data.listings) } });
      this.#hash = hash;
    } catch (cause) {
      this.#options.onProblem?.('read', cause);
      return false;
    }
    if (this.#options.file !== null) {
      await keep(this.#options.file, this.#kept).catch((cause: unknown) => this.#options.onProblem?.('write', cause));
    }
    return true;
  }

  async fromFile(): Promise<void> {
    const { file } = this.#options;
    try {
      const kept = file === null ? null : await take(file);
      if (kept !== null && this.#kept.readAt === 0) this.#serve(kept);
    } catch (cause) {
      this.#options.onProblem?.('kept', cause);
    }
  }

  #serve(kept: Kept): void {
    this.#search = new Search(kept.data, this.#options.clock());
    this.#bySlug = new Map(kept.data.listings.map((listing) => [listing.slug, listing]));
    this.#kept = kept;
    this.#builtAt = this.#options.clock();
  }
}

/** Of what is searched and shown; the figures of repairs cost no new search. */
const hashOf = ({ repairs: _repairs, ...data }: DirectoryData): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('base64');

/** Writes beside the file and renames, so that a crash leaves the old snapshot or the new one, never half of one. */
async function keep(file: string, kept: Kept): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(JSON.stringify(kept));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

/** The kept snapshot; null when there is none yet. Rejects when it cannot be read or has another form. */
async function take(file: string): Promise<Kept | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const kept = JSON.parse(text) as Partial<Kept>;
  const lists = [kept.data?.listings, kept.data?.helplines, kept.data?.regions];
  if (kept.form !== FORM || typeof kept.readAt !== 'number' || !lists.every(Array.isArray)) {
    throw new Error(`The kept directory ${file} is not in the form that this version reads.`);
  }
  return kept as Kept;
}
