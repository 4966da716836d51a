import { randomBytes, randomUUID } from 'node:crypto';

/**
 * Who may do what with each table and function of the database: the written table that rights.test.ts walks with each
 * person's own token. Who is not named is refused.
 */
export const PEOPLE = [
  'anon', // the publishable key alone
  'stranger', // an account without a staff row
  'trainee',
  'uncertified', // a moderator whose certificate has ended
  'removed', // a moderator who was removed
  'moderator', // of the room group `main`
  'other', // a moderator of the room group `families`
  'lead',
  'factorless', // a lead whose second factor is not set up
  'coordinator',
  'founding', // a coordinator who is certified as a moderator of `main`
  'service', // the secret key
] as const;
export type Person = (typeof PEOPLE)[number];

export interface Case {
  /** The person's own id; null for the two keys. */
  me: string | null;
  /** Another volunteer's id. */
  colleague: string;
  /** Makes an account without a staff row; its id. */
  account(): Promise<string>;
  /** Inserts as the owner. */
  insert(table: string, row: Row): Promise<void>;
}
export type Row = Record<string, unknown>;

export type Who = readonly Person[];
export const STAFF: Who = ['trainee', 'uncertified', 'moderator', 'other', 'lead', 'coordinator', 'founding'];
export const MANAGERS: Who = ['coordinator', 'founding'];
/** Certified, or a coordinator. */
export const CALLERS: Who = ['moderator', 'other', 'lead', 'coordinator', 'founding'];
export const IN_MAIN: Who = ['moderator', 'lead', 'founding'];
export const AUDITORS: Who = ['lead', 'coordinator', 'founding'];
export const NOBODY: Who = [];
export const SERVER: Who = ['service'];

export interface Rights {
  key: string[];
  /** Kinds of rows that policies tell apart; null where a person cannot have such a row. */
  rows: Record<string, (at: Case) => Promise<Row | null> | Row | null>;
  /** What a change tries. */
  patch: Row;
  read: Record<string, Who>;
  insert: Who | Record<string, Who>;
  change: Who | Record<string, Who>;
  remove: Who | Record<string, Who>;
}

export interface Call {
  args: (at: Case) => Promise<Row> | Row;
  may: Who;
  /** The function's own refusal that shows its rights were passed. */
  also?: string;
}

export const slug = () => `sample-${randomBytes(6).toString('hex')}`;
export const hash = () => randomBytes(32).toString('hex');
export const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const sourced = { confidence: 'low', source_url: 'https://example.com/', read_on: '2026-11-22' };

export const room = (open: boolean): Row => ({
  id: slug(),
  room_group: 'main',
  open,
  name_kk: 'x',
  name_ru: 'x',
  name_en: 'x',
});
export const line = (publish: string): Row => ({ id: slug(), position: 99, number: '1', publish, ...sourced });
export const listing = (status: string): Row => {
  const id = slug();
  return { id, slug: id, category: 'state_centre', name_ru: 'x', status, ...sourced };
};
export const shift = (staff_id: string | null, room_group: string): Row | null =>
  staff_id === null ? null : { id: randomUUID(), staff_id, room_group, starts_at: soon(1), ends_at: soon(2) };
export const aCase = (more: Row): Row => ({
  id: randomUUID(),
  kind: 'report',
  room_group: 'main',
  youth: false,
  ...more,
});
export const sanction = (more: Row): Row => ({
  id: randomUUID(),
  room: 'starting',
  room_group: 'main',
  session: 'session_1',
  kind: 'warn',
  reason: 'insult',
  ...more,
});
export const repair = (more: Row): Row => ({ id: randomUUID(), entry_kind: 'listing', entry: slug(), ...more });
export const call = (called_by: string, entry: string): Row => ({
  id: randomUUID(),
  entry_kind: 'listing',
  entry,
  outcome: 'works',
  called_by,
});
