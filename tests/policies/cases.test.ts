import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffRow } from '../../server/database/types.ts';
import type { Client } from '../../server/ports/database.ts';
import { CASE_DECISIONS, CASE_KINDS, SANCTIONS } from '../../shared/cases.ts';
import { BACK_ENDS, freshDatabase, type TestDatabase } from '../support/postgres.ts';

const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
const moderator = (room_groups: string[]): Pick<StaffRow, 'role' | 'certified_until' | 'room_groups'> => ({
  role: 'moderator',
  certified_until: inAnHour,
  room_groups,
});
type Person = { id: string; client: Client };
const said = ({ error }: { error: { message: string } | null }): string => error?.message ?? 'done';

describe.each(BACK_ENDS)('cases on %s', (backEnd) => {
  let database: TestDatabase;
  let dana: Person;
  let timur: Person;
  let saule: Person;
  let arman: Person;
  let aida: Person;
  const open = async (input: object = {}) =>
    String(
      (await database.service.rpc('open_case', { kind: 'report', room: 'starting', ...input }).throwOnError()).data,
    );
  const row = async (id: string) => (await database.service.from('cases').select('*').eq('id', id).single()).data;

  beforeAll(async () => {
    database = await freshDatabase(backEnd);
    dana = await database.person(moderator(['main']));
    timur = await database.person(moderator(['main']));
    saule = await database.person(moderator(['families']));
    arman = await database.person({ ...moderator(['main']), role: 'lead' });
    aida = await database.person({ ...moderator(['main']), role: 'lead' });
  });
  afterAll(() => database.close());

  test('two volunteers act on one case at once, a hundred times: one wins, the other is told', async () => {
    const counts = { claims: new Map<string, number>(), decisions: new Map<string, number>() };
    for (let round = 0; round < 100; round++) {
      const claimed = await open();
      const claims = await Promise.all([dana, timur].map(({ client }) => client.rpc('claim_case', { id: claimed })));
      const decided = await open();
      const decisions = await Promise.all(
        [timur, dana].map(({ client }) => client.rpc('decide_case', { id: decided, decision: 'no_action' })),
      );
      const key = (answers: typeof claims) => answers.map(said).sort().join(' + ');
      counts.claims.set(key(claims), (counts.claims.get(key(claims)) ?? 0) + 1);
      counts.decisions.set(key(decisions), (counts.decisions.get(key(decisions)) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts.claims)).toEqual({ 'done + taken': 100 });
    expect(Object.fromEntries(counts.decisions)).toEqual({ 'already_decided + done': 100 });
  });

  test('a case is seen in its group, by leads, and by nobody who took part', async () => {
    const id = await open({ reasons: ['sells'], seqs: [3, 4], about: 'session_1', reporter: 'session_2' });
    const sees = async ({ client }: Person) => (await client.from('cases').select('id').eq('id', id)).data?.length;
    expect(await Promise.all([dana, saule, arman].map(sees))).toEqual([1, 0, 1]);
    expect(said(await saule.client.rpc('claim_case', { id }))).toBe('not_found');

    const about = await open({ kind: 'volunteer', about_staff: arman.id, reasons: ['rude'] });
    const reads = async ({ client }: Person) => (await client.from('cases').select('id').eq('id', about)).data?.length;
    expect(await Promise.all([dana, arman, aida].map(reads))).toEqual([0, 0, 1]);
    expect(said(await arman.client.rpc('decide_case', { id: about, decision: 'no_action' }))).toBe('not_found');
    expect(said(await aida.client.rpc('decide_case', { id: about, decision: 'no_action' }))).toBe('done');
  });

  test('a claim holds for its owner, can be given back, and is taken over after fifteen minutes', async () => {
    const id = await open();
    expect(said(await dana.client.rpc('claim_case', { id }))).toBe('done');
    expect(said(await dana.client.rpc('claim_case', { id }))).toBe('done');
    expect(said(await timur.client.rpc('decide_case', { id, decision: 'removed' }))).toBe('taken');
    expect(said(await timur.client.rpc('release_case', { id }))).toBe('taken');
    expect(said(await dana.client.rpc('release_case', { id }))).toBe('done');
    expect(said(await timur.client.rpc('claim_case', { id }))).toBe('done');
    await database.lite.sql.query("update public.cases set claimed_at = now() - interval '16 minutes' where id = $1", [
      id,
    ]);
    expect(said(await dana.client.rpc('claim_case', { id }))).toBe('done');
    expect(said(await dana.client.rpc('decide_case', { id, decision: 'lifted' }))).toBe('bad_input');
    expect(said(await dana.client.rpc('decide_case', { id, decision: 'sanctioned', reason: 'selling' }))).toBe('done');
    expect(await row(id)).toMatchObject({ decision: 'sanctioned', decision_reason: 'selling', decided_by: dana.id });
  });

  test('an appeal goes to another than the one who decided, once, and lifts the sanction', async () => {
    const id = await open({ about: 'session_9' });
    const { data: sanction } = await dana.client
      .rpc('note_sanction', { room: 'starting', session: 'session_9', kind: 'mute_1h', reason: 'insult', case_id: id })
      .throwOnError();
    const { data: appeal } = await database.service
      .rpc('open_appeal', { sanction_id: String(sanction) })
      .throwOnError();
    expect(said(await database.service.rpc('open_appeal', { sanction_id: String(sanction) }))).toBe('taken');
    expect(said(await dana.client.rpc('decide_case', { id: String(appeal), decision: 'upheld' }))).toBe('not_found');
    expect(said(await timur.client.rpc('decide_case', { id: String(appeal), decision: 'removed' }))).toBe('bad_input');
    expect(said(await timur.client.rpc('decide_case', { id: String(appeal), decision: 'lifted' }))).toBe('done');
    const { data: after } = await database.service.from('sanctions').select('*').eq('id', String(sanction)).single();
    expect(after).toMatchObject({ lifted_by: timur.id, decided_by: dana.id });
    expect(said(await timur.client.rpc('lift_sanction', { id: String(sanction) }))).toBe('already_decided');
    expect(said(await database.service.rpc('open_appeal', { sanction_id: String(sanction) }))).toBe('not_found');
  });

  test('a reporter is told once', async () => {
    const id = await open({ reporter: 'session_3' });
    const tell = async () => (await database.service.rpc('mark_told', { id })).data;
    expect(await tell()).toBe(false);
    await dana.client.rpc('decide_case', { id, decision: 'no_action' }).throwOnError();
    expect((await Promise.all([tell(), tell(), tell()])).filter(Boolean)).toEqual([true]);
  });

  test('no words fit into a case, and its sessions are forgotten after 72 hours', async () => {
    for (const words of [
      { reasons: ['he wrote something'] },
      { labels: ['сөз'] },
      { about: 'a name' },
      { held_id: 'some words' },
      { epoch: 'some words' },
    ]) {
      const { error } = await database.service.rpc('open_case', { kind: 'report', room: 'starting', ...words });
      expect(error, JSON.stringify(words)).not.toBeNull();
    }
    const id = await open({ about: 'session_4', reporter: 'session_5', held_id: 'held_1' });
    const young = await open({ about: 'session_6' });
    await dana.client.rpc('decide_case', { id, decision: 'no_action' }).throwOnError();
    await database.lite.sql.query("update public.cases set decided_at = now() - interval '73 hours' where id = $1", [
      id,
    ]);
    expect((await database.service.rpc('forget_sessions')).data).toBe(1);
    expect(await row(id)).toMatchObject({ about: null, reporter: null, held_id: null, decision: 'no_action' });
    expect(await row(young)).toMatchObject({ about: 'session_6' });
  });

  test('the codes of shared/cases.ts are the codes of the tables', async () => {
    const rules = await database.lite.sql.query(
      `select conrelid::regclass::text as of, pg_get_constraintdef(oid) as rule from pg_constraint where contype = 'c'`,
    );
    const codes = (table: string, column: string) =>
      rules
        .filter(({ of, rule }) => of === table && String(rule).includes(`CHECK ((${column} = ANY`))
        .flatMap(({ rule }) => [...String(rule).matchAll(/'(\w+)'::text/g)].map(([, code]) => code));
    expect(codes('cases', 'kind')).toEqual([...CASE_KINDS]);
    expect(codes('cases', 'decision')).toEqual([...CASE_DECISIONS]);
    expect(codes('sanctions', 'kind')).toEqual([...SANCTIONS]);
  });

  test('removing a moderator takes the rights of an open session at once and frees what they held', async () => {
    const bota = await database.person({ role: 'coordinator' });
    const leaving = await database.person(moderator(['main']));
    const id = await open();
    await leaving.client.rpc('claim_case', { id }).throwOnError();
    await bota.client.rpc('remove_staff', { staff_id: leaving.id }).throwOnError();
    expect(said(await leaving.client.rpc('decide_case', { id, decision: 'no_action' }))).toBe('not_allowed');
    expect((await leaving.client.from('cases').select('id')).data).toEqual([]);
    expect(await row(id)).toMatchObject({ claimed_by: null });
    expect(said(await bota.client.rpc('remove_staff', { staff_id: bota.id }))).toBe('not_allowed');
    expect(said(await bota.client.rpc('set_staff_role', { staff_id: bota.id, role: 'trainee' }))).toBe('not_allowed');
  });

  test('a lead certifies others, for a year at most; the founding coordinator does until there is a lead', async () => {
    const fresh = await freshDatabase(backEnd);
    const founder = await fresh.person({ role: 'coordinator', founding: true, certified_until: inAnHour });
    const trainee = await fresh.person({ role: 'trainee' });
    const certify = (by: Person, staff_id: string, ends_at = inAnHour) =>
      by.client.rpc('certify_staff', { staff_id, ends_at });
    expect(said(await certify(trainee, founder.id))).toBe('not_allowed');
    expect(said(await certify(founder, founder.id))).toBe('not_allowed');
    expect(said(await certify(founder, trainee.id, '2222-01-01'))).toBe('bad_input');
    expect(said(await certify(founder, trainee.id))).toBe('done');
    const { data: now } = await trainee.client.from('staff').select('role, certified_until').single();
    expect(now?.role).toBe('moderator');
    expect(Date.parse(now?.certified_until ?? '')).toBe(Date.parse(inAnHour));
    const lead = await fresh.person({ role: 'lead', certified_until: inAnHour });
    expect(said(await certify(founder, trainee.id))).toBe('not_allowed');
    expect(said(await certify(lead, trainee.id))).toBe('done');
    expect(said(await lead.client.rpc('revoke_certificate', { staff_id: trainee.id }))).toBe('done');
    expect(said(await trainee.client.rpc('claim_case', { id: crypto.randomUUID() }))).toBe('not_allowed');
    const { data: rows } = await fresh.service.from('audit').select('act').order('seq');
    expect(rows?.map(({ act }) => act)).toEqual(['staff.certify', 'staff.certify', 'staff.revoke']);
    await fresh.close();
  });

  test('a code of the second factor and a recovery code open once, also for ten at once', async () => {
    const sealed_secret = 'v1.bm9uY2U.dGFn.dGV4dA';
    const code_hash = randomBytes(32).toString('hex');
    await database.service.from('second_factors').insert({ staff_id: dana.id, sealed_secret }).throwOnError();
    await database.service.from('recovery_codes').insert({ staff_id: dana.id, code_hash }).throwOnError();
    const ten = async (act: () => PromiseLike<{ data: unknown }>) =>
      (await Promise.all(Array.from({ length: 10 }, act))).filter(({ data }) => data === true).length;
    expect(await ten(() => database.service.rpc('spend_totp_step', { staff_id: dana.id, step: 58_000_000 }))).toBe(1);
    expect(await ten(() => database.service.rpc('spend_totp_step', { staff_id: dana.id, step: 57_999_999 }))).toBe(0);
    expect(await ten(() => database.service.rpc('spend_recovery_code', { staff_id: dana.id, code_hash }))).toBe(1);
  });
});
