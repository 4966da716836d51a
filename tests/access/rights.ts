import type { DeskInput, DeskPath } from '../../shared/desk-api.ts';
import type { EventName, Input } from '../../shared/events.ts';
import { COURSE } from '../../shared/staff.ts';

/**
 * Who may do what over a socket: the written table that events.test.ts walks with a real connection of each person. Who
 * is not named is refused with `not_allowed`, or gets no connection at all. All of them try it in a room of the group `main`.
 */
export const PEOPLE = [
  'guest',
  'trainee',
  'uncertified', // a moderator whose certificate has ended
  'removed', // a moderator who was removed
  'moderator', // of the room group `main`
  'other', // a moderator of the room group `families`
  'lead',
  'factorless', // a lead whose second factor is not set up
  'coordinator',
  'founding', // a coordinator who is certified as a moderator of `main`
] as const;
export type Person = (typeof PEOPLE)[number];
type Who = readonly Person[];

const STAFF: Who = ['trainee', 'uncertified', 'moderator', 'other', 'lead', 'coordinator', 'founding'];
const EVERYBODY: Who = ['guest', ...STAFF];
const GUEST: Who = ['guest'];
/** Certified and assigned to the room's group. */
const SERVING: Who = ['moderator', 'lead', 'founding'];
const TALKING: Who = ['guest', ...SERVING];
const CERTIFIED: Who = ['moderator', 'other', 'lead', 'founding'];
/** Certified, or a coordinator. */
const CALLING: Who = ['moderator', 'other', 'lead', 'coordinator', 'founding'];
const MANAGING: Who = ['coordinator', 'founding'];

const NOTHING = '00000000-0000-4000-8000-000000000000';
const room = 'starting';

/** For each event who may, and the input they try. A new event without a line here does not compile. */
export const EVENT_RIGHTS: { [E in EventName]: { may: Who; input: Input<E> } } = {
  'room:list': { may: EVERYBODY, input: {} },
  'room:join': { may: TALKING, input: { room } },
  // Leaving names no secret: one may always go.
  'room:leave': { may: [...TALKING, 'other'], input: { room } },
  'log:after': { may: TALKING, input: { room, seq: 0 } },
  'log:before': { may: TALKING, input: { room, seq: 1 } },
  'message:send': { may: TALKING, input: { room, id: 'message-0001', text: 'Сәлем' } },
  'message:retract': { may: TALKING, input: { room, seq: 1 } },
  'message:react': { may: TALKING, input: { room, seq: 1, reaction: 'support', on: true } },
  'message:typing': { may: TALKING, input: { room } },
  'me:forget': { may: TALKING, input: { room } },
  'me:rename': { may: GUEST, input: { room } },
  'care:ask': { may: GUEST, input: { room } },
  'report:make': { may: GUEST, input: { room, seq: 1, reason: 'sells' } },
  'report:volunteer': { may: GUEST, input: { room, staffMember: 'nobody', reason: 'rude' } },
  'report:mine': { may: GUEST, input: {} },
  'appeal:make': { may: GUEST, input: { sanction: NOTHING } },
  'desk:open': { may: STAFF, input: {} },
  'desk:here': { may: STAFF, input: {} },
  'duty:start': { may: CERTIFIED, input: {} },
  'duty:end': { may: CERTIFIED, input: {} },
  'held:decide': { may: CERTIFIED, input: { heldId: 'none', decision: 'approve' } },
  // A case that is not there for somebody is `not_found`, whoever asks: policies decide, tests/policies shows it.
  'case:claim': { may: CERTIFIED, input: { id: NOTHING } },
  'case:release': { may: CERTIFIED, input: { id: NOTHING } },
  'case:open': { may: CERTIFIED, input: { id: NOTHING } },
  'case:decide': { may: CERTIFIED, input: { id: NOTHING, decision: 'no_action' } },
  'appeal:decide': { may: CERTIFIED, input: { id: NOTHING, decision: 'upheld' } },
  'sanction:lift': { may: CERTIFIED, input: { id: NOTHING } },
  'sanction:list': { may: SERVING, input: { room } },
  'message:remove': { may: SERVING, input: { room, seq: 1, reason: 'flood' } },
  'sanction:place': { may: SERVING, input: { room, member: 'nobody', sanction: 'warn', reason: 'flood' } },
  'room:lock': { may: SERVING, input: { room, locked: false } },
  'room:slow': { may: SERVING, input: { room, seconds: 0 } },
  'room:lockdown': { may: SERVING, input: { room, on: false } },
  'room:purge': { may: ['lead'], input: { room } },
  'staff:list': { may: ['lead', ...MANAGING], input: {} },
  'staff:invite': { may: MANAGING, input: { languages: ['kk'], groups: ['main'] } },
  'staff:uninvite': { may: MANAGING, input: { invite: NOTHING } },
  // The founding coordinator too, while there is no certified lead: tests/policies shows it.
  'staff:certify': { may: ['lead'], input: { staff: NOTHING, until: Date.now() + 86_400_000, course: [...COURSE] } },
  'staff:uncertify': { may: ['lead'], input: { staff: NOTHING } },
  'staff:assign': {
    may: ['lead', ...MANAGING],
    input: { staff: NOTHING, languages: [], groups: [], youthVetted: false },
  },
  'staff:role': { may: MANAGING, input: { staff: NOTHING, role: 'trainee' } },
  'staff:remove': { may: MANAGING, input: { staff: NOTHING } },
  'staff:sign-out': { may: MANAGING, input: { staff: NOTHING } },
  'directory:open': { may: CALLING, input: {} },
  'directory:find': { may: MANAGING, input: { q: 'нет такого' } },
  'directory:entry': { may: MANAGING, input: { kind: 'listing', id: 'none' } },
  'directory:save': { may: MANAGING, input: { kind: 'listing', id: 'none', cells: {}, version: '' } },
  'directory:status': { may: MANAGING, input: { kind: 'listing', id: 'none', status: 'hidden' } },
  'directory:call': { may: CALLING, input: { kind: 'listing', id: 'none', outcome: 'no_answer' } },
  'directory:confirm': { may: CALLING, input: { call: NOTHING, works: true } },
  'directory:repair': { may: MANAGING, input: { id: NOTHING, decision: 'was_right' } },
  'directory:refuse': { may: MANAGING, input: { suggestion: NOTHING } },
  'directory:lead': { may: MANAGING, input: { id: 'none', status: 'dropped' } },
  'session:end': { may: EVERYBODY, input: {} },
};

/** `nobody` is not signed in. The rest of staff may what a moderator may: these are about one's own account. */
export const VISITORS = ['nobody', 'factorless', 'moderator'] as const;
export type Visitor = (typeof VISITORS)[number];

const password = 'not the right words';
const token = 'x'.repeat(43);
/** For each endpoint under /desk/api who gets further than the door. */
export const ENDPOINT_RIGHTS: { [P in DeskPath]: { may: readonly Visitor[]; input: DeskInput<P> } } = {
  '/link': { may: VISITORS, input: { token } },
  '/setup': { may: VISITORS, input: { token, email: 'x@tirek.invalid', password, workingName: 'Somebody' } },
  '/recover': { may: VISITORS, input: { token, password } },
  '/sign-in': { may: VISITORS, input: { email: 'x@tirek.invalid', password } },
  // Without a first step there is nothing to go on with.
  '/sign-in/code': { may: [], input: { pending: token, code: '000000' } },
  '/sign-out': { may: VISITORS, input: {} },
  '/sign-out-everywhere': { may: ['factorless', 'moderator'], input: {} },
  '/ticket': { may: ['moderator'], input: {} },
  '/factor/begin': { may: ['factorless', 'moderator'], input: {} },
  '/factor/confirm': { may: [], input: { code: '000000' } },
  '/factor/codes': { may: ['factorless', 'moderator'], input: { proof: { password, code: '000000' } } },
  '/password': { may: ['factorless', 'moderator'], input: { current: password, next: 'another set of words' } },
};
