import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BACK_ENDS, freshDatabase, type TestDatabase } from '../support/postgres.ts';

const HOUR = 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();

describe.each(BACK_ENDS)('acts that come late or twice, on %s', (backEnd) => {
  let database: TestDatabase;
  type Person = Awaited<ReturnType<TestDatabase['person']>>;
  let dana: Person;
  let saule: Person;
  const open = async () =>
    String((await database.service.rpc('open_case', { kind: 'report', room: 'starting' }).throwOnError()).data);
  const row = async (id: string) => (await database.service.from('cases').select('*').eq('id', id).single()).data;
  const audit = async (subject: string) =>
    (await database.service.from('audit').select('*').eq('subject', subject).order('seq').throwOnError()).data ?? [];
  const late = (id: string, act: string, input: object, staff_id = dana.id, taken_at = at(-HOUR)) =>
    database.service.rpc('write_late_act', { id, act, input, staff_id, taken_at });

  beforeAll(async () => {
    database = await freshDatabase(backEnd);
    const moderator = { role: 'moderator', certified_until: at(HOUR) } as const;
    dana = await database.person({ ...moderator, room_groups: ['main'] });
    saule = await database.person({ ...moderator, room_groups: ['families'] });
  });
  afterAll(() => database.close());

  test('one act asked for by ten at once, by its person and by the server, is done once', async () => {
    const subject = `starting:${randomUUID()}`;
    const act = { id: randomUUID(), act: 'write_audit', input: { act: 'room.lock', subject_kind: 'room', subject } };
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => dana.client.rpc('write_act', act)),
      ...Array.from({ length: 5 }, () => late(act.id, act.act, act.input)),
    ]);
    expect(answers.filter(({ error }) => error)).toEqual([]);
    expect(answers.filter(({ data }) => data === true || data === 'written')).toHaveLength(1);
    expect(await audit(subject)).toMatchObject([{ act: 'room.lock', actor: dana.id, actor_role: 'moderator' }]);
  });

  test('a late act stands in the name of its person, at its own time, and says that it is late', async () => {
    const id = await open();
    expect((await late(randomUUID(), 'claim_case', { id })).data).toBe('written');
    expect((await late(randomUUID(), 'decide_case', { id, decision: 'no_action' })).data).toBe('written');
    const decided = await row(id);
    expect(decided).toMatchObject({ decision: 'no_action', decided_by: dana.id });
    expect(Date.now() - Date.parse(decided?.decided_at ?? '')).toBeGreaterThan(HOUR - 1000);
    const notes = await audit(id);
    expect(notes.map(({ act, actor }) => [act, actor])).toEqual([
      ['case.claim', dana.id],
      ['case.decide', dana.id],
    ]);
    for (const { details } of notes) expect(details).toMatchObject({ taken: expect.any(Number) });
    // The call leaves nothing behind: the next one is the server's own again.
    await database.service.rpc('write_audit', { act: 'sample.act', subject: id }).throwOnError();
    expect((await audit(id)).at(-1)).toMatchObject({ actor: null, details: {} });
  });

  test('their rights are asked for: another group, a removed volunteer, an unknown act are refused, and that is noted', async () => {
    const id = await open();
    const leaving = await database.person({ role: 'moderator', certified_until: at(HOUR), room_groups: ['main'] });
    await database.service.from('staff').update({ active: false }).eq('id', leaving.id).throwOnError();
    const tries = [
      [saule.id, 'claim_case', { id }, 'not_found'],
      [leaving.id, 'claim_case', { id }, 'not_allowed'],
      [randomUUID(), 'claim_case', { id }, 'not_allowed'],
      [dana.id, 'remove_staff', { staff_id: saule.id }, 'bad_input'],
      [dana.id, 'claim_case', { id: 'nonsense' }, '22P02'],
    ] as const;
    for (const [staff, act, input, code] of tries) {
      const key = randomUUID();
      expect((await late(key, act, input, staff)).data).toBe('refused');
      expect((await late(key, act, input, staff)).data).toBe('before');
      expect(await audit(key)).toMatchObject([{ act: 'act.refused', actor: null, details: { act, code, staff } }]);
    }
    expect(await row(id)).toMatchObject({ claimed_by: null });
    expect((await database.service.rpc('verify_audit')).data).toMatchObject([{ broken_at: null }]);
  });

  test('a certificate counts at the moment of the act', async () => {
    const ended = await database.person({ role: 'moderator', certified_until: at(-HOUR / 2), room_groups: ['main'] });
    const [early, afterwards] = [await open(), await open()];
    expect((await late(randomUUID(), 'claim_case', { id: early }, ended.id)).data).toBe('written');
    expect((await late(randomUUID(), 'claim_case', { id: afterwards }, ended.id, at(-60_000))).data).toBe('refused');
  });

  test('a person acts for themselves alone', async () => {
    const { error } = await dana.client.rpc('write_late_act', {
      id: randomUUID(),
      act: 'write_audit',
      input: { act: 'sample.act' },
      staff_id: saule.id,
      taken_at: at(0),
    });
    expect(error?.code).toBe('42501');
    const refused = await saule.client.rpc('write_act', {
      id: randomUUID(),
      act: 'claim_case',
      input: { id: await open() },
    });
    expect(refused.error?.message).toBe('not_found');
  });
});
