import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { HOLDS, USES } from './secret-key.ts';

const ROOT = resolve(import.meta.dirname, '../..');

function filesWith(pattern: RegExp): string[] {
  return ['server', 'shared', 'client', 'tools'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .filter((name) => pattern.test(readFileSync(join(ROOT, name), 'utf8'))),
  );
}

test('the secret key acts in these files, no others', () => {
  const using = filesWith(/\basService\(\)(?!: )/).filter((file) => file !== 'server/ports/database.ts');
  expect(using.sort()).toEqual(Object.keys(USES).sort());
});

test('the secret key is held in these files, no others', () => {
  const holding = filesWith(/secretKey|SECRET_KEY|asService\(\): |asService: /);
  expect(holding.sort()).toEqual(Object.keys(HOLDS).sort());
});
