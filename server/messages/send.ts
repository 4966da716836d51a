import type { Input, Sent } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import type { Held } from '../ports/log.ts';
import { Refusal } from '../ports/refusal.ts';
import { cleanText } from './text.ts';

type Needs = Pick<Deps, 'log' | 'guard' | 'rates' | 'broadcast' | 'clock' | 'access'>;

/**
 * A message on its way into a room: text, guard, then one atomic step in the log. Answers `sent` with its sequence, or
 * `held` until a volunteer decides. Refusals: not_found, not_member, empty_text, too_long, refused, rate, muted, banned,
 * locked, slow, off_duty. Whatever refuses the text, its crisis step has run first and the answer carries `care` (promise 7).
 */
export async function sendMessage(deps: Needs, who: Who, input: Input<'message:send'>): Promise<Sent> {
  const { me } = deps.access.memberOf(who, input.room);
  const text = cleanText(input.text);
  const seen = who.kind === 'staff' ? null : deps.guard(text);
  try {
    const sent = await admit(deps, who, {
      ...input,
      text,
      by: me,
      hold: seen?.outcome === 'hold',
      refuse: seen?.outcome === 'refuse',
    });
    return seen?.care ? { ...sent, care: true } : sent;
  } catch (error) {
    if (error instanceof Refusal) error.care = seen?.care ?? false;
    throw error;
  }
}

type Checked = Input<'message:send'> & { by: Held['by']; hold: boolean; refuse: boolean };

async function admit(deps: Needs, who: Who, message: Checked): Promise<Sent> {
  const wait = deps.rates.take('send', who.session);
  if (wait !== null) throw new Refusal('rate', wait);
  if (message.refuse) throw new Refusal('refused');
  const { room, id, text, by, replyTo, hold } = message;
  const draft = { room, id, by, session: who.session, text, hold, staff: who.kind === 'staff' };
  const result = await deps.log.append(replyTo === undefined ? draft : { ...draft, replyTo });
  if (result.state === 'refused') throw new Refusal(result.code, result.until);
  if (result.state === 'sent') return { state: 'sent', epoch: result.epoch, seq: result.seq, at: result.at };
  const { heldId, until, why } = result;
  await deps.broadcast.toDesk(room, 'desk:held', { added: { heldId, room, by, text, at: deps.clock(), until, why } });
  return { state: 'held', heldId, until, why };
}
