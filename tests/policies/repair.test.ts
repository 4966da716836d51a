import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BACK_ENDS, freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { call, listing } from './rights.ts';

type Person = Awaited<ReturnType<TestDatabase['person']>>;
const certified_until = new Date(Date.now() + 3_600_000).toISOString();
const NUMBER = { number: '+7 (727) 382-36-21', dial: '+77273823621', remark: '' };
const OTHER = { number: '+7 (727) 382-34-62', dial: '+77273823462', remark: '' };

describe.each(BACK_ENDS)('a directory that is kept true, on %s', (backEnd) => {
  let database: TestDatabase;
  let dana: Person;
  let erlan: Person;
  let bota: Person;
  let entry: string;

  beforeAll(async () => {
    database = await freshDatabase(backEnd);
    dana = await database.person({ role: 'moderator', room_groups: ['main'], certified_until });
    erlan = await database.person({ role: 'moderator', room_groups: ['families'], certified_until });
    bota = await database.person({ role: 'coordinator' });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const row: Record<string, unknown> = { ...listing('published'), phones: [NUMBER] };
    entry = String(row.id);
    await database.service
      .from('listings')
      .insert(row as never)
      .throwOnError();
  });

  const report = async (counted: boolean, more: object = {}) => {
    const args = { entry_kind: 'listing', entry, reason: 'not_working', phone: NUMBER.dial, counted } as const;
    return database.service.rpc('report_entry', { ...args, ...more });
  };
  const held = async () =>
    (await database.service.from('listings').select('*').eq('id', entry).single().throwOnError()).data;
  const openRepair = async () =>
    (await bota.client.from('repairs').select('*').eq('entry', entry).is('decided_at', null).maybeSingle()).data;
  const heard = (who: Person, outcome: 'works' | 'no_answer' | 'wrong' | 'closed', phones?: (typeof NUMBER)[]) =>
    who.client.rpc('record_call', { entry_kind: 'listing', entry, outcome, ...(phones ? { phones } : {}) });
  const waiting = async () =>
    (
      await dana.client
        .from('entry_calls')
        .select('id')
        .eq('entry', entry)
        .is('confirmed_at', null)
        .is('ended_at', null)
    ).data?.[0]?.id ?? '';
  const today = () => new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);

  test('reports are numbers in one row; the third that counts marks the entry, and anybody sees it', async () => {
    expect((await report(true)).data).toBe(false);
    expect((await report(true, { reason: 'closed', phone: '' })).data).toBe(false);
    expect((await held()).checking_since).toBeNull();
    expect((await report(true, { reason: 'other', phone: '' })).data).toBe(true);
    expect((await report(true)).data).toBe(false);
    expect(await openRepair()).toMatchObject({
      not_working: 2,
      closed: 1,
      other: 1,
      counted: 4,
      phones: [NUMBER.dial],
    });
    const { data } = await database.anon.from('listings').select('checking_since').eq('id', entry).single();
    expect(data?.checking_since).not.toBeNull();
    // The hour, no finer.
    expect((await openRepair())?.opened_at).toMatch(/:00:00/);
  });

  test('reports that do not count mark nothing, however many', async () => {
    for (let times = 0; times < 12; times += 1) expect((await report(false)).data).toBe(false);
    expect(await openRepair()).toMatchObject({ not_working: 12, counted: 0, marked_at: null });
    expect((await held()).checking_since).toBeNull();
  });

  test('an unknown entry, a strange number and a reason of their own are refused', async () => {
    expect((await report(true, { entry: 'nowhere' })).error?.message).toBe('not_found');
    expect((await report(true, { phone: '+77010001234' })).error?.message).toBe('bad_input');
    expect((await report(true, { reason: 'позвоните Асель' })).error?.message).toBe('bad_input');
    expect((await report(true, { phone: 'Асель' })).error?.message).toBe('bad_input');
    await database.service.from('listings').update({ status: 'hidden' }).eq('id', entry).throwOnError();
    expect((await report(true)).error?.message).toBe('not_found');
    expect(await openRepair()).toBeNull();
  });

  test('a repair is decided once; the mark goes, and a closed place is shown no more', async () => {
    for (let times = 0; times < 3; times += 1) await report(true);
    const { id } = (await openRepair()) ?? { id: '' };
    const decide = (decision: 'closed' | 'was_right') => bota.client.rpc('decide_repair', { id, decision });
    expect((await decide('closed')).error).toBeNull();
    expect((await decide('was_right')).error?.message).toBe('already_decided');
    expect(await held()).toMatchObject({ status: 'closed', checking_since: null });
    const { data } = await database.anon.rpc('repair_figures');
    expect(data?.[0]?.decided).toBeGreaterThan(0);
    expect(data?.[0]?.median_hours).toBeGreaterThanOrEqual(0);
  });

  test('one calls, another confirms; only then the entry says when it was called', async () => {
    expect((await heard(dana, 'works')).data).toBe('waiting');
    expect((await held()).called_on).toBeNull();
    const call = await waiting();
    expect((await dana.client.rpc('confirm_call', { call, works: true })).error?.message).toBe('not_allowed');
    expect((await heard(dana, 'works')).data).toBe('waiting');
    expect((await held()).called_on).toBeNull();
    expect((await heard(erlan, 'works')).data).toBe('confirmed');
    expect((await held()).called_on).toBe(today());
  });

  test('nobody sets the day of a call, the mark or a number by themselves, past every function', async () => {
    for (const change of [{ called_on: '2026-11-25' }, { checking_since: new Date().toISOString() }]) {
      const { error } = await bota.client.from('listings').update(change).eq('id', entry);
      expect(error?.code).toBe('42501');
    }
    const brought = await bota.client
      .from('listings')
      .update({ phones: [NUMBER, OTHER] })
      .eq('id', entry);
    expect(brought.error?.message).toBe('not_allowed');
    const own = { ...call(dana.id, entry), confirmed_by: dana.id, confirmed_at: new Date().toISOString() };
    const columns = Object.keys(own);
    const places = columns.map((_, at) => `$${at + 1}`);
    await expect(
      database.lite.sql.query(`insert into public.entry_calls (${columns}) values (${places})`, Object.values(own)),
    ).rejects.toThrow(/check/);
    expect(await held()).toMatchObject({ called_on: null, checking_since: null, phones: [NUMBER] });
  });

  test('another number comes by two people too; taking one away needs one', async () => {
    expect((await heard(dana, 'works', [OTHER])).data).toBe('waiting');
    expect((await held()).phones).toEqual([NUMBER]);
    // The old number is another word: it takes the place of the first, and waits itself.
    expect((await heard(erlan, 'works')).data).toBe('waiting');
    expect((await heard(dana, 'works', [OTHER])).data).toBe('waiting');
    expect((await erlan.client.rpc('confirm_call', { call: await waiting(), works: true })).error).toBeNull();
    expect(await held()).toMatchObject({ phones: [OTHER], called_on: today() });
    await bota.client.from('listings').update({ phones: [] }).eq('id', entry).throwOnError();
    expect(await held()).toMatchObject({ phones: [], called_on: null });
  });

  test('the second person may find otherwise, and a number that changed meanwhile was not called', async () => {
    await heard(dana, 'works');
    await erlan.client.rpc('confirm_call', { call: await waiting(), works: false }).throwOnError();
    expect((await held()).called_on).toBeNull();
    await heard(dana, 'works');
    const call = await waiting();
    await database.service
      .from('listings')
      .update({ phones: [OTHER] })
      .eq('id', entry)
      .throwOnError();
    const late = await erlan.client.rpc('confirm_call', { call, works: true });
    expect(late.error?.message).toBe('already_decided');
  });

  test('a volunteer who finds it wrong is believed: readers are told, an editor decides', async () => {
    expect((await heard(dana, 'wrong')).data).toBe('recorded');
    expect((await held()).checking_since).not.toBeNull();
    expect(await openRepair()).toMatchObject({ called: 1, not_working: 0 });
    expect((await database.anon.rpc('repair_figures')).data?.[0]).toBeDefined();
  });

  test('who changed what is kept, field by field', async () => {
    await bota.client.from('listings').update({ hours: 'Mon-Fri', cost: 'free' }).eq('id', entry).throwOnError();
    const { data } = await bota.client.from('entry_history').select('*').eq('entry', entry).order('field');
    expect(data).toMatchObject([
      { field: 'cost', old_value: '', new_value: 'free', changed_by: bota.id, changed_role: 'coordinator' },
      { field: 'hours', old_value: '', new_value: 'Mon-Fri', changed_by: bota.id },
    ]);
  });

  test('the calling list: who waits for a second person, what is doubted, then stalest and most read; never 112', async () => {
    const add = async (more: object) => {
      const row: Record<string, unknown> = { ...listing('published'), phones: [NUMBER], ...more };
      await database.service
        .from('listings')
        .insert(row as never)
        .throwOnError();
      return String(row.id);
    };
    await database.lite.sql.query('delete from public.listings');
    const fresh = await add({ read_on: today() });
    const old = await add({ read_on: '2026-01-01' });
    const read = await add({ read_on: '2026-01-01' });
    entry = await add({ read_on: '2026-11-01' });
    const pending = entry;
    await database.service.rpc('count_views', { counts: { [read]: 40, nowhere: 5 } }).throwOnError();
    await heard(dana, 'works');
    entry = await add({});
    await heard(dana, 'wrong');
    await database.lite.sql.query(
      "update public.entry_calls set called_at = now() - interval '2 days' where entry = $1",
      [entry],
    );
    const line = { id: 'kz-112', position: 1, number: '112', publish: 'yes' as const, confidence: 'high' as const };
    const source = { source_url: 'https://example.com/', read_on: '2026-01-01' };
    await database.service
      .from('helplines')
      .insert({ ...line, ...source })
      .throwOnError();
    await database.service.from('leads').insert({ id: 'lead-1', name_ru: 'Зов' }).throwOnError();
    const list = async (who: Person) =>
      ((await who.client.rpc('calling_list', {}).throwOnError()).data ?? []).map((row) => row.entry);
    expect(await list(erlan)).toEqual([pending, entry, read, old, fresh, 'lead-1']);
    // One's own call is for somebody else to confirm.
    expect(await list(dana)).toEqual([entry, read, old, fresh, pending, 'lead-1']);
  });

  test('what was called today is not called again today', async () => {
    await heard(dana, 'no_answer');
    const { data } = await erlan.client.rpc('calling_list', { most: 200 }).throwOnError();
    expect(data?.map((row) => row.entry)).not.toContain(entry);
  });
});
