import type { ReportReason, VolunteerReportReason } from '../shared/cases.ts';
import type { Reply } from '../shared/errors.ts';
import type { MySanction, Receipt, Replies } from '../shared/events.ts';
import { type App, type RoomState, serverNow } from './state.ts';

/** What a guest is told about their safety and does for it: reports, sanctions, appeals, a volunteer called. */
export function listenForSafety(app: App): void {
  const here = (id: string) => (app.room.value?.id === id ? app.room.value : null);
  app.connection.on('report:answer', ({ receipt }) => {
    app.receipts.value = withReceipt(app.receipts.value, receipt);
  });
  app.connection.on('sanction', (sanction) => {
    app.sanctions.value = withSanction(app.sanctions.value, sanction);
  });
  app.connection.on('removed', ({ room, reason }) => {
    const open = here(room);
    if (open) open.removedMine.value = reason;
  });
  app.connection.on('care', ({ room, name }) => {
    const open = here(room);
    if (open) open.coming.value = name;
  });
  app.connection.on('me', ({ room, me }) => {
    const open = here(room);
    if (open) open.me.value = me;
  });
}

const withReceipt = (all: readonly Receipt[], one: Receipt): Receipt[] => [
  ...all.filter(({ receipt }) => receipt !== one.receipt),
  one,
];
const withSanction = (all: readonly MySanction[], one: MySanction): MySanction[] => [
  ...all.filter(({ id }) => id !== one.id),
  one,
];

/** Answers to my reports that I have not been told yet. */
export const answersToTell = (app: App): Receipt[] =>
  app.receipts.value.filter(({ receipt, outcome }) => outcome !== 'waiting' && !app.told.value.has(receipt));

/**
 * Sanctions the person has to know of now: what is in force, what was lifted or warned and has not been acknowledged yet.
 * A lifted one is another piece of news than its beginning.
 */
export function sanctionsToTell(app: App): MySanction[] {
  const now = serverNow(app);
  return app.sanctions.value.filter((sanction) => {
    if (sanction.lifted) return !app.told.value.has(toldKey(sanction));
    if (sanction.until !== null) return sanction.until > now;
    return sanction.kind === 'warn' && !app.told.value.has(toldKey(sanction));
  });
}

export const toldKey = ({ id, lifted }: Pick<MySanction, 'id' | 'lifted'>): string => (lifted ? `${id}:lifted` : id);

/** Remembers that the person has read this news. */
export function noteTold(app: App, key: string): void {
  app.told.value = new Set(app.told.value).add(key);
}

export async function reportMessage(
  app: App,
  room: RoomState,
  { seq, reason }: { seq: number; reason: ReportReason },
): Promise<Reply<unknown>> {
  const reply = await app.connection.ask('report:make', { room: room.id, seq, reason });
  if (reply.ok) app.receipts.value = withReceipt(app.receipts.value, reply.data.receipt);
  return reply;
}

/** `staffMember`: a volunteer's member id, or their id among those on duty. */
export async function reportVolunteer(
  app: App,
  room: RoomState,
  { staffMember, reason }: { staffMember: string; reason: VolunteerReportReason },
): Promise<Reply<unknown>> {
  const reply = await app.connection.ask('report:volunteer', { room: room.id, staffMember, reason });
  if (reply.ok) app.receipts.value = withReceipt(app.receipts.value, reply.data.receipt);
  return reply;
}

export async function appeal(app: App, id: string): Promise<Reply<unknown>> {
  const reply = await app.connection.ask('appeal:make', { sanction: id });
  if (reply.ok) app.sanctions.value = withSanction(app.sanctions.value, reply.data.sanction);
  return reply;
}

export async function rename(app: App, room: RoomState): Promise<Reply<unknown>> {
  const reply = await app.connection.ask('me:rename', { room: room.id });
  if (reply.ok) room.me.value = reply.data.me;
  return reply;
}

/** "Stay with me": asks for a volunteer now. */
export const askCare = (app: App, room: RoomState): Promise<Reply<Replies['care:ask']>> =>
  app.connection.ask('care:ask', { room: room.id });

/** Hides a person on this screen alone, or shows them again. */
export function hide(room: RoomState, member: string, hidden: boolean): void {
  const others = [...room.hidden.value].filter((one) => one !== member);
  room.hidden.value = new Set(hidden ? [...others, member] : others);
}
