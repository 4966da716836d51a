import type { Input, Sent } from '../../shared/events.ts';
import type { Deps, GuestWho, Who } from '../ports/deps.ts';
import type { GuardResult } from '../ports/guard.ts';
import { type AppendResult, Unavailable } from '../ports/log.ts';
import { Refusal } from '../ports/refusal.ts';
import { maskContacts } from './mask.ts';
import { checkText, cleanText } from './text.ts';

type Needs = Pick<Deps, 'log' | 'guard' | 'rates' | 'broadcast' | 'clock' | 'access' | 'cases' | 'logger'>;
type Message = Input<'message:send'>;

/**
 * A message on its way into a room: guard, text, then one atomic step in the log. Answers `sent` with its sequence, or
 * `held` until a volunteer decides; contact data is masked before it gets anywhere. Refusals: not_found, not_member,
 * empty_text, too_long, refused, rate, muted, banned, locked, slow, off_duty, unavailable. Whatever refuses the text, its
 * crisis step has run first: the answer carries `care` and a case is on top of the desk (promise 7).
 */
export async function sendMessage(deps: Needs, who: Who, input: Message): Promise<Sent> {
  const text = cleanText(input.text);
  if (who.kind === 'staff') return admit(deps, who, { ...input, text, hold: false });
  const seen = deps.guard(text);
  const masked = maskContacts(text, seen);
  const message = { ...input, text: masked ?? text, hold: seen.outcome === 'hold' };
  try {
    const sent = await admit(deps, who, message, seen);
    if (seen.care || (sent.state === 'held' && sent.why === 'guard'))
      await raise(deps, who, { input, text, seen, sent });
    const answer: Sent = masked === null ? sent : { ...sent, masked: true, text: masked };
    return seen.care ? { ...answer, care: true } : answer;
  } catch (error) {
    if (!seen.care) throw error;
    await raise(deps, who, { input, text, seen, sent: null });
    throw withCare(error);
  }
}

type Checked = Message & { hold: boolean };
type Placed = Exclude<AppendResult, { state: 'refused' }>;

async function admit(...[deps, who, message, seen]: [Needs, Who, Checked, GuardResult?]): Promise<Placed> {
  const { room, id, text, replyTo, hold } = message;
  const { me: by } = deps.access.memberOf(who, room);
  checkText(text);
  const wait = deps.rates.take('send', who.session);
  if (wait !== null) throw new Refusal('rate', wait);
  if (seen?.outcome === 'refuse') throw new Refusal('refused');
  const draft = { room, id, by, session: who.session, text, hold, staff: who.kind === 'staff' };
  const result = await deps.log.append(replyTo === undefined ? draft : { ...draft, replyTo });
  if (result.state === 'refused') throw new Refusal(result.code, result.until);
  if (result.state === 'sent') return result;
  const { heldId, until, why } = result;
  await deps.broadcast.toDesk(room, 'desk:held', { added: { heldId, room, by, text, at: deps.clock(), until, why } });
  return result;
}

interface Seen {
  input: Message;
  text: string;
  seen: GuardResult;
  sent: Placed | null;
}

/** Puts the whole text on the desk. A desk that cannot be reached takes nothing from the writer: the help card comes all the same. */
async function raise(deps: Needs, who: GuestWho, { input, text, seen, sent }: Seen): Promise<void> {
  try {
    await deps.cases.raise({
      kind: seen.care ? 'care' : 'guard',
      room: input.room,
      about: { session: who.session, person: who.rooms.get(input.room) ?? null },
      text,
      id: input.id,
      place: sent?.state === 'sent' ? { epoch: sent.epoch, seq: sent.seq } : null,
      heldId: sent?.state === 'held' ? sent.heldId : null,
      labels: seen.labels,
      hits: seen.hits,
    });
  } catch (error) {
    deps.logger.error({ err: error }, 'a case could not be raised');
  }
}

function withCare(error: unknown): Refusal {
  const refusal = error instanceof Refusal ? error : new Refusal(codeOf(error), undefined, error);
  refusal.care = true;
  return refusal;
}

const codeOf = (error: unknown) => (error instanceof Unavailable ? 'unavailable' : 'internal');
