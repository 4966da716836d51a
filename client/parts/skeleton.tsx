import type { Lang } from '../../shared/languages.ts';
import { partWords } from '../words/parts.ts';
import { say } from '../words/say.ts';

/** Stands where something is being fetched; says so to assistive technology. */
export function Skeleton({ lang, rows = 3 }: { lang: Lang; rows?: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{say(lang, partWords, 'loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} aria-hidden="true" />
      ))}
    </div>
  );
}
