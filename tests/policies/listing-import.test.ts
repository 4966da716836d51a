import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seedDirectory } from '../../server/database/seed.ts';
import type { ListingRow } from '../../server/database/types.ts';
import { applyImport, readHeld } from '../../server/directory/import/apply.ts';
import { checkRows } from '../../server/directory/import/check.ts';
import { previewImport } from '../../server/directory/import/preview.ts';
import { readCsv } from '../../server/directory/import/read-csv.ts';
import { readPhones } from '../../server/ports/phones.ts';
import { type Cells, rightRow, table } from '../directory/rows.ts';
import { BACK_ENDS, freshDatabase, type TestDatabase } from '../support/postgres.ts';

describe.each(BACK_ENDS)('an import of places on %s', (backEnd) => {
  let database: TestDatabase;
  let regions: Set<string>;
  beforeAll(async () => {
    database = await freshDatabase(backEnd);
    await seedDirectory(database.service);
    const { data } = await database.service.from('regions').select('iso_code').throwOnError();
    regions = new Set(data.map(({ iso_code }) => iso_code));
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.lite.sql.query("delete from public.listings where id like 'place-%'");
    await database.lite.sql.query('delete from public.staged_listings');
  });

  async function preview(rows: readonly Cells[], overEdits = false) {
    const read = readCsv(new TextEncoder().encode(table(rows)));
    const { good, errors } = checkRows(read.rows, { regions, today: '2026-11-23', readPhones });
    expect(errors).toEqual([]);
    return previewImport(good, await readHeld(database.service), overEdits);
  }
  const apply = async (rows: readonly Cells[], overEdits = false) =>
    applyImport(database.service, await preview(rows, overEdits), () => {});
  const held = async (id: string): Promise<ListingRow> =>
    (await database.service.from('listings').select('*').eq('id', id).single().throwOnError()).data;
  const count = async (): Promise<number> => (await readHeld(database.service)).length;
  const staged = async () => (await database.service.from('staged_listings').select('line').throwOnError()).data.length;

  test('new and changed rows are taken over; the same table again changes nothing', async () => {
    const before = await count();
    const rows = Array.from({ length: 600 }, (_, n) => rightRow(n));
    const steps: string[] = [];
    const first = await preview(rows);
    expect([first.added.length, first.changed.length, first.same]).toEqual([600, 0, 0]);
    await applyImport(database.service, first, (done, of) => steps.push(`${done}/${of}`));
    expect(steps).toEqual(['250/600', '500/600', '600/600']);
    expect(await count()).toBe(before + 600);
    expect(await staged()).toBe(0);
    expect((await preview(rows)).same).toBe(600);

    rows[5] = { ...rows[5], hours: 'Mon-Fri' };
    const second = await preview(rows);
    expect(second.changed.map(({ entry, changes }) => [entry.id, changes])).toEqual([
      ['place-5', [{ field: 'hours', before: '', after: 'Mon-Fri' }]],
    ]);
    await apply(rows);
    expect((await held('place-5')).hours).toBe('Mon-Fri');
  });

  test('what a person edited is kept unless told otherwise', async () => {
    await apply([rightRow(1)]);
    await database.lite.sql.query("update public.listings set hours = 'Tue', edited_at = now() where id = 'place-1'");
    const kept = await preview([{ ...rightRow(1), hours: 'Mon' }]);
    expect([kept.changed.length, kept.kept.length]).toEqual([0, 1]);
    await apply([{ ...rightRow(1), hours: 'Mon' }], true);
    expect((await held('place-1')).hours).toBe('Mon');
  });

  test('another number is one that nobody has called; anything else leaves the day of the call', async () => {
    await apply([{ ...rightRow(1), phones: '+7 (727) 382-36-21' }]);
    await database.lite.sql.query("update public.listings set called_on = '2026-11-22' where id = 'place-1'");
    await apply([{ ...rightRow(1), phones: '+7 (727) 382-36-21', hours: 'Mon' }]);
    expect((await held('place-1')).called_on).toBe('2026-11-22');
    await apply([{ ...rightRow(1), phones: '+7 (727) 382-34-62', hours: 'Mon' }]);
    expect(await held('place-1')).toMatchObject({ called_on: null, phones: [{ dial: '+77273823462' }] });
  });

  test('an entry edited between preview and taking over: nothing is changed', async () => {
    await apply([rightRow(1)]);
    const seen = await preview([{ ...rightRow(1), hours: 'Mon' }, rightRow(2)]);
    await database.lite.sql.query("update public.listings set edited_at = now() where id = 'place-1'");
    await expect(applyImport(database.service, seen, () => {})).rejects.toThrow('Nothing was changed');
    expect((await held('place-1')).hours).toBe('');
    expect((await readHeld(database.service)).some(({ id }) => id === 'place-2')).toBe(false);
  });

  test('one row that the database refuses: nothing is changed', async () => {
    const before = await count();
    const seen = await preview(Array.from({ length: 20 }, (_, n) => rightRow(n)));
    const last = seen.added.at(-1);
    if (last) last.entry = { ...last.entry, region_iso: 'KZ-99' };
    await expect(applyImport(database.service, seen, () => {})).rejects.toThrow('Nothing was changed');
    expect(await count()).toBe(before);
  });

  test('rows that never arrived: nothing is changed', async () => {
    const before = await count();
    const { error } = await database.service.rpc('apply_listing_import', {
      import_id: '00000000-0000-4000-8000-000000000001',
      rows: 3,
    });
    expect(error?.message).toBe('bad_input');
    expect(await count()).toBe(before);
  });

  test('a later seed does not undo an import', async () => {
    const [seeded] = (await readHeld(database.service)).filter(({ id }) => id === 'sko-centre');
    expect(seeded).toBeDefined();
    await apply([{ ...rightRow(1), id: 'sko-centre', category: 'state_centre', hours: 'Mon' }]);
    await database.service.from('seeds').delete().eq('name', 'listings').throwOnError();
    await seedDirectory(database.service);
    expect((await held('sko-centre')).hours).toBe('Mon');
  });

  test('it is written in the audit', async () => {
    await apply([rightRow(1), rightRow(2)]);
    const { data } = await database.service.from('audit').select('*').eq('act', 'directory.import').throwOnError();
    expect(data.at(-1)).toMatchObject({ actor: null, subject_kind: 'import', details: { rows: 2 } });
  });
});
