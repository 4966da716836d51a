import { z } from 'zod';
import type { Capability, StaffRole } from './capabilities.ts';
import { nothing } from './inputs.ts';
import { LANGUAGES, type Lang } from './languages.ts';
import { COURSE, type CourseUnit } from './staff.ts';

/** Events about the people who work here; part of EVENTS. Times are ms since 1970. */

const staff = z.uuid();
const languages = z.array(z.enum(LANGUAGES)).max(LANGUAGES.length);
/** Room groups; those the rooms have are in the reply of `staff:list`. */
const groups = z.array(z.string().regex(/^[a-z0-9-]{1,40}$/)).max(40);

export interface StaffCard {
  id: string;
  /** A working name; nobody's real name or e-mail is ever shown. */
  name: string;
  role: StaffRole;
  /** False: removed. */
  active: boolean;
  languages: Lang[];
  groups: string[];
  youthVetted: boolean;
  certifiedUntil: number | null;
  founding: boolean;
  /** Without it a lead or coordinator may do nothing. */
  secondFactor: boolean;
  course: CourseUnit[];
  since: number;
}

/** A link that was made and neither used nor ended yet. Its token is shown once, to the one who made it. */
export interface InviteCard {
  id: string;
  languages: Lang[];
  groups: string[];
  until: number;
}

export interface StaffList {
  /** Active ones first, by name. */
  people: StaffCard[];
  invites: InviteCard[];
  /** The room groups that somebody can be assigned to. */
  groups: string[];
  /** Whether the one who asks may certify now. */
  mayCertify: boolean;
  now: number;
}

const seen = ['staff.manage', 'staff.certify'] as const;

export const STAFF_EVENTS = {
  'staff:list': { input: nothing, needs: seen },
  /** The link is `/desk#invite=TOKEN`, single use, 72 hours. */
  'staff:invite': { input: z.strictObject({ languages, groups }), needs: 'staff.manage' },
  'staff:uninvite': { input: z.strictObject({ invite: z.uuid() }), needs: 'staff.manage' },
  /** `until`: at most a year from now. `course`: what was gone through together; the rest must have been before. */
  'staff:certify': {
    input: z.strictObject({ staff, until: z.int().positive(), course: z.array(z.enum(COURSE)).max(COURSE.length) }),
    needs: seen,
  },
  'staff:uncertify': { input: z.strictObject({ staff }), needs: seen },
  'staff:assign': {
    input: z.strictObject({ staff, languages, groups, youthVetted: z.boolean() }),
    needs: seen,
  },
  'staff:role': {
    input: z.strictObject({ staff, role: z.enum(['trainee', 'moderator', 'lead', 'coordinator']) }),
    needs: 'staff.manage',
  },
  /** Takes all rights. Open desks close within seconds, duty ends. */
  'staff:remove': { input: z.strictObject({ staff }), needs: 'staff.manage' },
  /** Signs somebody out everywhere; they may sign in again. */
  'staff:sign-out': { input: z.strictObject({ staff }), needs: 'staff.manage' },
} as const satisfies Record<string, { input: z.ZodType; needs: Capability | readonly Capability[] }>;

type Nothing = Record<string, never>;

export interface StaffReplies {
  'staff:list': StaffList;
  'staff:invite': { token: string; invite: InviteCard };
  'staff:uninvite': Nothing;
  'staff:certify': Nothing;
  'staff:uncertify': Nothing;
  'staff:assign': Nothing;
  'staff:role': Nothing;
  'staff:remove': Nothing;
  'staff:sign-out': Nothing;
}
