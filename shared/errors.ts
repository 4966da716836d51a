/** Every refusal has a code; the client owns the words for it. The list is closed: a test checks that each has words in each language. */
export const ERROR_CODES = [
  'bad_input', // the event's shape is wrong
  'unknown_event',
  'no_session', // no token, or one that is expired, forged or ended
  'not_allowed', // the role lacks the capability
  'not_found', // room, message, case
  'not_member', // the act needs to be in the room
  'room_full',
  'too_many_rooms',
  'empty_text',
  'too_long',
  'rate', // too fast; `until` says when to go on
  'muted',
  'banned',
  'locked',
  'slow', // slow mode; `until`
  'off_duty', // nobody on duty for longer than the gap
  'refused', // the guard refused the text
  'already_decided',
  'taken', // somebody else has claimed it
  'unavailable', // the store or the database does not answer; try again
  'proof_needed', // a proof of work is missing
  'proof_used',
  'proof_expired',
  'proof_foreign', // not signed by us, changed since, or for another purpose
  'proof_wrong', // signed by us, and not solved
  'proof_early', // a slip brought too soon; `until`
  'link_used', // a one-time link that is used, expired or unknown
  'wrong_credentials',
  'weak_password',
  'wrong_code', // of the second factor: wrong or used
  'factor_needed', // this person must set up a second factor before anything else
  'course_open', // a certificate needs every part of the course
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Why a connection is turned away; sent as the connect error's message. A closed list. */
export const CONNECT_REFUSALS = ['old_client', 'no_session', 'unavailable', 'draining'] as const;
export type ConnectRefusal = (typeof CONNECT_REFUSALS)[number];

/** `until`: when to try again. `care`: show the help card, whatever was refused. `instead`: a room that has a place. */
export type Reply<T> =
  | { ok: true; data: T }
  | { ok: false; code: ErrorCode; until?: number; care?: true; instead?: string };

export const okay = <T>(data: T): Reply<T> => ({ ok: true, data });
export const refuse = (code: ErrorCode, until?: number, care = false): Reply<never> => ({
  ok: false,
  code,
  ...(until === undefined ? {} : { until }),
  ...(care ? { care: true } : {}),
});
