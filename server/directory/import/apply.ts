import { randomUUID } from 'node:crypto';
import type { ListingRow } from '../../database/types.ts';
import type { Client } from '../../ports/database.ts';
import type { Preview } from './preview.ts';

/** Rows in one request. */
const BATCH = 250;
const PAGE = 500;

/** All entries, whatever their status. Rejects when the database does not answer. */
export async function readHeld(service: Client): Promise<ListingRow[]> {
  const rows: ListingRow[] = [];
  for (;;) {
    const { data, error } = await service
      .from('listings')
      .select('*')
      .order('id')
      .range(rows.length, rows.length + PAGE - 1);
    if (error) throw new Error(`The entries could not be read (${error.code}).`, { cause: error });
    rows.push(...data);
    if (data.length < PAGE) return rows;
  }
}

/**
 * Stages the new and the changed rows, then takes them over in one transaction: a process that dies at any moment leaves the
 * directory as it was, or wholly changed. Resolves to the number of rows; rejects with a sentence for the operator.
 *
 * @param progress called with how many of how many rows are staged
 */
export async function applyImport(
  service: Client,
  { added, changed }: Pick<Preview, 'added' | 'changed'>,
  progress: (staged: number, of: number) => void,
): Promise<number> {
  const import_id = randomUUID();
  const rows = [
    ...added.map(({ line, entry }) => ({ import_id, line, entry, is_new: true })),
    ...changed.map(({ line, entry, seenEditedAt }) => ({
      ...{ import_id, line, entry, is_new: false },
      seen_edited_at: seenEditedAt,
    })),
  ];
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH).map((row) => ({ seen_edited_at: null, ...row }));
    const { error } = await service.from('staged_listings').insert(batch);
    if (error) throw new Error(`The rows could not be sent (${error.code}). Nothing was changed.`, { cause: error });
    progress(Math.min(at + BATCH, rows.length), rows.length);
  }
  const { error } = await service.rpc('apply_listing_import', { import_id, rows: rows.length });
  if (error?.message === 'taken') {
    throw new Error(
      'Somebody edited one of these entries since the preview. Nothing was changed; look at a new preview.',
    );
  }
  if (error)
    throw new Error(`The database refused the rows (${error.code}: ${error.message}). Nothing was changed.`, {
      cause: error,
    });
  return rows.length;
}
