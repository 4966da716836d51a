import { randomBytes } from 'node:crypto';
import type { Phone } from '../../../shared/directory.ts';
import type { Input, Replies } from '../../../shared/events.ts';
import type { HelplineRow, ListingRow } from '../../database/types.ts';
import type { Client } from '../../ports/database.ts';
import type { Deps, Who } from '../../ports/deps.ts';
import { Refusal, refusalOf } from '../../ports/refusal.ts';
import { directoryChanged } from '../changed.ts';
import { dropSuggestion } from '../repair/suggest.ts';
import { readEntry } from './entry.ts';
import { checkLine, checkListing, LINE_FIELDS, LISTING_FIELDS, textOf, toCells } from './fields.ts';
import { staffClient } from './staff.ts';

type Needs = Pick<Deps, 'supabase' | 'directory' | 'bus' | 'keep' | 'clock'>;
type Saved = Replies['directory:save'];
type Row = Record<string, unknown>;

/**
 * Writes an editor's fields under their own name; the database keeps what each was before. A new place is a draft. Nothing is
 * written when a field is wrong, or when somebody else wrote since it was read. Refusals: taken, not_found, not_allowed,
 * unavailable.
 */
export async function saveEntry(deps: Needs, asked: Who, input: Input<'directory:save'>): Promise<Saved> {
  const { client } = await staffClient(deps, asked);
  const saved = input.id === null ? await addListing(deps, client, input) : await changeEntry(deps, client, input);
  if (saved.wrong.length > 0) return saved;
  // Their words are an editor's now, with a source; the visitor's own are forgotten.
  if (input.suggestion) await dropSuggestion(deps, input.suggestion);
  await directoryChanged(deps);
  return saved;
}

const against = ({ directory, clock }: Needs) => ({
  regions: new Set(directory.regions().map(({ code }) => code)),
  today: new Date(clock()).toISOString().slice(0, 10),
});

async function addListing(deps: Needs, client: Client, { kind, cells }: Input<'directory:save'>): Promise<Saved> {
  if (kind !== 'listing') throw new Refusal('bad_input');
  const empty = Object.fromEntries(LISTING_FIELDS.map((field) => [field, '']));
  const { row, wrong } = checkListing({ ...empty, confidence: 'low', ...only(cells, LISTING_FIELDS) }, against(deps));
  if (wrong.length > 0) return { id: null, wrong };
  const id = `place-${randomBytes(5).toString('hex')}`;
  const { error } = await client.from('listings').insert({ ...(row as ListingRow), id, slug: id, status: 'draft' });
  if (error) throw refusalOf(error);
  return { id, wrong };
}

async function changeEntry(deps: Needs, client: Client, input: Input<'directory:save'>): Promise<Saved> {
  const { kind, id, version } = input;
  const [fields, check] = kind === 'listing' ? [LISTING_FIELDS, checkListing] : [LINE_FIELDS, checkLine];
  const before = await readEntry(client, kind, id ?? '');
  const { row, wrong } = check({ ...toCells(before, fields), ...only(input.cells, fields) }, against(deps));
  const changes = wrong.length > 0 ? {} : changed(before, row as Row);
  if (bringsNumber(before, changes)) wrong.push('phones');
  if (wrong.length > 0 || Object.keys(changes).length === 0) return { id, wrong };
  const table = client.from(kind === 'listing' ? 'listings' : 'helplines');
  const writing = table.update(changes as never).eq('id', id ?? '');
  const written = await (version === '' ? writing.is('edited_at', null) : writing.eq('edited_at', version)).select(
    'id',
  );
  if (written.error) throw refusalOf(written.error);
  if (written.data.length === 0) throw new Refusal('taken');
  return { id, wrong };
}

const only = (cells: Record<string, string>, fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter(([name]) => fields.includes(name)));

const changed = (before: ListingRow | HelplineRow, after: Row): Row =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => textOf(value) !== textOf(before[name as keyof typeof before])),
  );

/** The database refuses it too: one person may take a number away, two bring one (`directory:call`). */
const bringsNumber = (before: ListingRow | HelplineRow, { phones }: Row): boolean =>
  'phones' in before &&
  Array.isArray(phones) &&
  phones.some((phone: Phone) => !before.phones.some((known) => same(known, phone)));

const same = (one: Phone, other: Phone): boolean =>
  one.number === other.number && one.dial === other.dial && one.remark === other.remark;
