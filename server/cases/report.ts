import type { EvidenceItem, Input, Receipt } from '../../shared/events.ts';
import type { Deps, RoomRow, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { DANGER } from './cards.ts';
import type { Place } from './facts.ts';
import { KEYS } from './keys.ts';
import { type OpenNeeds, openCase } from './open.ts';
import { receiptsOf } from './receipts.ts';
import { recordReport } from './record-report.ts';
import { messageAt, snapshotAround, snapshotTail } from './snapshot.ts';

type Needs = OpenNeeds & Pick<Deps, 'log' | 'access'>;
type Answer = Promise<{ receipt: Receipt }>;

const ABOUT_STAFF = 2;

/**
 * Somebody says that a message should not stand. A volunteer's message is a report of that volunteer. Refusals: not_member,
 * not_found (no message there any more), not_allowed (one's own), rate.
 */
export async function reportMessage(deps: Needs, who: Who, input: Input<'report:make'>): Answer {
  const { room, seq, reason } = input;
  const { row, me } = deps.access.memberOf(who, room);
  const found = await messageAt(deps, room, seq);
  if (!found) throw new Refusal('not_found');
  const { entry, epoch } = found;
  if (entry.by.member === me.member) throw new Refusal('not_allowed');
  const author = await deps.access.sessionOf(room, entry.by.member);
  const place = { epoch, seqs: [seq] };
  const report = { who, member: me.member, room, about: 'message', reason } as const;
  if (author?.staff) {
    const key = KEYS.ofStaff(room, author.session);
    const evidence = await snapshotAround(deps, room, entry);
    return recordReport(deps, {
      ...report,
      key,
      open: openAboutStaff(deps, row, author.session, { place, evidence, reason }),
    });
  }
  const open = async (id: string) => {
    const about = author && { session: author.session, person: entry.by };
    const priority = reason === 'danger' ? DANGER : 1;
    const evidence = await snapshotAround(deps, room, entry);
    await openCase(deps, { id, row, kind: 'report', priority, about, reasons: [reason] }, { place, evidence });
  };
  return recordReport(deps, { ...report, key: KEYS.ofMessage(room, epoch, seq), open });
}

/**
 * Somebody says that a volunteer did wrong. It goes to leads alone, and not to the one it is about. Refusals: not_member,
 * not_found (no volunteer of this room), rate.
 */
export async function reportVolunteer(deps: Needs, who: Who, input: Input<'report:volunteer'>): Answer {
  const { room, staffMember, reason } = input;
  const { row, me } = deps.access.memberOf(who, room);
  const member = await deps.access.sessionOf(room, staffMember);
  const onDuty = (await deps.log.gate(room)).onDuty.find(({ staff }) => staff === staffMember);
  const staff = member?.staff ? member.session : onDuty?.staff;
  if (!staff) throw new Refusal('not_found');
  const evidence = await snapshotTail(deps, room, member ? staffMember : undefined);
  const open = openAboutStaff(deps, row, staff, { place: null, evidence, reason });
  const key = KEYS.ofStaff(room, staff);
  return recordReport(deps, { who, member: me.member, room, about: 'volunteer', reason, key, open });
}

/** All my reports with what became of them. */
export async function myReports(deps: Pick<Deps, 'keep' | 'acts'>, who: Who): Promise<{ receipts: Receipt[] }> {
  return { receipts: await receiptsOf(deps, who.session) };
}

function openAboutStaff(
  ...[deps, row, staff, { place, evidence, reason }]: [
    Needs,
    RoomRow,
    string,
    { place: Place | null; evidence: EvidenceItem[]; reason: string },
  ]
): (id: string) => Promise<void> {
  const draft = { row, kind: 'volunteer', priority: ABOUT_STAFF, involved: [staff], reasons: [reason] } as const;
  return async (id) =>
    void (await openCase(deps, { ...draft, involved: [staff], reasons: [reason], id }, { place, evidence }));
}
