/** Reads the word lists of this folder, which a lead edits, and joins them with those of the browser into one matcher. */
import { readFileSync } from 'node:fs';
import { contactLists } from '../../shared/guard/contact/words.ts';
import { crisisLists } from '../../shared/guard/crisis.ts';
import { Lexicon } from '../../shared/guard/lexicon.ts';
import { en } from '../../shared/guard/words/en.ts';
import { kk } from '../../shared/guard/words/kk.ts';
import { ru } from '../../shared/guard/words/ru.ts';

const LANGUAGES = ['kk', 'ru', 'en'] as const;

/** Throws a sentence that names the file's language and the entry when a list cannot be read. */
export function loadWords(): Lexicon {
  const own = LANGUAGES.map((language) => ({
    language,
    text: readFileSync(new URL(`./words/${language}.txt`, import.meta.url), 'utf8'),
  }));
  return new Lexicon([...contactLists, ...crisisLists(kk, ru, en), ...own]);
}
