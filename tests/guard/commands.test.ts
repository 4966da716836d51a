/** The guard's commands, run as they are by hand: JSON Lines in, JSON Lines out, bad lines told by number. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

interface Done {
  code: number;
  out: string;
  err: string;
}

function run(name: string, args: string[], input = ''): Promise<Done> {
  const script = fileURLToPath(new URL(`../../tools/guard/${name}.ts`, import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('guard: one verdict a line, in order, with the id it came with', async () => {
  const input = [
    { id: 'a', text: 'привет всем' },
    { text: 'мой номер 8 701 000 12 34' },
    { id: 7, text: 'не хочу больше жить' },
  ];
  const { code, out, err } = await run('guard', ['--summary'], input.map((line) => JSON.stringify(line)).join('\n'));
  expect(code).toBe(0);
  const verdicts = lines(out);
  expect(verdicts.map(({ id, outcome, care }) => [id, outcome, care])).toEqual([
    ['a', 'pass', false],
    [undefined, 'mask', false],
    [7, 'hold', true],
  ]);
  expect(err).toContain('mask 1');
});

test('guard: a bad line is an error with its number, the rest goes on', async () => {
  const { code, out, err } = await run('guard', [], '{"text":"раз"}\nnot json\n{"text":5}\n\n{"text":"два"}\n');
  expect(code).toBe(1);
  expect(lines(out)).toHaveLength(2);
  expect(err).toContain('line 2: not JSON');
  expect(err).toContain('line 3: text:');
});

test('guard: a byte order mark, Windows line ends, empty lines and a huge line are read', async () => {
  const huge = JSON.stringify({ id: 'huge', text: 'соль '.repeat(100_000) });
  const input = `\ufeff{"id":"0","text":"сәлем"}\r\n\r\n{"id":0,"text":"8 701 000 12 34"}\r\n${huge}\r\n`;
  const { code, out, err } = await run('guard', [], input);
  expect([code, err]).toEqual([0, '']);
  expect(lines(out).map(({ id }) => id)).toEqual(['0', 0, 'huge']);
});

test('guard --allow: numbers of the file pass', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guard-'));
  const allow = join(folder, 'allow.txt');
  await writeFile(allow, '8 800 000 00 00\n');
  const input = JSON.stringify({ text: 'сенім телефоны 8-800-000-00-00' });
  expect(lines((await run('guard', [], input)).out)[0]).toMatchObject({ outcome: 'mask' });
  expect(lines((await run('guard', ['--allow', allow], input)).out)[0]).toMatchObject({ outcome: 'pass' });
});

test('guard: an unknown argument or file is a sentence and code 2', async () => {
  expect(await run('guard', ['--nonsense'])).toMatchObject({ code: 2, out: '' });
  expect((await run('guard', ['--allow', '/nowhere'])).code).toBe(2);
});

test('guard:eval: figures, misses and a plot; bad lines told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guard-'));
  const file = join(folder, 'set.jsonl');
  const plot = join(folder, 'plot.svg');
  await writeFile(
    file,
    [
      { text: 'мой номер 8 701 000 12 34', lang: 'ru', labels: ['contact'], obfuscated: false },
      { text: 'привет всем', lang: 'ru', labels: ['dealing'], obfuscated: false },
      { text: 'сәлем', lang: 'kk', labels: ['ok'] },
      { text: 'x', labels: ['wrong'] },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  const { code, out, err } = await run('eval', [file, '--plot', plot]);
  expect(code).toBe(1);
  expect(err).toContain('line 4: labels');
  expect(out).toMatch(/contact +all +100\.0/);
  expect(out).toContain('missed dealing (ru): привет всем');
  expect(await readFile(plot, 'utf8')).toContain('<svg');
});
