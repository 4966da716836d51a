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

type Who = readonly Person[];
const STAFF: Who = ['trainee', 'uncertified', 'moderator', 'other', 'lead', 'coordinator', 'founding'];
const MANAGERS: Who = ['coordinator', 'founding'];
const IN_MAIN: Who = ['moderator', 'lead', 'founding'];
const AUDITORS: Who = ['lead', 'coordinator', 'founding'];
const NOBODY: Who = [];
const SERVER: Who = ['service'];

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

const slug = () => `sample-${randomBytes(6).toString('hex')}`;
const hash = () => randomBytes(32).toString('hex');
const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const sourced = { confidence: 'low', source_url: 'https://example.com/', read_on: '2026-11-22' };

const room = (open: boolean): Row => ({
  id: slug(),
  room_group: 'main',
  open,
  name_kk: 'x',
  name_ru: 'x',
  name_en: 'x',
});
const line = (publish: string): Row => ({ id: slug(), position: 99, number: '1', publish, ...sourced });
const listing = (status: string): Row => {
  const id = slug();
  return { id, slug: id, category: 'state_centre', name_ru: 'x', status, ...sourced };
};
const shift = (staff_id: string | null, room_group: string): Row | null =>
  staff_id === null ? null : { id: randomUUID(), staff_id, room_group, starts_at: soon(1), ends_at: soon(2) };
const aCase = (more: Row): Row => ({ id: randomUUID(), kind: 'report', room_group: 'main', youth: false, ...more });
const sanction = (more: Row): Row => ({
  id: randomUUID(),
  room: 'starting',
  room_group: 'main',
  session: 'session_1',
  kind: 'warn',
  reason: 'insult',
  ...more,
});

export const TABLES: Record<string, Rights> = {
  staff: {
    key: ['id'],
    rows: { another: async ({ account }) => ({ id: await account(), working_name: slug(), role: 'trainee' }) },
    patch: { role: 'coordinator' },
    read: { another: [...AUDITORS, 'service'] },
    insert: SERVER,
    change: SERVER,
    remove: SERVER,
  },
  rooms: {
    key: ['id'],
    rows: { open: () => room(true), closed: () => room(false) },
    patch: { position: 7 },
    read: { open: PEOPLE, closed: [...STAFF, 'service'] },
    insert: [...MANAGERS, 'service'],
    change: [...MANAGERS, 'service'],
    remove: SERVER,
  },
  regions: {
    key: ['iso_code'],
    rows: {
      any: () => ({
        iso_code: `KZ-0${randomBytes(1).readUInt8() % 10}`,
        kind: 'city',
        admin_centre_lat: 50,
        admin_centre_lon: 60,
        created_2022: false,
        source_url: 'https://example.com/',
        read_on: '2026-11-22',
      }),
    },
    patch: { notes: 'changed' },
    read: { any: PEOPLE },
    insert: SERVER,
    change: SERVER,
    remove: SERVER,
  },
  helplines: {
    key: ['id'],
    rows: { published: () => line('yes_with_note'), hidden: () => line('no') },
    patch: { hours: 'changed' },
    read: { published: PEOPLE, hidden: [...MANAGERS, 'service'] },
    insert: [...MANAGERS, 'service'],
    change: [...MANAGERS, 'service'],
    remove: SERVER,
  },
  listings: {
    key: ['id'],
    rows: { published: () => listing('published'), draft: () => listing('draft'), hidden: () => listing('hidden') },
    patch: { hours: 'changed' },
    read: { published: PEOPLE, draft: [...MANAGERS, 'service'], hidden: [...MANAGERS, 'service'] },
    insert: [...MANAGERS, 'service'],
    change: [...MANAGERS, 'service'],
    remove: SERVER,
  },
  staged_listings: {
    key: ['import_id', 'line'],
    rows: { any: () => ({ import_id: randomUUID(), line: 1, entry: '{}', is_new: true }) },
    patch: { is_new: false },
    read: { any: SERVER },
    insert: SERVER,
    change: NOBODY,
    remove: SERVER,
  },
  seeds: {
    key: ['name'],
    rows: { any: () => ({ name: slug(), sha256: 'x' }) },
    patch: { sha256: 'y' },
    read: { any: SERVER },
    insert: SERVER,
    change: SERVER,
    remove: SERVER,
  },
  audit: {
    key: ['subject'],
    rows: { any: () => ({ act: 'sample.act', subject: slug() }) },
    patch: { act: 'other.act' },
    read: { any: [...AUDITORS, 'service'] },
    insert: NOBODY,
    change: NOBODY,
    remove: NOBODY,
  },
  invites: {
    key: ['id'],
    rows: { any: () => ({ id: randomUUID(), kind: 'invite', token_hash: hash(), expires_at: soon(1) }) },
    patch: { expires_at: soon(99) },
    read: { any: MANAGERS },
    insert: NOBODY,
    change: NOBODY,
    remove: NOBODY,
  },
  shifts: {
    key: ['id'],
    rows: {
      'own, main': ({ me }) => shift(me, 'main'),
      'own, families': ({ me }) => shift(me, 'families'),
      another: ({ colleague }) => shift(colleague, 'main'),
    },
    patch: { ends_at: soon(3) },
    read: { 'own, main': STAFF, 'own, families': STAFF, another: [...STAFF, 'service'] },
    insert: {
      'own, main': ['moderator', 'lead', 'coordinator', 'founding'],
      'own, families': ['other', 'coordinator', 'founding'],
      another: [...MANAGERS, 'service'],
    },
    change: {
      'own, main': ['moderator', 'lead', 'coordinator', 'founding'],
      'own, families': ['other', 'coordinator', 'founding'],
      another: [...MANAGERS, 'service'],
    },
    remove: {
      'own, main': ['moderator', 'other', 'lead', 'coordinator', 'founding'],
      'own, families': ['moderator', 'other', 'lead', 'coordinator', 'founding'],
      another: [...MANAGERS, 'service'],
    },
  },
  course_progress: {
    key: ['staff_id', 'unit'],
    rows: {
      own: ({ me }) => (me === null ? null : { staff_id: me, unit: slug() }),
      another: ({ colleague }) => ({ staff_id: colleague, unit: slug() }),
    },
    patch: { passed_at: soon(1) },
    read: { own: STAFF, another: AUDITORS },
    insert: NOBODY,
    change: NOBODY,
    remove: NOBODY,
  },
  certificates: {
    key: ['id'],
    rows: {
      own: ({ me, colleague }) =>
        me === null ? null : { id: randomUUID(), staff_id: me, granted_by: colleague, ends_at: soon(1) },
      another: ({ colleague }) => ({ id: randomUUID(), staff_id: colleague, granted_by: colleague, ends_at: soon(1) }),
    },
    patch: { ends_at: soon(99) },
    read: { own: STAFF, another: AUDITORS },
    insert: NOBODY,
    change: NOBODY,
    remove: NOBODY,
  },
  cases: {
    key: ['id'],
    rows: {
      main: () => aCase({}),
      'main, youth': () => aCase({ youth: true }),
      families: () => aCase({ room_group: 'families' }),
      'decided, took part': ({ me }) => (me === null ? null : aCase({ involved: [me], decided_by: me })),
      'about a volunteer': ({ colleague }) =>
        aCase({ kind: 'volunteer', about_staff: colleague, involved: [colleague] }),
      'about oneself': ({ me }) => (me === null ? null : aCase({ kind: 'volunteer', about_staff: me, involved: [me] })),
    },
    patch: { decision_reason: 'changed' },
    read: {
      main: [...IN_MAIN, 'service'],
      'main, youth': SERVER,
      families: ['other', 'lead', 'service'],
      'decided, took part': NOBODY,
      'about a volunteer': ['lead', 'service'],
      'about oneself': NOBODY,
    },
    insert: NOBODY,
    change: NOBODY,
    remove: NOBODY,
  },
  sanctions: {
    key: ['id'],
    rows: {
      main: ({ colleague }) => sanction({ decided_by: colleague }),
      families: ({ colleague }) => sanction({ decided_by: colleague, room: 'families', room_group: 'families' }),
    },
    patch: { reason: 'changed' },
    read: { main: [...IN_MAIN, 'service'], families: ['other', 'lead', 'service'] },
    insert: NOBODY,
    change: NOBODY,
    remove: NOBODY,
  },
  second_factors: {
    key: ['staff_id'],
    rows: {
      own: ({ me }) => (me === null ? null : { staff_id: me, sealed_secret: 'v1.a.b.c' }),
      another: ({ colleague }) => ({ staff_id: colleague, sealed_secret: 'v1.a.b.c' }),
    },
    patch: { last_step: 7 },
    read: { own: NOBODY, another: SERVER },
    insert: { own: NOBODY, another: SERVER },
    change: { own: NOBODY, another: SERVER },
    remove: { own: NOBODY, another: SERVER },
  },
  recovery_codes: {
    key: ['staff_id', 'code_hash'],
    rows: {
      own: ({ me }) => (me === null ? null : { staff_id: me, code_hash: hash() }),
      another: ({ colleague }) => ({ staff_id: colleague, code_hash: hash() }),
    },
    patch: { used_at: soon(1) },
    read: { own: NOBODY, another: SERVER },
    insert: { own: NOBODY, another: SERVER },
    change: { own: NOBODY, another: SERVER },
    remove: { own: NOBODY, another: SERVER },
  },
};

export interface Call {
  args: (at: Case) => Promise<Row> | Row;
  may: Who;
  /** The function's own refusal that shows its rights were passed. */
  also?: string;
}

async function inserted(at: Case, table: string, row: Row): Promise<string> {
  await at.insert(table, row);
  return String(row.id);
}
const member = async (at: Case): Promise<string> =>
  inserted(at, 'staff', { id: await at.account(), working_name: slug(), role: 'trainee' });
const link = async (at: Case, more: Row = {}): Promise<{ token_hash: string; id: string }> => {
  const row = { id: randomUUID(), kind: 'invite', token_hash: hash(), expires_at: soon(1), ...more };
  await at.insert('invites', row);
  return row;
};

export const FUNCTIONS: Record<string, Call> = {
  write_audit: { args: () => ({ act: 'sample.act' }), may: [...STAFF, 'service'] },
  verify_audit: { args: () => ({}), may: [...AUDITORS, 'service'] },
  create_setup_link: { args: () => ({ token_hash: hash() }), may: SERVER, also: 'taken' },
  create_invite: { args: () => ({ token_hash: hash(), languages: ['kk'], room_groups: ['main'] }), may: MANAGERS },
  create_recovery_link: { args: async (at) => ({ token_hash: hash(), staff_id: await member(at) }), may: SERVER },
  revoke_invite: { args: async (at) => ({ id: (await link(at)).id }), may: MANAGERS },
  open_link: { args: async (at) => ({ token_hash: (await link(at)).token_hash }), may: SERVER },
  redeem_invite: {
    args: async (at) => ({
      token_hash: (await link(at)).token_hash,
      user_id: await at.account(),
      working_name: slug(),
    }),
    may: SERVER,
  },
  redeem_recovery: {
    args: async (at) => ({ token_hash: (await link(at, { kind: 'recover', staff_id: await member(at) })).token_hash }),
    may: SERVER,
  },
  pass_unit: { args: ({ colleague }) => ({ staff_id: colleague, unit: slug() }), may: SERVER },
  certify_staff: { args: async (at) => ({ staff_id: await member(at), ends_at: soon(1) }), may: ['lead'] },
  revoke_certificate: { args: async (at) => ({ staff_id: await member(at) }), may: ['lead'] },
  assign_staff: {
    args: async (at) => ({ staff_id: await member(at), languages: ['ru'], room_groups: ['main'], youth_vetted: false }),
    may: AUDITORS,
  },
  set_staff_role: { args: async (at) => ({ staff_id: await member(at), role: 'lead' }), may: MANAGERS },
  remove_staff: { args: async (at) => ({ staff_id: await member(at) }), may: MANAGERS },
  open_case: { args: () => ({ kind: 'care', room: 'starting', priority: 3 }), may: SERVER },
  open_appeal: {
    args: async (at) => ({ sanction_id: await inserted(at, 'sanctions', sanction({ decided_by: at.colleague })) }),
    may: SERVER,
  },
  claim_case: { args: async (at) => ({ id: await inserted(at, 'cases', aCase({})) }), may: IN_MAIN },
  release_case: {
    args: async (at) => ({ id: await inserted(at, 'cases', aCase({ claimed_by: at.me, claimed_at: soon(0) })) }),
    // What somebody holds, they may give back.
    may: ['moderator', 'other', 'lead', 'founding'],
  },
  decide_case: {
    args: async (at) => ({ id: await inserted(at, 'cases', aCase({})), decision: 'no_action' }),
    may: IN_MAIN,
  },
  note_sanction: {
    args: () => ({ room: 'starting', session: 'session_1', kind: 'warn', reason: 'insult' }),
    may: IN_MAIN,
  },
  lift_sanction: {
    args: async (at) => ({ id: await inserted(at, 'sanctions', sanction({ decided_by: at.colleague })) }),
    may: IN_MAIN,
  },
  mark_told: { args: async (at) => ({ id: await inserted(at, 'cases', aCase({})) }), may: SERVER },
  forget_sessions: { args: () => ({}), may: SERVER },
  end_sessions: { args: async (at) => ({ staff_id: await member(at) }), may: [...MANAGERS, 'service'] },
  set_second_factor: {
    args: async (at) => ({
      staff_id: await member(at),
      sealed_secret: 'v1.a.b.c',
      step: 1,
      code_hashes: [hash()],
    }),
    may: SERVER,
  },
  set_recovery_codes: { args: async (at) => ({ staff_id: await member(at), code_hashes: [hash()] }), may: SERVER },
  clear_second_factor: { args: async (at) => ({ staff_id: await member(at) }), may: SERVER },
  spend_totp_step: { args: ({ colleague }) => ({ staff_id: colleague, step: 1 }), may: SERVER },
  spend_recovery_code: { args: ({ colleague }) => ({ staff_id: colleague, code_hash: hash() }), may: SERVER },
  apply_listing_import: { args: () => ({ import_id: randomUUID(), rows: 0 }), may: SERVER },
  next_shifts: { args: () => ({}), may: PEOPLE },
};
