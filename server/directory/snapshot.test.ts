import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedDirectory } from '../../tests/directory/data.ts';
import type { DirectoryData } from '../ports/directory.ts';
import { createDirectory } from './snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'tirek-snapshot-'));
const clock = () => Date.parse('2026-11-23T00:00:00Z');
let data: DirectoryData;
beforeAll(async () => {
  data = publishedDirectory();
});
afterAll(() => rmSync(folder, { recursive: true }));

const away = () => Promise.reject(new Error('away'));
const almaty = { q: 'нарколог алматы', region: null, kind: null, lang: 'ru' } as const;

test('what was read is served and found by its address', async () => {
  const directory = await createDirectory({ read: async () => data, file: null, clock });
  expect(directory.all()).toHaveLength(96);
  expect(directory.regions()).toHaveLength(20);
  expect(directory.bySlug('ala-cpz-narco')?.phones).toHaveLength(3);
  expect(directory.bySlug('nobody')).toBeNull();
  expect(directory.readAt()).toBe(clock());
});

test('a start without the database serves the snapshot that was kept, with the time at which it was read', async () => {
  const file = join(folder, 'deep', 'kept.json');
  await createDirectory({ read: async () => data, file, clock });
  const problems: string[] = [];
  const later = await createDirectory({
    read: away,
    file,
    clock: () => clock() + 1,
    onProblem: (problem) => problems.push(problem),
  });
  expect(problems).toEqual(['read']);
  expect(later.readAt()).toBe(clock());
  expect(later.search(almaty).listings[0]?.id).toBe('ala-cpz-narco');
  expect(readdirSync(join(folder, 'deep'))).toEqual(['kept.json']);
});

test('without database and file the directory is empty, and full as soon as the database is back', async () => {
  let isAway = true;
  const read = () => (isAway ? away() : Promise.resolve(data));
  const directory = await createDirectory({ read, file: join(folder, 'never.json'), clock });
  expect(directory.readAt()).toBe(0);
  expect(directory.search(almaty)).toMatchObject({ listings: [], total: 0, helplines: [], instead: [] });
  isAway = false;
  expect(await directory.refresh()).toBe(true);
  expect(directory.search(almaty).listings[0]?.id).toBe('ala-cpz-narco');
  isAway = true;
  expect(await directory.refresh()).toBe(false);
  expect(directory.all()).toHaveLength(96);
});

test.each(['{"form":1', '{"form":2,"readAt":1,"data":{}}', 'null', ''])(
  'a spoilt file %j is told and not served',
  async (text) => {
    const file = join(folder, 'spoilt.json');
    writeFileSync(file, text);
    const problems: string[] = [];
    const directory = await createDirectory({
      read: away,
      file,
      clock,
      onProblem: (problem) => problems.push(problem),
    });
    expect(problems).toEqual(['read', 'kept']);
    expect(directory.all()).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

test('a file that cannot be written is told, and the directory is served all the same', async () => {
  const problems: string[] = [];
  const file = join(folder, 'deep', 'kept.json', 'below-a-file.json');
  const directory = await createDirectory({ read: async () => data, file, clock, onProblem: (p) => problems.push(p) });
  expect(problems).toEqual(['write']);
  expect(directory.all()).toHaveLength(96);
});

test('calls during a reading share one more reading, which sees what changed meanwhile', async () => {
  let readings = 0;
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const read = async () => {
    readings++;
    if (readings === 2) {
      begun.resolve();
      await goOn.promise;
    }
    return { ...data, listings: data.listings.slice(0, readings) };
  };
  const directory = await createDirectory({ read, file: null, clock });
  const first = directory.refresh();
  await begun.promise;
  const others = [directory.refresh(), directory.refresh()];
  goOn.resolve();
  expect(await Promise.all([first, ...others])).toEqual([true, true, true]);
  expect(readings).toBe(3);
  expect(directory.all()).toHaveLength(3);
});

test('an unchanged directory is not built anew until a day has passed; a change is', async () => {
  let now = clock();
  let shown = data;
  const directory = await createDirectory({ read: async () => structuredClone(shown), file: null, clock: () => now });
  const built = directory.all();
  now += 60_000;
  await directory.refresh();
  expect([directory.all() === built, directory.readAt()]).toEqual([true, now]);
  now += 24 * 60 * 60 * 1000;
  await directory.refresh();
  expect(directory.all()).not.toBe(built);
  shown = { ...data, listings: data.listings.slice(1) };
  await directory.refresh();
  expect(directory.all()).toHaveLength(95);
});

test('it reads again by itself until it is stopped', async () => {
  const thrice = Promise.withResolvers<void>();
  let readings = 0;
  const read = async () => {
    readings++;
    if (readings === 3) thrice.resolve();
    return data;
  };
  const directory = await createDirectory({ read, file: null, clock });
  directory.start(1);
  directory.start(1);
  await thrice.promise;
  await directory.stop();
  const stopped = readings;
  await directory.refresh();
  expect(readings).toBe(stopped + 1);
});
