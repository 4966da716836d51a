/**
 * The check in the browser, before anything is sent: contact data and crisis, from the same source as on the server.
 * Import it lazily; what crisis needs comes in chunks of its own, its words in one for each language. The server checks
 * again and decides.
 */
import { allowedNumbers, ContactSense } from './contact/contact.ts';
import { contactLists } from './contact/words.ts';
import type { GuardHit } from './hit.ts';
import { otherLayout } from './layout.ts';
import { Lexicon } from './lexicon.ts';
import { read } from './words.ts';

/** What may show who somebody is, and what asks for help now; spans point into the text. */
export interface CheckResult {
  contact: GuardHit[];
  crisis: GuardHit[];
}

export type Check = (text: string) => CheckResult;

/** Loads the words and makes the check. `allow`: phone numbers that anybody may post, in any spelling. */
export async function prepareCheck(allow: Iterable<string> = []): Promise<Check> {
  const [{ CrisisSense, crisisLists }, { kk }, { ru }, { en }] = await Promise.all([
    import('./crisis.ts'),
    import('./words/kk.ts'),
    import('./words/ru.ts'),
    import('./words/en.ts'),
  ]);
  const words = new Lexicon([...contactLists, ...crisisLists(kk, ru, en)]);
  const contact = new ContactSense(allowedNumbers(allow));
  const crisis = new CrisisSense(words);
  return (text) => {
    const reading = read(text);
    const finder = words.search(reading);
    const found = { contact: contact.find(text, reading, finder), crisis: crisis.find(reading, finder) };
    const meant = otherLayout(text, reading);
    if (meant === undefined) return found;
    const second = read(meant);
    const again = words.search(second);
    found.contact.push(...contact.find(meant, second, again));
    found.crisis.push(...crisis.find(second, again));
    return found;
  };
}
