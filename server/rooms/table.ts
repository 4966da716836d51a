import sanitizeHtml from 'sanitize-html';
import type { Lang } from '../../shared/languages.ts';
import { LANGUAGES } from '../../shared/languages.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Client } from '../ports/database.ts';
import type { RoomRow, RoomTable } from '../ports/deps.ts';
import type { Keep } from '../ports/keep.ts';

const KEPT = 'rooms';
const KEPT_LIFE = 7 * 86_400_000;

/** What staff wrote is text: every tag goes, entities are read back, so that pages can render it as a text node. */
const plain = (html: string): string =>
  sanitizeHtml(html, { allowedTags: [], allowedAttributes: {}, disallowedTagsMode: 'discard' })
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .trim();

/**
 * The open rooms, read from the database through the public client and kept in memory. A failed `refresh` keeps what is
 * known, and a node that knows nothing yet takes what another has read: chat goes on while the database is away.
 */
export class Rooms implements RoomTable {
  #rows = new Map<string, RoomRow>();
  readonly #client: Client;
  readonly #keep: Pick<Keep, 'get' | 'set'>;
  constructor(client: Client, keep: Pick<Keep, 'get' | 'set'>) {
    this.#client = client;
    this.#keep = keep;
  }

  all(): readonly RoomRow[] {
    return [...this.#rows.values()];
  }

  get(id: string): RoomRow | undefined {
    return this.#rows.get(id);
  }

  /** Rejects when the database does not answer; the rows stay as they were. */
  async refresh(): Promise<void> {
    const { data, error } = await this.#client
      .from('rooms')
      .select('*')
      .eq('open', true)
      .order('position')
      .retry(false);
    const known = error && this.#rows.size === 0 ? await this.#keep.get<RoomRow[]>(KEPT) : null;
    const rows = known ?? data?.map(roomOf);
    if (rows) this.#rows = new Map(rows.map((row) => [row.id, row]));
    if (error) throw new Error('rooms could not be read', { cause: error });
    await this.#keep.set(KEPT, rows, KEPT_LIFE);
  }
}

type Row = Awaited<ReturnType<typeof readOne>>;
const readOne = async (client: Client) => (await client.from('rooms').select('*').single().throwOnError()).data;

function roomOf(row: Row): RoomRow {
  const words = (make: (lang: Lang) => string) =>
    Object.fromEntries(LANGUAGES.map((lang) => [lang, plain(make(lang))])) as Record<Lang, string>;
  return {
    id: row.id,
    group: row.room_group,
    lang: row.language,
    name: words((lang) => row[`name_${lang}`]),
    about: words((lang) => row[`about_${lang}`]),
    rules: Object.fromEntries(LANGUAGES.map((lang) => [lang, row[`rules_${lang}`].slice(0, 5).map(plain)])) as Record<
      Lang,
      string[]
    >,
    youth: row.youth,
    capacity: Math.min(row.capacity ?? LIMITS.roomCapacity, LIMITS.roomCapacity),
  };
}
