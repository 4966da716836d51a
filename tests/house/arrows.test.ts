import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const IMPORT = /(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|import\s+'([^']+)'/g;

/** The floors of the house, lowest first. A file may import from its own folder, and from lower floors alone. */
const FLOORS: [string, RegExp][] = [
  ['shared', /^shared\//],
  // The database's types are the port's own: generated beside the migrations' code, they import nothing.
  ['ports', /^server\/(ports\/|database\/types(\.ts$|\/))/],
  ['feature', /^server\/[a-z-]+\//],
  ['door', /^server\/(door|pages|identify|handlers|close|log|config|stores|assemble|rounds)\.ts$/],
  ['app', /^server\/app\.ts$/],
  ['main', /^server\/main\.ts$/],
];
const floorOf = (file: string): number => FLOORS.findIndex(([, pattern]) => pattern.test(file));

/** Features that carry others by design. The reason stands beside each. */
const FEATURES_MAY: Record<string, string> = {};

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)));
}

test('imports run one way: shared <- ports <- features <- door and pages <- app <- main', () => {
  const wrong: string[] = [];
  for (const file of sources('server')) {
    for (const used of importsOf(file)) {
      if (!used.startsWith('server/') && !used.startsWith('shared/') && used !== 'package.json')
        wrong.push(`${file} -> ${used}`);
      else if (floorOf(used) > floorOf(file)) wrong.push(`${file} -> ${used} (higher)`);
    }
  }
  expect(wrong).toEqual([]);
});

test('features do not import each other: they meet in server/ports', () => {
  const featureOf = (file: string) => (floorOf(file) === 2 ? file.split('/')[1] : null);
  const wrong = sources('server').flatMap((file) =>
    importsOf(file)
      .filter((used) => featureOf(file) && featureOf(used) && featureOf(file) !== featureOf(used))
      .filter((used) => FEATURES_MAY[`${featureOf(file)} -> ${featureOf(used)}`] === undefined)
      .map((used) => `${file} -> ${used}`),
  );
  expect(wrong).toEqual([]);
});

test('shared imports nothing but itself and zod; client meets the server in shared alone', () => {
  const wrong = [
    ...sources('shared').flatMap((file) =>
      importsOf(file)
        .filter((used) => !used.startsWith('shared/'))
        .map((used) => `${file} -> ${used}`),
    ),
    ...sources('client').flatMap((file) =>
      importsOf(file)
        .filter((used) => !/^(shared|client|dist)\//.test(used))
        .map((used) => `${file} -> ${used}`),
    ),
  ];
  expect(wrong).toEqual([]);
});
