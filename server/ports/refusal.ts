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
