import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Night, newCase, openNight, says, saysInLog } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { hire } from '../support/people.ts';

/**
 * Promise 3: no guest's text ever enters Postgres. After every way that words take through the house, each file of the
 * database (tables, indexes and the write-ahead log) is searched for them, and for sessions and given names.
 */
let house: House;
let night: Night;
const room = 'starting';

beforeAll(async () => {
  house = await openHouse();
  night = await openNight(house);
});
afterAll(async () => {
  rmSync(house.folder, { recursive: true, force: true });
});

function filesWith(folder: string, words: string): string[] {
  const wanted = Buffer.from(words);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(wanted));
}

test('reported, held, refused, masked, appealed: none of the words is in any file of the database', async () => {
  const dana = await night.desk(await hire(house, 'Dana', 'moderator'));
  const erlan = await night.desk(await hire(house, 'Erlan', 'moderator'), 'off');
  const aigul = await night.inRoom('kk');
  const timur = await night.inRoom('ru');
  const seq = await saysInLog(timur, 'Слова-доносимые-1');
  const asel = await night.inRoom('en');
  await asel.must('report:make', { room, seq, reason: 'cruel' });
  const { id } = await newCase(dana, 'report');
  await dana.must('case:open', { id });
  const { sanction } = await dana.must('case:decide', {
    id,
    decision: 'sanctioned',
    sanction: 'mute_1h',
    reason: 'insult',
  });
  await says(timur, 'Он не дышит, слова-тревожные-2');
  const care = await newCase(dana, 'care');
  await dana.must('case:open', { id: care.id });
  await timur.must('appeal:make', { sanction: sanction?.id ?? '' });
  const appeal = await newCase(erlan, 'appeal');
  await erlan.must('appeal:decide', { id: appeal.id, decision: 'lifted' });
  await says(aigul, 'Пиши мне 8 701 000 12 34, слова-личные-3');
  await dana.must('duty:end', {});
  await says(aigul, 'Слова-ждущие-4');
  const { added } = await dana.hears('desk:held', (frame) => frame.added !== undefined);
  await dana.must('held:decide', { heldId: added?.heldId ?? '', decision: 'remove', reason: 'off_topic' });
  const { hashToken } = await import('../../server/sessions/start.ts');
  // The search finds what is there: ids and codes are.
  const { asService } = house.supabase;
  const row = await asService().from('cases').select('about').eq('id', id).single();
  await night.end();
  await house.supabase.close();
  expect(row.data?.about).toBe(timur.member);
  for (const known of [timur.member, care.id, 'mute_1h']) expect(filesWith(house.folder, known)).not.toEqual([]);
  const secret = [
    'доносимые',
    'тревожные',
    'личные',
    'ждущие',
    'не дышит',
    '701 000',
    timur.name,
    aigul.name,
    hashToken(timur.token),
    hashToken(aigul.token),
    hashToken(asel.token),
    asel.member,
  ];
  for (const words of secret) expect({ words, files: filesWith(house.folder, words) }).toEqual({ words, files: [] });
});
