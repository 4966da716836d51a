import type { ErrorCode } from '../../shared/errors.ts';

/** How a use case says no. The door turns it into a reply; the cause stays in the process and is never sent. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: ErrorCode;
  /** When it makes sense to try again, ms since 1970. */
  readonly until: number | undefined;
  /** The writer is shown the help card beside the refusal (promise 7). */
  care = false;
  /** A room that has a place, beside `room_full`. */
  instead: string | undefined;
  constructor(code: ErrorCode, until?: number, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.until = until;
  }
}

/** Codes that the database's own functions refuse with. */
const OF_DATABASE: readonly string[] = [
  'not_allowed',
  'not_found',
  'bad_input',
  'taken',
  'already_decided',
  'link_used',
] satisfies ErrorCode[];

/** What a failed call of the database means for the one who asked. */
export function refusalOf(error: { code: string; message: string }): Refusal {
  if (OF_DATABASE.includes(error.message)) return new Refusal(error.message as ErrorCode, undefined, error);
  // 42501: no right to the table or function; 23: a rule of the table; 22: a value of the wrong shape.
  if (error.code === '42501') return new Refusal('not_allowed', undefined, error);
  return new Refusal(/^2[23]/.test(error.code) ? 'bad_input' : 'unavailable', undefined, error);
}
