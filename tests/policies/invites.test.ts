import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { BACK_ENDS, freshDatabase, type TestDatabase } from '../support/postgres.ts';

const newHash = () => createHash('sha256').update(randomBytes(32)).digest('hex');

describe.each(BACK_ENDS)('invites on %s', (backEnd) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase(backEnd);
  });
  afterAll(() => database.close());

  const redeem = async (token_hash: string, working_name: string) => {
    const { id: user_id } = await database.person(null);
    const { data, error } = await database.service.rpc('redeem_invite', { token_hash, user_id, working_name });
    return data ?? error?.message;
  };

  test('the first coordinator comes by the setup link, once, certified for thirty days', async () => {
    const older = newHash();
    const token = newHash();
    await database.service.rpc('create_setup_link', { token_hash: older }).throwOnError();
    await database.service.rpc('create_setup_link', { token_hash: token }).throwOnError();
    expect(await redeem(older, 'Aigul')).toBe('link_used');
    expect((await database.service.rpc('open_link', { token_hash: token }).single()).data).toMatchObject({
      kind: 'setup',
    });
    expect(await redeem(token, 'Aigul')).toBe('coordinator');
    expect(await redeem(token, 'Timur')).toBe('link_used');
    expect((await database.service.rpc('open_link', { token_hash: token })).data).toEqual([]);

    const { data: row } = await database.service.from('staff').select('*').eq('working_name', 'Aigul').single();
    expect(row).toMatchObject({
      role: 'coordinator',
      founding: true,
      room_groups: ['families', 'main', 'qazaqsha', 'youth'],
    });
    const life = Date.parse(row?.certified_until ?? '') - Date.parse(row?.created_at ?? '');
    expect(life).toBe(LIMITS.foundingCertificate);

    const again = await database.service.rpc('create_setup_link', { token_hash: newHash() });
    expect(again.error?.message).toBe('taken');
    const { data: rows } = await database.service.from('audit').select('act, details').order('seq');
    expect(rows?.map(({ act }) => act)).toEqual(['setup.create', 'setup.create', 'staff.join']);
    expect(rows?.[2]?.details).toMatchObject({ founding: true });
  });

  test('an invited person becomes a trainee with what the invite says; a used, ended or unknown link is refused', async () => {
    const bota = await database.person({ role: 'coordinator' });
    const [token, old, revoked] = [newHash(), newHash(), newHash()];
    const invite = (token_hash: string) =>
      bota.client.rpc('create_invite', { token_hash, languages: ['kk'], room_groups: ['families'] }).throwOnError();
    await invite(token);
    await invite(old);
    const { data: id } = await invite(revoked);
    await database.lite.sql.query(
      "update public.invites set expires_at = now() - interval '1 second' where token_hash = $1",
      [old],
    );
    await bota.client.rpc('revoke_invite', { id: String(id) }).throwOnError();

    expect(await redeem(token, 'Dana')).toBe('trainee');
    expect(await redeem(token, 'Dana 2')).toBe('link_used');
    expect(await redeem(old, 'Dana 3')).toBe('link_used');
    expect(await redeem(revoked, 'Dana 4')).toBe('link_used');
    expect(await redeem(newHash(), 'Dana 5')).toBe('link_used');
    const { data: rows } = await database.service.from('staff').select('*').eq('working_name', 'Dana');
    expect(rows).toMatchObject([
      { role: 'trainee', languages: ['kk'], room_groups: ['families'], certified_until: null },
    ]);
  });

  test('a working name is taken once; the link stays for another try', async () => {
    const bota = await database.person({ role: 'coordinator', working_name: 'Aliya' });
    const token = newHash();
    await bota.client.rpc('create_invite', { token_hash: token, languages: [], room_groups: [] }).throwOnError();
    expect(await redeem(token, 'aliya')).toBe('taken');
    expect(await redeem(token, 'Aliya of the evening')).toBe('trainee');
  });

  test('one link redeemed by ten at once makes one person', async () => {
    const bota = await database.person({ role: 'coordinator' });
    const token = newHash();
    await bota.client.rpc('create_invite', { token_hash: token, languages: [], room_groups: [] }).throwOnError();
    const tries = await Promise.all(Array.from({ length: 10 }, (_, at) => redeem(token, `Volunteer ${at}`)));
    expect(tries.sort()).toEqual([...Array(9).fill('link_used'), 'trainee']);
  });

  test('the hash of a token cannot be read, nor a link used for another purpose', async () => {
    const bota = await database.person({ role: 'coordinator' });
    const token = newHash();
    await database.service.rpc('create_recovery_link', { token_hash: token, staff_id: bota.id }).throwOnError();
    const hashes = await bota.client.from('invites').select('token_hash' as 'id');
    expect(hashes.error?.code).toBe('42501');
    expect(await redeem(token, 'Timur')).toBe('link_used');
    const recovered = await database.service.rpc('redeem_recovery', { token_hash: token });
    expect(recovered.data).toBe(bota.id);
    expect((await database.service.rpc('redeem_recovery', { token_hash: token })).error?.message).toBe('link_used');
  });
});
