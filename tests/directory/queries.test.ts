import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { Search } from '../../server/directory/search.ts';
import type { DirectoryResult } from '../../server/ports/directory.ts';
import type { Helpline, Listing } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { publishedDirectory } from './data.ts';

interface Expected {
  first?: string[];
  top?: string[];
  every?: string;
  none?: true;
}

interface Query {
  id: string;
  lang: Lang;
  q: string;
  listings?: Expected;
  helplines?: Expected;
  instead?: Expected;
}

const LISTS = ['listings', 'helplines', 'instead'] as const;
const queries = readFileSync(new URL('./queries.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Query);

let search: Search;
beforeAll(async () => {
  search = new Search(publishedDirectory(), Date.parse('2026-11-23'));
});

function matches(entry: Listing | Helpline, wanted: string): boolean {
  return wanted.split('&').every((part) => {
    if (part.startsWith('kind:')) return 'kind' in entry && `kind:${entry.kind}` === part;
    if (part.startsWith('region:')) return 'region' in entry && `region:${entry.region}` === part;
    return entry.id === part;
  });
}

/** What is wrong with one list of an answer: with its first entry, with its first five. */
function judge(
  found: (Listing | Helpline)[],
  { first, top = [], every, none }: Expected,
): { first: boolean; five: boolean } {
  const five = found.slice(0, 5);
  if (none) return { first: found.length === 0, five: found.length === 0 };
  const starts = (entry: Listing | Helpline) => !first || first.some((wanted) => matches(entry, wanted));
  return {
    first: found[0] !== undefined && starts(found[0]),
    five:
      five.some(starts) &&
      top.every((id) => five.some((entry) => entry.id === id)) &&
      (!every || five.every((entry) => matches(entry, every))),
  };
}

function judgeAll(query: Query, answer: DirectoryResult): { first: boolean; five: boolean } {
  const verdicts = LISTS.flatMap((list) => (query[list] ? [judge(answer[list], query[list])] : []));
  return { first: verdicts.every(({ first }) => first), five: verdicts.every(({ five }) => five) };
}

test('sixty real queries, twenty a language, find what they should', () => {
  expect(['kk', 'ru', 'en'].map((lang) => queries.filter((query) => query.lang === lang).length)).toEqual([20, 20, 20]);
  const judged = queries.map((query) => {
    const answer = search.ask({ q: query.q, lang: query.lang, region: null, kind: null });
    const shown = LISTS.filter((list) => query[list]).map((list) =>
      answer[list]
        .slice(0, 5)
        .map(({ id }) => id)
        .join(' '),
    );
    return { is: `${query.id} ${query.q}: ${shown.join(' | ')}`, ...judgeAll(query, answer) };
  });
  const notInFive = judged.filter(({ five }) => !five).map(({ is }) => is);
  const notFirst = judged.filter(({ first }) => !first).map(({ is }) => is);
  console.log(
    `first right ${queries.length - notFirst.length} of ${queries.length}, right in five ${queries.length - notInFive.length}`,
  );
  expect(notInFive).toEqual([]);
  expect(notFirst.length, notFirst.join('\n')).toBeLessThanOrEqual(queries.length * 0.1);
});
