import type { DirectoryAsked } from '../../shared/pages.ts';

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');

/** The directory's address (without its language) for what is asked, with these changes; what is not asked stays out of it. */
export function directoryPath(asked: DirectoryAsked, change: Partial<DirectoryAsked> = {}): string {
  const next = { ...asked, ...change };
  const values: Record<keyof DirectoryAsked, string | null> = {
    q: next.q,
    region: next.region,
    kind: next.kind,
    city: next.city,
    service: next.service,
    forWhom: next.forWhom,
    language: next.language,
    cost: next.cost,
    addictionSpecific: yesNo(next.addictionSpecific),
    hasPhone: yesNo(next.hasPhone),
    sort: next.sort === 'relevance' ? null : next.sort,
    offset: next.offset === 0 ? null : String(next.offset),
  };
  const query = new URLSearchParams(
    Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  return query.size === 0 ? '/directory' : `/directory?${query}`;
}

/** Whether anything narrows the list. */
export const isNarrowed = (asked: DirectoryAsked): boolean =>
  directoryPath(asked, { sort: 'relevance', offset: 0 }) !== '/directory';
