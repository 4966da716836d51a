import type { EntryCard, EntryFile, EntryStatus, HistoryItem } from '../../../shared/directory-events.ts';
import type { Input, Replies } from '../../../shared/events.ts';
import type { EntryKind } from '../../../shared/repair.ts';
import type { EntryHistoryRow, HelplineRow, ListingRow } from '../../database/types.ts';
import type { Client } from '../../ports/database.ts';
import type { Who } from '../../ports/deps.ts';
import { readPhones } from '../../ports/phones.ts';
import { Refusal, refusalOf } from '../../ports/refusal.ts';
import { LINE_FIELDS, LISTING_FIELDS, textOf, toCells } from './fields.ts';
import { anyName } from './open.ts';
import { type StaffNeeds, staffClient } from './staff.ts';

type EntryRow = ListingRow | HelplineRow;
const MOST = 50;
/** Changes of an entry that are shown, the newest first. */
const SHOWN = 200;

/** Entries that hold the words in a name, a city or their id; without words those that readers do not see. */
export async function findEntries(
  deps: StaffNeeds,
  asked: Who,
  { q }: Input<'directory:find'>,
): Promise<Replies['directory:find']> {
  const { client } = await staffClient(deps, asked);
  // Nothing but letters, digits and spaces reaches the pattern.
  const words = q.replaceAll(/[^\p{L}\p{N} -]+/gu, ' ').trim();
  const among = (columns: string[]) => columns.map((column) => `${column}.ilike.*${words}*`).join(',');
  const places = client.from('listings').select('*').order('id').limit(MOST);
  const lines = client.from('helplines').select('*').order('position').limit(MOST);
  const [found, also] = await Promise.all([
    words ? places.or(among(['name_ru', 'name_kk', 'name_en', 'city_ru', 'id'])) : places.neq('status', 'published'),
    words ? lines.or(among(['name_ru', 'name_kk', 'name_en', 'number', 'id'])) : lines.eq('publish', 'no'),
  ]);
  const error = found.error ?? also.error;
  if (error) throw refusalOf(error);
  const cards = [
    ...(found.data ?? []).map((row) => cardOf('listing', row)),
    ...(also.data ?? []).map((row) => cardOf('helpline', row)),
  ];
  return { entries: cards };
}

/** One entry with all its fields and who changed them. Refusals: not_found, unavailable. */
export async function openEntry(
  deps: StaffNeeds,
  asked: Who,
  { kind, id }: Input<'directory:entry'>,
): Promise<EntryFile> {
  const { client } = await staffClient(deps, asked);
  const row = await readEntry(client, kind, id);
  const { data, error } = await client
    .from('entry_history')
    .select('*')
    .eq('entry_kind', kind)
    .eq('entry', id)
    .order('id', { ascending: false })
    .limit(SHOWN);
  if (error) throw refusalOf(error);
  const phones = 'phones' in row ? row.phones : readPhones(row.number);
  const cells = toCells(row, kind === 'listing' ? LISTING_FIELDS : LINE_FIELDS);
  return { ...cardOf(kind, row), cells, phones, version: row.edited_at ?? '', history: await told(client, data) };
}

export async function readEntry(client: Client, kind: EntryKind, id: string): Promise<EntryRow> {
  const { data, error } = await client
    .from(kind === 'listing' ? 'listings' : 'helplines')
    .select('*')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  if (!data) throw new Refusal('not_found');
  return data as EntryRow;
}

const statusOf = (row: EntryRow): EntryStatus =>
  'status' in row ? row.status : row.publish === 'no' ? 'hidden' : 'published';

function cardOf(kind: EntryKind, row: EntryRow): EntryCard {
  const place = 'city_ru' in row ? row.city_ru : row.number;
  const { id, called_on: calledOn } = row;
  return {
    kind,
    id,
    name: anyName(row),
    place,
    status: statusOf(row),
    calledOn,
    checking: row.checking_since !== null,
  };
}

/** Working names instead of ids, as far as this person may see them. */
async function told(client: Client, rows: readonly EntryHistoryRow[]): Promise<HistoryItem[]> {
  const ids = [...new Set(rows.flatMap(({ changed_by: by }) => by ?? []))];
  const { data } = await client.from('staff').select('id, working_name').in('id', ids);
  const names = new Map((data ?? []).map((row) => [row.id, row.working_name]));
  return rows.map((row) => ({
    field: row.field,
    before: textOf(row.old_value),
    after: row.field === 'created' ? '' : textOf(row.new_value),
    at: Date.parse(row.changed_at),
    by: row.changed_by === null ? null : (names.get(row.changed_by) ?? row.changed_role ?? ''),
  }));
}
