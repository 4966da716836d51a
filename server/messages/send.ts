import type { Input, Sent } from '../../shared/events.ts';
import type { Deps, GuestWho, Who } from '../ports/deps.ts';
import type { GuardResult } from '../ports/guard.ts';
import { type AppendResult, Unavailable } from '../ports/log.ts';
import { Refusal } from '../ports/refusal.ts';
import { maskContacts } from './mask.ts';
import { checkText, cleanText } from './text.ts';

type Needs = Pick<Deps, 'log' | 'guard' | 'rates' | 'broadcast' | 'clock' | 'access' | 'cases' | 'logger' | 'watch'>;
type Message = Input<'message:send'>;

/**
 * A message on its way into a room: guard, text, then one atomic step in the log. Answers `sent` with its sequence, or
 * `held` until a volunteer decides; contact data is masked before it gets anywhere. Refusals: not_found, not_member,
 * empty_text, too_long, refused, rate, muted, banned, locked, slow, off_duty, unavailable. Whatever refuses the text, its
 * crisis step has run first: the answer carries `care` and a case is on top of the desk (promise 7).
 */
export async function sendMessage(deps: Needs, who: Who, input: Message): Promise<Sent> {
  const text = cleanText(input.text);
  if (who.kind === 'staff') {
    check(deps, who, { ...input, text });
    return append(deps, who, { ...input, text, hold: false });
  }
  const seen = deps.guard(text);
  const masked = maskContacts(text, seen);
  const message = { ...input, text: masked ?? text, hold: seen.outcome === 'hold' };
  try {
    const { sent, ring } = await admitGuest(deps, who, message, seen);
    // What only waits because its writer is new has a card among the held messages, and no case.
    const stopped = sent.state === 'held' && sent.why === 'guard' && (seen.outcome === 'hold' || ring !== null);
    if (seen.care || stopped) await raise(deps, who, { input, text, seen, sent, ring });
    const answer: Sent = masked === null ? sent : { ...sent, masked: true, text: masked };
    return seen.care ? { ...answer, care: true } : answer;
  } catch (error) {
    if (!seen.care) throw error;
    await raise(deps, who, { input, text, seen, sent: null, ring: null });
    throw withCare(error);
  }
}

type Checked = Message & { hold: boolean };
type Placed = Exclude<AppendResult, { state: 'refused' }>;

/** A guest's message: what the guard says of its words, and what is known of who writes and of others who wrote the same. */
async function admitGuest(...[deps, who, message, seen]: [Needs, GuestWho, Checked, GuardResult]) {
  const { room, text } = message;
  const { care, outcome } = seen;
  check(deps, who, message);
  if (outcome === 'refuse') {
    await deps.watch.struck(who.session);
    throw new Refusal('refused');
  }
  const { hold, ring } = await deps.watch.look(who, { room, text, care });
  const sent = await append(deps, who, { ...message, hold: message.hold || hold });
  if (!care && sent.state === 'held' && (outcome === 'hold' || ring !== null)) await deps.watch.struck(who.session);
  return { sent, ring };
}

function check(deps: Needs, who: Who, { room, text }: Message): void {
  deps.access.memberOf(who, room);
  checkText(text);
  const wait = deps.rates.take('send', who.session);
  if (wait !== null) throw new Refusal('rate', wait);
}

async function append(deps: Needs, who: Who, message: Checked): Promise<Placed> {
  const { room, id, text, replyTo, hold } = message;
  const { me: by } = deps.access.memberOf(who, room);
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
  ring: string | null;
}

/** Puts the whole text on the desk. A desk that cannot be reached takes nothing from the writer: the help card comes all the same. */
async function raise(deps: Needs, who: GuestWho, { input, text, seen, sent, ring }: Seen): Promise<void> {
  try {
    await deps.cases.raise({
      kind: seen.care ? 'care' : ring === null ? 'guard' : 'ring',
      ring,
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
