import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../server/ports/database.ts';
import { BACK_ENDS, freshDatabase, type TestDatabase } from '../support/postgres.ts';

const certified_until = new Date(Date.now() + 3_600_000).toISOString();
const code = () => randomBytes(32).toString('hex');
const sealed_secret = 'v1.bm9uY2U.dGFn.dGV4dA';
const said = ({ error }: { error: { message: string } | null }): string => error?.message ?? 'done';

describe.each(BACK_ENDS)('staff on %s', (backEnd) => {
  let database: TestDatabase;
  let bolat: { id: string; client: Client };
  let saule: { id: string; client: Client };
  const staffRow = async (id: string) =>
    (await database.service.from('staff').select('*').eq('id', id).single().throwOnError()).data;
  const acts = async (subject: string) =>
    (await database.service.from('audit').select('act').eq('subject', subject).order('seq')).data?.map(
      ({ act }) => act,
    );

  beforeAll(async () => {
    database = await freshDatabase(backEnd);
    bolat = await database.person({ role: 'coordinator' });
    saule = await database.person({ role: 'lead', certified_until });
  });
  afterAll(() => database.close());

  test('a lead or coordinator without a second factor has no rights, and has them once it is set', async () => {
    const lead = await database.person({ role: 'lead', certified_until, second_factor_at: null });
    const founder = await database.person({
      role: 'coordinator',
      founding: true,
      certified_until,
      second_factor_at: null,
    });
    const dias = await database.person({ role: 'trainee', second_factor_at: null });
    const tries = async () => [
      said(await lead.client.rpc('write_audit', { act: 'sample.act' })),
      said(await lead.client.rpc('verify_audit')),
      said(await founder.client.rpc('create_invite', { token_hash: code(), languages: [], room_groups: [] })),
    ];
    expect(await tries()).toEqual(['not_allowed', 'not_allowed', 'not_allowed']);
    expect((await lead.client.from('staff').select('id')).data).toEqual([{ id: lead.id }]);
    expect(said(await dias.client.rpc('write_audit', { act: 'sample.act' }))).toBe('done');
    for (const { id } of [lead, founder])
      await database.service
        .rpc('set_second_factor', { staff_id: id, sealed_secret, step: 58_000_000, code_hashes: [code()] })
        .throwOnError();
    expect(await tries()).toEqual(['done', 'done', 'done']);
    await database.service.rpc('clear_second_factor', { staff_id: lead.id }).throwOnError();
    expect((await tries())[0]).toBe('not_allowed');
    expect(await acts(lead.id)).toEqual(['factor.codes', 'factor.set', 'factor.clear']);
  });

  test('a new second factor ends the earlier codes and sessions; its first code is spent', async () => {
    const { id } = await database.person({ role: 'moderator' });
    const [first, second] = [code(), code()];
    const set = (step: number, hash: string) =>
      database.service.rpc('set_second_factor', { staff_id: id, sealed_secret, step, code_hashes: [hash] });
    expect((await set(100, first)).data).toBe(1);
    expect((await set(90, second)).data).toBe(2);
    const spend = async (step: number) => (await database.service.rpc('spend_totp_step', { staff_id: id, step })).data;
    expect([await spend(100), await spend(101), await spend(101)]).toEqual([false, true, false]);
    const open = async (code_hash: string) =>
      (await database.service.rpc('spend_recovery_code', { staff_id: id, code_hash })).data;
    expect([await open(first), await open(second), await open(second)]).toEqual([false, true, false]);
  });

  test('all sessions end by their owner, by a coordinator, by the server; by nobody else', async () => {
    const dana = await database.person({ role: 'moderator', certified_until });
    const sessionsOf = async () =>
      (await database.lite.sql.query('select from auth.sessions where user_id = $1', [dana.id])).length;
    expect(await sessionsOf()).toBe(1);
    expect(said(await saule.client.rpc('end_sessions', { staff_id: dana.id }))).toBe('not_allowed');
    expect(said(await database.anon.rpc('end_sessions', { staff_id: dana.id }))).not.toBe('done');
    expect([await sessionsOf(), (await staffRow(dana.id)).session_epoch]).toEqual([1, 0]);
    for (const client of [dana.client, bolat.client, database.service])
      await client.rpc('end_sessions', { staff_id: dana.id }).throwOnError();
    expect([await sessionsOf(), (await staffRow(dana.id)).session_epoch]).toEqual([0, 3]);
  });

  test('removal takes rights, sessions, second factor and recovery codes', async () => {
    const marat = await database.person({ role: 'lead', certified_until });
    await database.service
      .rpc('set_second_factor', { staff_id: marat.id, sealed_secret, step: 1, code_hashes: [code()] })
      .throwOnError();
    expect(said(await saule.client.rpc('remove_staff', { staff_id: marat.id }))).toBe('not_allowed');
    await bolat.client.rpc('remove_staff', { staff_id: marat.id }).throwOnError();
    expect(await staffRow(marat.id)).toMatchObject({ active: false, second_factor_at: null, certified_until: null });
    expect((await marat.client.from('staff').select('id')).data).toEqual([]);
    const left = await database.lite.sql.query(
      `select (select count(*) from public.second_factors where staff_id = $1)
        + (select count(*) from public.recovery_codes where staff_id = $1)
        + (select count(*) from auth.sessions where user_id = $1) as left`,
      [marat.id],
    );
    expect(Number(left[0]?.left)).toBe(0);
  });

  test('leads and coordinators assign others; nobody vets themselves for youth rooms', async () => {
    const dana = await database.person({ role: 'moderator', certified_until });
    const assign = async (by: Client, staff_id: string, youth_vetted: boolean) =>
      said(await by.rpc('assign_staff', { staff_id, languages: ['kk'], room_groups: ['youth'], youth_vetted }));
    expect(await assign(saule.client, dana.id, true)).toBe('done');
    expect(await staffRow(dana.id)).toMatchObject({ youth_vetted: true, room_groups: ['youth'], languages: ['kk'] });
    expect(await assign(dana.client, dana.id, false)).toBe('not_allowed');
    expect(await assign(saule.client, saule.id, false)).toBe('not_allowed');
    expect(await assign(bolat.client, bolat.id, true)).toBe('not_allowed');
    expect(await assign(bolat.client, bolat.id, false)).toBe('done');
    expect(await assign(saule.client, bolat.id, true)).toBe('done');
    expect(await assign(bolat.client, bolat.id, true)).toBe('done');
  });

  test('a certificate keeps which parts of the course were gone through', async () => {
    const dias = await database.person({ role: 'trainee' });
    const certify = (units: string[]) =>
      saule.client.rpc('certify_staff', { staff_id: dias.id, ends_at: certified_until, units });
    expect(said(await certify(['rules', 'no words here']))).not.toBe('done');
    expect(await staffRow(dias.id)).toMatchObject({ role: 'trainee', certified_until: null });
    expect(said(await certify(['rules', 'crisis']))).toBe('done');
    expect(said(await certify(['crisis', 'breaks']))).toBe('done');
    const { data } = await dias.client.from('course_progress').select('unit').order('unit');
    expect(data?.map(({ unit }) => unit)).toEqual(['breaks', 'crisis', 'rules']);
  });
});
