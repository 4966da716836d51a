/** Reads the word lists of this folder, which a lead edits, into one matcher. */
import { readFileSync } from 'node:fs';
import { Lexicon } from '../../shared/guard/lexicon.ts';

const LANGUAGES = ['kk', 'ru', 'en'] as const;

/** Throws a sentence that names the file's language and the entry when a list cannot be read. */
export function loadWords(): Lexicon {
  return new Lexicon(
    LANGUAGES.map((language) => ({
      language,
      text: readFileSync(new URL(`./words/${language}.txt`, import.meta.url), 'utf8'),
    })),
  );
}
