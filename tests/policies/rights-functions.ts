import { randomUUID } from 'node:crypto';
import {
  AUDITORS,
  aCase,
  CALLERS,
  type Call,
  type Case,
  call,
  hash,
  IN_MAIN,
  listing,
  MANAGERS,
  PEOPLE,
  type Row,
  repair,
  SERVER,
  STAFF,
  sanction,
  slug,
  soon,
} from './rights.ts';

async function inserted(at: Case, table: string, row: Row): Promise<string> {
  await at.insert(table, row);
  return String(row.id);
}
const member = async (at: Case): Promise<string> =>
  inserted(at, 'staff', { id: await at.account(), working_name: slug(), role: 'trainee' });
const NUMBERS = [{ number: '+7 727 382 36 21', dial: '+77273823621', remark: '' }];
const place = (at: Case): Promise<string> =>
  inserted(at, 'listings', { ...listing('published'), phones: JSON.stringify(NUMBERS) });
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
  write_act: {
    args: () => ({ id: randomUUID(), act: 'write_audit', input: { act: 'sample.act' } }),
    may: STAFF,
  },
  write_late_act: {
    args: ({ colleague }) => ({
      id: randomUUID(),
      act: 'write_audit',
      input: { act: 'sample.act' },
      staff_id: colleague,
      taken_at: soon(0),
    }),
    may: SERVER,
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
  report_entry: {
    args: async (at) => ({
      entry_kind: 'listing',
      entry: await place(at),
      reason: 'closed',
      phone: '',
      counted: true,
    }),
    may: SERVER,
  },
  decide_repair: {
    args: async (at) => ({ id: await inserted(at, 'repairs', repair({})), decision: 'was_right' }),
    may: MANAGERS,
  },
  repair_figures: { args: () => ({}), may: PEOPLE },
  record_call: {
    args: async (at) => ({ entry_kind: 'listing', entry: await place(at), outcome: 'works' }),
    may: CALLERS,
  },
  confirm_call: {
    args: async (at) => {
      const row = { ...call(at.colleague, await place(at)), phones: JSON.stringify(NUMBERS) };
      return { call: await inserted(at, 'entry_calls', row), works: true };
    },
    may: CALLERS,
  },
  count_views: { args: () => ({ counts: {} }), may: SERVER },
  calling_list: { args: () => ({ most: 3 }), may: CALLERS },
  next_shifts: { args: () => ({}), may: PEOPLE },
};
