import type { Reply } from '../../../shared/errors.ts';
import type { Lang } from '../../../shared/languages.ts';
import { accountWords } from '../../words/account.ts';
import { errorWords } from '../../words/errors.ts';
import { say } from '../../words/say.ts';
import { timeOf } from '../../words/times.ts';

/** The sentence for a refusal of one of the account's endpoints. */
export function refusedWords(lang: Lang, { code, until }: Extract<Reply<never>, { ok: false }>): string {
  // The general sentence for this code speaks of messages.
  if (code === 'rate') return say(lang, accountWords, 'tryAt', { time: timeOf(until ?? Date.now()) });
  return say(lang, errorWords, code);
}
