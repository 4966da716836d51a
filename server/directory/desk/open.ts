import type { CallCard, DirectoryDesk, RepairCard } from '../../../shared/directory-events.ts';
import type { CallingRow, RepairRow } from '../../database/types.ts';
import type { Client } from '../../ports/database.ts';
import type { Deps, Who } from '../../ports/deps.ts';
import { refusalOf } from '../../ports/refusal.ts';
import { waitingSuggestions } from '../repair/suggest.ts';
import { staffClient } from './staff.ts';

type Needs = Pick<Deps, 'supabase' | 'keep' | 'clock' | 'directory'>;

/** Entries called in one sitting. */
const CALLS = 40;

/** What waits at the directory's desk. Refusals: not_allowed, unavailable. */
export async function openDirectoryDesk(deps: Needs, asked: Who): Promise<DirectoryDesk> {
  const { client, who } = await staffClient(deps, asked);
  const mayEdit = who.capabilities.has('directory.edit');
  const [repairs, calls, suggestions] = await Promise.all([
    openRepairs(client),
    who.capabilities.has('directory.call') ? callingList(deps, client) : [],
    mayEdit ? waitingSuggestions(deps) : [],
  ]);
  const regions = deps.directory.regions().map(({ code, name }) => ({ code, name: name.ru }));
  return { mayEdit, repairs, calls, suggestions, regions, now: deps.clock() };
}

async function openRepairs(client: Client): Promise<RepairCard[]> {
  const { data, error } = await client.from('repairs').select('*').is('decided_at', null).order('opened_at').limit(200);
  if (error) throw refusalOf(error);
  const names = await namesOf(client, data);
  return data.map((row) => repairCard(row, names.get(`${row.entry_kind}/${row.entry}`) ?? row.entry)).sort(byWeight);
}

/** What readers are already told of first, then what was reported most. */
const byWeight = (a: RepairCard, b: RepairCard): number =>
  Number(b.marked) - Number(a.marked) || b.counted - a.counted || a.openedAt - b.openedAt;

function repairCard(row: RepairRow, name: string): RepairCard {
  const { not_working, closed, wrong_address, other } = row;
  return {
    id: row.id,
    kind: row.entry_kind,
    entry: row.entry,
    name,
    reports: { not_working, closed, wrong_address, other },
    counted: row.counted,
    called: row.called,
    phones: row.phones,
    openedAt: Date.parse(row.opened_at),
    marked: row.marked_at !== null,
  };
}

/** Names of entries that this person may see, by kind and id. */
async function namesOf(client: Client, rows: readonly RepairRow[]): Promise<Map<string, string>> {
  const idsOf = (kind: RepairRow['entry_kind']) =>
    rows.filter((row) => row.entry_kind === kind).map((row) => row.entry);
  const tables = await Promise.all(
    (['listings', 'helplines'] as const).map(async (table) => {
      const kind = table === 'listings' ? 'listing' : 'helpline';
      const { data } = await client.from(table).select('id, name_kk, name_ru, name_en').in('id', idsOf(kind));
      return (data ?? []).map((row) => [`${kind}/${row.id}`, anyName(row)] as const);
    }),
  );
  return new Map(tables.flat());
}

export const anyName = (row: { name_ru: string; name_kk: string; name_en: string }): string =>
  row.name_ru || row.name_kk || row.name_en;

async function callingList({ directory }: Needs, client: Client): Promise<CallCard[]> {
  const { data, error } = await client.rpc('calling_list', { most: CALLS });
  if (error) throw refusalOf(error);
  const regions = new Map(directory.regions().map(({ code, name }) => [code, name.ru]));
  return data.map((row) => callCard(row, regions.get(row.region_iso ?? '') ?? ''));
}

function callCard(row: CallingRow, region: string): CallCard {
  const { waiting, waiting_phones: phones, waiting_mine: mine } = row;
  return {
    kind: row.entry_kind,
    entry: row.entry,
    name: anyName(row),
    place: [...new Set([row.city_ru, region])].filter(Boolean).join(', '),
    phones: row.phones,
    about: row.about,
    source: row.source_url,
    checkedOn: row.checked_on,
    calledOn: row.called_on,
    checking: row.checking,
    views: row.views,
    last: row.last_outcome && row.last_at ? { outcome: row.last_outcome, at: Date.parse(row.last_at) } : null,
    waiting: waiting === null ? null : { call: waiting, phones: phones ?? [], mine },
  };
}
