import type { CaseCard } from '../../../shared/events.ts';
import { clock } from '../../clock.ts';
import { serverNow } from '../../state.ts';
import { caseWords } from '../../words/cases.ts';
import { say } from '../../words/say.ts';
import { timeOf } from '../../words/times.ts';
import type { Desk } from '../desk-state.ts';

/** Who holds the case now: nobody any more once their time is over. */
export function holderOf({ app, state }: Desk, { claimed }: CaseCard): 'me' | 'other' | null {
  void clock.value;
  if (!claimed || claimed.until <= serverNow(app)) return null;
  return claimed.staff === state.value?.me.staff ? 'me' : 'other';
}

/** Says who looks after a case. */
export function Claimed({ desk, card }: { desk: Desk; card: CaseCard }) {
  const holder = holderOf(desk, card);
  if (!holder || !card.claimed) return null;
  const { name, until } = card.claimed;
  const key = holder === 'me' ? 'claimedMe' : 'claimedBy';
  return <p class="small tag-line">{say(desk.app.lang, caseWords, key, { name, time: timeOf(until) })}</p>;
}
