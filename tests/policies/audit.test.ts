import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../server/ports/database.ts';
import { BACK_ENDS, freshDatabase, type TestDatabase } from '../support/postgres.ts';

const inAnHour = new Date(Date.now() + 3_600_000).toISOString();

describe.each(BACK_ENDS)('the audit on %s', (backEnd) => {
  let database: TestDatabase;
  let dana: { id: string; client: Client };
  let arman: { id: string; client: Client };

  beforeAll(async () => {
    database = await freshDatabase(backEnd);
    dana = await database.person({ role: 'moderator', certified_until: inAnHour });
    arman = await database.person({ role: 'lead', certified_until: inAnHour });
  });
  afterAll(() => database.close());

  const write = (client: Client, details = {}) =>
    client.rpc('write_audit', { act: 'message.remove', subject_kind: 'entry', subject: 'starting:7', details });
  const verify = async () => (await database.service.rpc('verify_audit').single().throwOnError()).data;

  test('the actor is the one who signed in, whatever is sent', async () => {
    const { data: seq } = await write(dana.client, { reason: 'contact', actor: arman.id }).throwOnError();
    const { data: row } = await arman.client.from('audit').select('*').eq('seq', Number(seq)).single();
    expect(row).toMatchObject({
      actor: dana.id,
      actor_role: 'moderator',
      act: 'message.remove',
      subject: 'starting:7',
    });
    const { data: own } = await write(database.service).throwOnError();
    const { data: byServer } = await arman.client.from('audit').select('*').eq('seq', Number(own)).single();
    expect(byServer).toMatchObject({ actor: null, actor_role: null });
  });

  test('no sentence fits into it', async () => {
    const refused = await Promise.all([
      write(dana.client, { text: 'he wrote something' }),
      write(dana.client, { text: 'ол жазды' }),
      write(dana.client, { deep: { text: 'x' } }),
      write(dana.client, { many: ['x'] }),
      dana.client.rpc('write_audit', { act: 'message.remove', subject: 'a sentence' }),
      dana.client.rpc('write_audit', { act: 'some words' }),
    ]);
    expect(refused.map(({ error }) => error === null)).toEqual(refused.map(() => false));
  });

  test('twenty writers at once make one chain', async () => {
    const before = Number((await verify())?.entries);
    await Promise.all(Array.from({ length: 20 }, (_, at) => write(at % 2 ? dana.client : arman.client).throwOnError()));
    expect(await verify()).toMatchObject({ entries: before + 20, broken_at: null, head_seq: before + 20 });
  });

  test('nobody changes or deletes a row, not even the server or the owner', async () => {
    await write(dana.client).throwOnError();
    for (const client of [database.anon, dana.client, arman.client, database.service]) {
      const changed = await client.from('audit').update({ act: 'other.act' }).gte('seq', 0).select();
      const deleted = await client.from('audit').delete().gte('seq', 0).select();
      const inserted = await client.from('audit').insert({ act: 'other.act' } as never);
      expect([changed.error?.code, deleted.error?.code, inserted.error?.code]).toEqual(['42501', '42501', '42501']);
    }
    const { sql } = database.lite;
    for (const statement of [
      "update public.audit set act = 'other.act'",
      'delete from public.audit',
      'truncate public.audit',
      "set local role service_role; update public.audit set act = 'other.act'",
      'set local role service_role; truncate public.audit',
    ]) {
      await expect(sql.transaction(statement), statement).rejects.toThrow();
      await expect(database.asSuperuser(statement), statement).rejects.toThrow();
    }
    expect(await verify()).toMatchObject({ broken_at: null });
  });

  test.each([
    ['a changed row', "update public.audit set subject = 'starting:8' where seq = 3", 3],
    [
      'a changed row with a fresh hash',
      "update public.audit set subject = 'starting:8' where seq = 3; update public.audit a set hash = private.audit_hash(a) where seq = 3",
      4,
    ],
    ['a row taken out', 'delete from public.audit where seq = 3', 4],
    ['the beginning cut off', 'delete from public.audit where seq < 3', 3],
  ])('verification notices %s, done past the triggers', async (_, tampering, brokenAt) => {
    const { sql } = database.lite;
    const [{ head } = {}] = await sql.query('select max(seq) as head from public.audit');
    await database.asSuperuser(`create table public.copy as select * from public.audit;
      set local session_replication_role = replica; ${tampering}`);
    const found = await verify();
    await database.asSuperuser(`set local session_replication_role = replica;
      delete from public.audit; insert into public.audit select * from public.copy; drop table public.copy`);
    expect(found).toMatchObject({ broken_at: brokenAt, head_seq: Number(head) });
    expect(await verify()).toMatchObject({ broken_at: null });
  });

  test('a cut-off end shows in the head that was noted', async () => {
    const noted = await verify();
    await database.asSuperuser(`create table public.copy as select * from public.audit;
      set local session_replication_role = replica; delete from public.audit where seq = ${noted?.head_seq}`);
    const found = await verify();
    await database.asSuperuser(`set local session_replication_role = replica;
      delete from public.audit; insert into public.audit select * from public.copy; drop table public.copy`);
    expect(found?.head_hash).not.toBe(noted?.head_hash);
    expect(found?.head_seq).toBe(Number(noted?.head_seq) - 1);
  });
});
