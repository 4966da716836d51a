import { expect, test } from 'vitest';
import { brokenTable, rightRow, table } from '../../../tests/directory/rows.ts';
import { type CheckOptions, checkRows } from './check.ts';
import { readCsv } from './read-csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const options: CheckOptions = {
  regions: new Set(['KZ-10', 'KZ-75']),
  today: '2026-11-23',
  readPhones: (text) =>
    text
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((number) => ({ number, dial: number.replace(/[^\d+]/g, ''), remark: '' })),
};

function check(text: string) {
  const { rows, errors } = readCsv(bytes(text));
  const checked = checkRows(rows, options);
  return { good: checked.good, errors: [...errors, ...checked.errors].sort((a, b) => a.line - b.line) };
}

test('5,000 rows with 50 broken: each is told by line, column and reason, the others are good', () => {
  const { text, told } = brokenTable();
  const { good, errors } = check(text);
  const lines = new Set(told.map(({ line }) => line));
  expect(good).toHaveLength(4950);
  expect(good.some(({ line }) => lines.has(line))).toBe(false);
  for (const { line, column, reason } of told) {
    const found = errors.filter((error) => error.line === line && error.column === column);
    expect(found.map((error) => error.reason).join(), `line ${line}`).toMatch(reason);
  }
  expect(new Set(errors.map(({ line }) => line))).toEqual(lines);
});

test('a right row becomes an entry', () => {
  const row = { ...rightRow(1), languages: 'kk, ru', phones: '103', lat: '50.4', lon: '80.2', addiction_specific: '' };
  const { good, errors } = check(table([row]));
  expect(errors).toEqual([]);
  expect(good[0]).toMatchObject({
    line: 2,
    entry: {
      id: 'place-1',
      region_iso: 'KZ-10',
      services: ['youth', 'counselling'],
      languages: ['kk', 'ru'],
      addiction_specific: null,
      lat: 50.4,
      phones: [{ number: '103', dial: '103', remark: '' }],
      status: 'draft',
    },
  });
});

test('what the first collection held back stays a draft, and a row without a day was read today', () => {
  const { good } = check(
    table([
      { ...rightRow(1), status: 'verify', read_on: '' },
      { ...rightRow(2), status: 'seed' },
    ]),
  );
  expect(good.map(({ entry }) => entry.status)).toEqual(['draft', 'published']);
  expect(good[0]?.entry.read_on).toBe('2026-11-23');
});

test('lines are counted as an editor counts them, with line breaks inside cells, CRLF and a BOM', () => {
  const text = table([
    { ...rightRow(1), notes: 'one\ntwo\nthree' },
    { ...rightRow(2), category: 'x' },
    { ...rightRow(3), notes: 'a\nb', category: 'y' },
    { ...rightRow(4), category: 'z' },
  ]);
  const at = (given: string) => check(given).errors.map(({ line }) => line);
  const [lf, crlf] = [at(text), at(`\ufeff${text.replaceAll('\n', '\r\n')}`)];
  expect(lf).toEqual([5, 6, 8]);
  expect(crlf).toEqual(lf);
});

test('a row with a cell too few, one with a broken quotation: told, the others read', () => {
  const lines = table([rightRow(1), rightRow(2), rightRow(3), rightRow(4)]).split('\n');
  lines[2] = lines[2]?.replace(/,[^,]*$/, '') ?? '';
  lines[3] = lines[3]?.replace('Семей', '"Се"мей"') ?? '';
  const { good, errors } = check(lines.join('\n'));
  expect(errors.map(({ line, column }) => [line, column])).toEqual([
    [3, null],
    [4, null],
  ]);
  expect(errors[0]?.reason).toBe('has 28 cells where the header has 29');
  expect(good.map(({ entry }) => entry.id)).toEqual(['place-1', 'place-4']);
});

test.each([
  ['', 'the file is empty'],
  ['id,colour\n1,red\n', 'this column is not known'],
  [table([]).replace('phones,', ''), 'the header lacks this column'],
  [table([]).replace('hours,', 'id,'), 'this column comes twice'],
  [`${table([rightRow(1)])}"never closed,\n`, 'a quotation mark is opened and never closed'],
])('a file that cannot be read as a table is told: %#', (text, reason) => {
  const { errors } = readCsv(bytes(text));
  expect(errors.map((error) => error.reason).join('; ')).toContain(reason);
});

test('a file in another encoding is told', () => {
  const { rows, errors } = readCsv(Uint8Array.from([0x69, 0x64, 0x0a, 0xcf, 0xf0, 0xe8]));
  expect(rows).toEqual([]);
  expect(errors).toEqual([{ line: 1, column: null, reason: 'the file is not UTF-8; save it as "CSV UTF-8"' }]);
});
