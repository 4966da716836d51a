import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Night, newCase, openNight } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { hire, type PersonInTest } from '../support/people.ts';

/** The server behind the browser's check: it takes nobody's word for it. */
let house: House;
let night: Night;
let dana: PersonInTest;
const room = 'starting';
const NUMBER = 'Мой номер 8 701 000 12 34, звоните';

beforeAll(async () => {
  house = await openHouse();
  night = await openNight(house);
  dana = await night.desk(await hire(house, 'Dana', 'moderator'));
});
afterAll(async () => {
  await night.end();
  await house.close();
});

test('a client without the check, or one that says it has checked: the room sees no number', async () => {
  const timur = await night.inRoom('ru');
  const aigul = await night.inRoom('kk');
  const raw = (input: object) => timur.socket.emitWithAck('message:send', { room, text: NUMBER, ...input });
  const claims = ['checked', 'looked', 'masked', 'safe'].map((name, at) =>
    raw({ id: `message-claim-${at}`, [name]: true }),
  );
  const replies = [await raw({ id: 'message-plain' }), ...(await Promise.all(claims))];
  expect(replies[0]).toMatchObject({ ok: true, data: { masked: true, text: 'Мой номер •••, звоните' } });
  await timur.must('message:send', { room, id: 'message-last', text: 'Сегодня легче' });
  const heard: string[] = [];
  while (!heard.at(-1)?.includes('Сегодня легче')) heard.push(JSON.stringify(await aigul.hears('entries')));
  expect(heard.join()).toContain('Мой номер •••, звоните');
  expect(heard.join()).not.toContain('701');
});

test('what was masked on the device is sent as it stands, and is no case', async () => {
  const timur = await night.inRoom('ru');
  const text = 'Мой номер •••, звоните';
  const sent = await timur.must('message:send', { room, id: 'message-1', text });
  expect(sent).toMatchObject({ state: 'sent' });
  expect(sent).not.toHaveProperty('masked');
  await timur.must('message:send', { room, id: 'message-2', text: 'Он не дышит' });
  expect((await newCase(dana, 'care')).about?.name).toBe(timur.name);
  expect((await dana.must('desk:open', {})).cases).toHaveLength(1);
});
