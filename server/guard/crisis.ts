/** The crisis sense with the words of all three languages, as the server uses it. */
import { CrisisSense } from '../../shared/guard/crisis.ts';
import { en } from '../../shared/guard/words/en.ts';
import { kk } from '../../shared/guard/words/kk.ts';
import { ru } from '../../shared/guard/words/ru.ts';

export const crisis = new CrisisSense([
  { language: 'kk', text: kk },
  { language: 'ru', text: ru },
  { language: 'en', text: en },
]);
