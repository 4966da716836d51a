import type { CaseCard, CaseReplies } from '../../../shared/case-events.ts';
import type { ErrorCode, Reply } from '../../../shared/errors.ts';
import type { ServerEvents } from '../../../shared/events.ts';
import { caseWords } from '../../words/cases.ts';
import { deskWords } from '../../words/desk.ts';
import { errorWords } from '../../words/errors.ts';
import { say, sayIn } from '../../words/say.ts';
import { apply, type Desk } from '../desk-state.ts';
import { tellDone } from '../done.ts';
import { type Choice, isSanction, URGENT, withCase } from './case-state.ts';

/** A case came, changed or was decided by somebody. Who may be in danger is announced at once. */
export function hearCase(desk: Desk, frame: Parameters<ServerEvents['case']>[0]): void {
  const { app, state, file } = desk;
  const before = state.value;
  apply(desk, (now) => withCase(now, frame));
  if (!before) return;
  const card = frame.added ?? frame.changed;
  if (card && card.priority >= URGENT && !isUrgent(before.cases, card.id)) {
    const room = before.rooms.find(({ id }) => id === card.room)?.name[app.lang] ?? card.room;
    desk.alarm.value = say(app.lang, caseWords, 'urgentAlert', { room });
  }
  const open = file.value;
  if (frame.removed && frame.removed === open?.id && !open.busy) {
    closeFile(desk);
    desk.told.value = say(app.lang, caseWords, 'decidedElse');
  }
  if (!card || card.id !== open?.id || !open.file) return;
  file.value = { ...open, file: { ...open.file, card } };
  // Somebody in danger writes on: what is new has to be seen without another press.
  const same = card.claimed?.staff === open.file.card.claimed?.staff;
  if (card.kind === 'care' && same) void readFile(desk, card.id);
}

const isUrgent = (cases: readonly CaseCard[], id: string): boolean =>
  cases.some((one) => one.id === id && one.priority >= URGENT);

/** Opens a case over the room. That somebody reads it is written down by the server. */
export async function openFile(desk: Desk, id: string): Promise<void> {
  desk.file.value = { id, file: null, busy: false };
  await readFile(desk, id);
}

async function readFile(desk: Desk, id: string): Promise<void> {
  const reply = await desk.app.connection.ask('case:open', { id });
  const open = desk.file.value;
  if (open?.id !== id) return;
  if (reply.ok) desk.file.value = { ...open, file: reply.data };
  else refused(desk, id, reply.code);
}

/** Back to the list; the focus goes to the case that was open, or to what is next. */
export function closeFile(desk: Desk): void {
  const id = desk.file.value?.id;
  desk.file.value = null;
  requestAnimationFrame(() => {
    const next = document.getElementById(`case-${id}`) ?? document.querySelector<HTMLElement>('.case-open');
    (next ?? document.getElementById('cases-title'))?.focus();
  });
}

/** Takes a case up; somebody in danger is told that a volunteer comes. */
export const claim = (desk: Desk, card: CaseCard): Promise<void> =>
  during(desk, card.id, async () => {
    const reply = await desk.app.connection.ask('case:claim', { id: card.id });
    if (!reply.ok) return refused(desk, card.id, reply.code);
    hearCase(desk, { changed: reply.data.card });
    desk.told.value = say(desk.app.lang, caseWords, card.kind === 'care' ? 'told_coming' : 'told_claimed');
  });

/** Gives a case back to the others. */
export const release = (desk: Desk, card: CaseCard): Promise<void> =>
  during(desk, card.id, async () => {
    const reply = await desk.app.connection.ask('case:release', { id: card.id });
    if (!reply.ok) return refused(desk, card.id, reply.code);
    hearCase(desk, { changed: { ...card, claimed: null } });
    desk.told.value = say(desk.app.lang, caseWords, 'told_released');
  });

/** Decides a case or an appeal; the case leaves the list. A warning or a pause can be undone for a while. */
export const decideCase = (desk: Desk, card: CaseCard, choice: Choice): Promise<void> =>
  during(desk, card.id, async () => {
    const reply = await askFor(desk, card, choice);
    if (!reply.ok) return refused(desk, card.id, reply.code);
    leave(desk, card.id);
    const held = card.kind === 'guard' && card.heldId !== null;
    const passed = choice.act === 'no_action' ? 'approved' : 'removed';
    const words = sayIn(desk.app.lang, caseWords);
    const closed = choice.act === 'no_action' && card.kind !== 'report' && card.kind !== 'volunteer';
    if (held && !isSanction(choice.act)) return tellDone(desk, say(desk.app.lang, deskWords, passed));
    const sanction = 'sanction' in reply.data ? reply.data.sanction : null;
    // An ended session cannot come back.
    const lasts = sanction !== null && choice.act !== 'end_session';
    const back = lasts ? () => desk.app.connection.ask('sanction:lift', { id: sanction.id }) : null;
    tellDone(desk, words(`told_${closed ? 'cared' : choice.act}`), back);
  });

async function askFor(
  { app }: Desk,
  { id }: CaseCard,
  { act, reason }: Choice,
): Promise<Reply<CaseReplies['case:decide'] | CaseReplies['appeal:decide']>> {
  if (act === 'lifted' || act === 'upheld') return app.connection.ask('appeal:decide', { id, decision: act });
  const why = reason ? { reason } : {};
  if (isSanction(act)) return app.connection.ask('case:decide', { id, decision: 'sanctioned', sanction: act, ...why });
  return app.connection.ask('case:decide', { id, decision: act, ...why });
}

/** One act at a time on an open case. */
async function during(desk: Desk, id: string, work: () => Promise<void>): Promise<void> {
  const open = desk.file.value;
  if (open?.id !== id || open.busy) return;
  desk.file.value = { ...open, busy: true };
  await work();
  if (desk.file.value?.id === id) desk.file.value = { ...desk.file.value, busy: false };
}

/** What cannot be done is said calmly; a case that is not there any more leaves the list. */
function refused(desk: Desk, id: string, code: ErrorCode): void {
  const words = sayIn(desk.app.lang, caseWords);
  if (code === 'already_decided') desk.told.value = words('decidedElse');
  else if (code === 'taken') desk.told.value = words('takenElse');
  else desk.told.value = say(desk.app.lang, errorWords, code);
  if (code === 'already_decided' || (code === 'not_found' && !desk.file.value?.file)) leave(desk, id);
}

function leave(desk: Desk, id: string): void {
  apply(desk, (now) => withCase(now, { removed: id }));
  if (desk.file.value?.id === id) closeFile(desk);
}
