/**
 * The check in the browser, before anything is sent: contact data and crisis, from the same source as on the server.
 * Import it lazily; the crisis words come in a chunk a language. The server checks again and decides.
 */
import { allowedNumbers, findContact } from './contact/contact.ts';
import { CrisisSense } from './crisis.ts';
import type { GuardHit } from './hit.ts';
import type { WordList } from './lexicon.ts';
import { read } from './words.ts';

/** What may show who somebody is, and what asks for help now; spans point into the text. */
export interface CheckResult {
  contact: GuardHit[];
  crisis: GuardHit[];
}

export type Check = (text: string) => CheckResult;

async function crisisLists(): Promise<WordList[]> {
  const [{ kk }, { ru }, { en }] = await Promise.all([
    import('./words/kk.ts'),
    import('./words/ru.ts'),
    import('./words/en.ts'),
  ]);
  return [
    { language: 'kk', text: kk },
    { language: 'ru', text: ru },
    { language: 'en', text: en },
  ];
}

/** Loads the words and makes the check. `allow`: phone numbers that anybody may post, in any spelling. */
export async function prepareCheck(allow: Iterable<string> = []): Promise<Check> {
  const allowed = allowedNumbers(allow);
  const sense = new CrisisSense(await crisisLists());
  return (text) => {
    const reading = read(text);
    return { contact: findContact(text, reading, allowed), crisis: sense.find(reading) };
  };
}
