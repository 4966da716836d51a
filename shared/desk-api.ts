import { z } from 'zod';
import type { StaffRole } from './capabilities.ts';

/** The desk's HTTP endpoints under /desk/api: one's own account and sessions. Each answers `Reply<...>`; POST with JSON. */

/** Letters, figures, spaces and a few signs: nothing invisible, nothing that turns the text around. */
const workingName = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’-]*$/u);
const token = z.string().max(100);
const password = z.string().max(1000);
/** Six figures of the second factor, or a recovery code; spaces and dashes do not count. */
const code = z.string().max(60);

export const DESK_API = {
  /** What a link is for, before its form is shown. */
  '/link': z.strictObject({ token }),
  /** By a first link or an invite: an account and a place among the staff, signed in. */
  '/setup': z.strictObject({
    token,
    email: z.email().max(200),
    password,
    workingName,
  }),
  /** By a recovery link: a new password; all sessions end. A second factor stays in force, and one signs in as always. */
  '/recover': z.strictObject({ token, password }),
  '/sign-in': z.strictObject({ email: z.string().max(200), password }),
  /** The second step, when `/sign-in` said `code`. */
  '/sign-in/code': z.strictObject({ pending: token, code }),
  '/sign-out': z.strictObject({}),
  '/sign-out-everywhere': z.strictObject({}),
  '/ticket': z.strictObject({}),
  /** A new secret to scan, ten minutes long. `proof` is needed to replace a factor that is set. */
  '/factor/begin': z.strictObject({ proof: z.strictObject({ password, code }).optional() }),
  /** The first code of the new secret puts it in force; all other sessions end. */
  '/factor/confirm': z.strictObject({ code }),
  /** New recovery codes; the old ones end. */
  '/factor/codes': z.strictObject({ proof: z.strictObject({ password, code }) }),
  /** All other sessions end. `code` is needed where a second factor is set. */
  '/password': z.strictObject({ current: password, next: password, code: code.optional() }),
} as const;

export type DeskPath = keyof typeof DESK_API;
export type DeskInput<P extends DeskPath> = z.infer<(typeof DESK_API)[P]>;

/** `code`: send `pending` with a code to `/sign-in/code` within five minutes. `in`: the cookie is set. */
export type SignedIn = { next: 'in'; name: string } | { next: 'code'; pending: string };

/** GET /desk/api/me. */
export interface Me {
  name: string;
  role: StaffRole;
  /** `needed`: this person may do nothing else until it is set up. `open`: may be set up. */
  secondFactor: 'set' | 'needed' | 'open';
  /** Unused recovery codes; null without a second factor. */
  recoveryCodes: number | null;
  /** When this session ends at the latest, ms since 1970. */
  sessionUntil: number;
  /** How long it lasts without an act, in milliseconds. */
  idleLife: number;
}

export interface DeskReplies {
  '/link': { kind: 'setup' | 'invite' | 'recover'; until: number };
  '/setup': SignedIn;
  '/recover': Record<string, never>;
  '/sign-in': SignedIn;
  '/sign-in/code': SignedIn;
  '/sign-out': Record<string, never>;
  '/sign-out-everywhere': Record<string, never>;
  /** For the socket's handshake; single use, one minute. */
  '/ticket': { ticket: string };
  /** `secret` in base32 for typing, `uri` (otpauth:) for a QR code drawn on this device. */
  '/factor/begin': { secret: string; uri: string };
  /** Shown once. */
  '/factor/confirm': { recoveryCodes: string[] };
  '/factor/codes': { recoveryCodes: string[] };
  '/password': Record<string, never>;
}
