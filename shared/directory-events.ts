import { z } from 'zod';
import type { Capability } from './capabilities.ts';
import { LISTING_KINDS, type Phone } from './directory.ts';
import { nothing } from './inputs.ts';
import {
  CALL_OUTCOMES,
  CALLED_KINDS,
  type CalledKind,
  type CallOutcome,
  ENTRY_KINDS,
  type EntryKind,
  REPAIR_DECISIONS,
  type RepairReason,
  SUGGESTION_FROM,
} from './repair.ts';

/** Events of the directory's desk; part of EVENTS. Times are ms since 1970, days are ISO dates. */

const id = z.string().regex(/^[a-z0-9-]{1,80}$/);
/** An entry's fields as text, as a table of places has them: lists apart by `;`, yes/no, days as 2026-11-22. */
const cells = z.record(z.string().regex(/^[a-z0-9_]{1,40}$/), z.string().max(2000));

/** What waits for an editor: how often readers reported an entry, for what reason. */
export interface RepairCard {
  id: string;
  kind: EntryKind;
  entry: string;
  name: string;
  reports: Record<RepairReason, number>;
  /** Reports that were independent of each other, and calls of volunteers that found it wrong. */
  counted: number;
  called: number;
  /** The numbers it is about, as they are dialled. */
  phones: string[];
  openedAt: number;
  marked: boolean;
}

/** Whom to call next. */
export interface CallCard {
  kind: CalledKind;
  entry: string;
  name: string;
  place: string;
  phones: Phone[];
  /** The kind of a place; what a line or a lead's source says. */
  about: string;
  source: string;
  checkedOn: string | null;
  calledOn: string | null;
  checking: boolean;
  views: number;
  last: { outcome: CallOutcome; at: number } | null;
  /** A call that waits for a second person. `mine`: it was mine, so somebody else must confirm it. */
  waiting: { call: string; phones: Phone[]; mine: boolean } | null;
}

/** What a visitor suggested; kept beside the sessions for `until`, never in the database. */
export interface SuggestionCard {
  id: string;
  name: string;
  kind: string;
  region: string;
  city: string;
  phone: string;
  web: string;
  from: string;
  at: number;
  until: number;
}

export interface EntryCard {
  kind: EntryKind;
  id: string;
  name: string;
  place: string;
  status: EntryStatus;
  calledOn: string | null;
  checking: boolean;
}

export const ENTRY_STATUS = ['draft', 'published', 'hidden', 'closed'] as const;
export type EntryStatus = (typeof ENTRY_STATUS)[number];

export interface HistoryItem {
  field: string;
  before: string;
  after: string;
  at: number;
  /** A working name or, of somebody who is gone, their role; null: the server itself. */
  by: string | null;
}

export interface EntryFile extends EntryCard {
  cells: Record<string, string>;
  phones: Phone[];
  /** What `directory:save` must be given back, so that nobody overwrites what somebody else has just written. */
  version: string;
  history: HistoryItem[];
}

export interface DirectoryDesk {
  mayEdit: boolean;
  repairs: RepairCard[];
  calls: CallCard[];
  /** For editors alone. */
  suggestions: SuggestionCard[];
  /** ISO codes and Russian names, for the form. */
  regions: { code: string; name: string }[];
  now: number;
}

const editing = 'directory.edit';
const calling = ['directory.call', 'directory.edit'] as const;

export const DIRECTORY_EVENTS = {
  'directory:open': { input: nothing, needs: calling },
  /** Entries whose name, city or id holds the words; without words those that readers do not see. */
  'directory:find': { input: z.strictObject({ q: z.string().max(100) }), needs: editing },
  'directory:entry': { input: z.strictObject({ kind: z.enum(ENTRY_KINDS), id }), needs: editing },
  /** `id: null` makes a draft. `suggestion`: the one it was made from goes then. */
  'directory:save': {
    input: z.strictObject({
      kind: z.enum(ENTRY_KINDS),
      id: id.nullable(),
      cells,
      version: z.string().max(60),
      suggestion: z.uuid().optional(),
    }),
    needs: editing,
  },
  'directory:status': {
    input: z.strictObject({ kind: z.enum(ENTRY_KINDS), id, status: z.enum(ENTRY_STATUS) }),
    needs: editing,
  },
  /** `phones`: other numbers that work, `;` between them and remarks in brackets. */
  'directory:call': {
    input: z.strictObject({
      kind: z.enum(CALLED_KINDS),
      id,
      outcome: z.enum(CALL_OUTCOMES),
      phones: z.string().max(300).optional(),
    }),
    needs: 'directory.call',
  },
  /** The second person's word. */
  'directory:confirm': { input: z.strictObject({ call: z.uuid(), works: z.boolean() }), needs: 'directory.call' },
  'directory:repair': { input: z.strictObject({ id: z.uuid(), decision: z.enum(REPAIR_DECISIONS) }), needs: editing },
  'directory:refuse': { input: z.strictObject({ suggestion: z.uuid() }), needs: editing },
  'directory:lead': { input: z.strictObject({ id, status: z.enum(['made', 'dropped']) }), needs: editing },
} as const satisfies Record<string, { input: z.ZodType; needs: Capability | readonly Capability[] }>;

type Nothing = Record<string, never>;

export interface DirectoryReplies {
  'directory:open': DirectoryDesk;
  'directory:find': { entries: EntryCard[] };
  'directory:entry': EntryFile;
  /** `wrong`: fields that were not right; nothing was written then. */
  'directory:save': { id: string | null; wrong: string[] };
  'directory:status': Nothing;
  /** `waiting` for a second person; `confirmed`: this was the second one. */
  'directory:call': { state: 'waiting' | 'confirmed' | 'recorded' };
  'directory:confirm': Nothing;
  'directory:repair': Nothing;
  'directory:refuse': Nothing;
  'directory:lead': Nothing;
}

/** What a visitor suggests. Also the names of the form's fields. */
export const suggestion = z.strictObject({
  name: z.string().trim().min(2).max(120),
  kind: z.enum(LISTING_KINDS),
  region: z.string().regex(/^(KZ-\d\d)?$/),
  city: z.string().trim().max(60),
  phone: z
    .string()
    .trim()
    .regex(/^(\+?[\d\s()–-]{2,40})?$/),
  web: z
    .string()
    .trim()
    .max(200)
    .regex(/^((https?:\/\/)?[^\s/:@<>"]+\.[^\s/:@<>"]{2,}(\/[^\s<>"]*)?)?$/i),
  from: z.enum(SUGGESTION_FROM),
});
export type Suggestion = z.infer<typeof suggestion>;
