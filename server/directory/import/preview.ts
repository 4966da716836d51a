import type { ListingRow } from '../../database/types.ts';
import type { Checked, Entry } from './check.ts';

export interface Change {
  field: keyof Entry;
  before: string;
  after: string;
}

/** What an import would do. `kept`: a person has edited the entry since, so the file does not overwrite it. */
export interface Preview {
  added: Checked[];
  changed: (Checked & { changes: Change[]; seenEditedAt: string | null })[];
  kept: (Checked & { changes: Change[] })[];
  same: number;
}

/** Compares checked rows with what the database holds. `overEdits`: overwrite what people edited too. */
export function previewImport(rows: readonly Checked[], held: readonly ListingRow[], overEdits: boolean): Preview {
  const known = new Map(held.map((row) => [row.id, row]));
  const preview: Preview = { added: [], changed: [], kept: [], same: 0 };
  for (const row of rows) {
    const before = known.get(row.entry.id);
    if (!before) {
      preview.added.push(row);
      continue;
    }
    const changes = changesOf(before, row.entry);
    if (changes.length === 0) preview.same++;
    else if (editedByPerson(before) && !overEdits) preview.kept.push({ ...row, changes });
    else preview.changed.push({ ...row, changes, seenEditedAt: before.edited_at });
  }
  return preview;
}

/** An import sets `edited_at` and `imported_at` to the same moment; a person's edit moves `edited_at` alone. */
const editedByPerson = ({ edited_at, imported_at }: ListingRow): boolean =>
  edited_at !== null && edited_at !== imported_at;

function changesOf(before: ListingRow, after: Entry): Change[] {
  const fields = Object.keys(after) as (keyof Entry)[];
  return fields
    .map((field) => ({ field, before: shown(before[field]), after: shown(after[field]) }))
    .filter((change) => change.before !== change.after);
}

/** A value as one comparable text; telephone numbers as they are printed. */
function shown(value: ListingRow[keyof ListingRow]): string {
  if (value === null) return '';
  if (!Array.isArray(value)) return String(value);
  return value
    .map((each) => (typeof each === 'string' ? each : `${each.number} [${each.dial}] ${each.remark}`.trim()))
    .join('; ');
}
