import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CaseCard } from '../../shared/events.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { atDesk, hire, type PersonInTest, type StaffInTest } from '../support/people.ts';
import { closeScreens, openScreen, PHONE, type Screen, smallTargets } from '../support/screen.ts';

/** A guest's side of safety, in Chromium; the volunteers answer over their sockets. */
let house: House;
let node: TestNode;
let browser: Browser;
let dana: StaffInTest;
let marat: StaffInTest;
const screens: Screen[] = [];
const desks: PersonInTest[] = [];
const ROOM = { name: 'Тянет прямо сейчас', id: 'cravings' };

beforeAll(async () => {
  house = await openHouse();
  dana = await hire(house, 'Dana', 'moderator');
  marat = await hire(house, 'Marat', 'moderator');
  browser = await openBrowser();
});
beforeEach(async () => {
  node = await startNode(house);
});
afterEach(async () => {
  await closeScreens(screens);
  for (const desk of desks.splice(0)) desk.close();
  await node.close();
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

async function onDuty(staff: StaffInTest): Promise<PersonInTest> {
  const desk = await atDesk(node, staff);
  desks.push(desk);
  await desk.must('desk:open', {});
  await desk.must('duty:start', {});
  return desk;
}

/** The next case of this kind that this desk hears of. */
async function hearsCase(desk: PersonInTest, kind: CaseCard['kind']): Promise<CaseCard> {
  const { added } = await desk.hears('case', (frame) => frame.added?.kind === kind);
  if (!added) throw new Error(`no case of kind ${kind}`);
  return added;
}

async function list(): Promise<Page> {
  const screen = await openScreen(browser, PHONE);
  screens.push(screen);
  await screen.page.goto(`${node.address}/ru/rooms`);
  await screen.page.locator('.room-card').first().waitFor();
  return screen.page;
}

async function guestIn(room = ROOM.name): Promise<Page> {
  const page = await list();
  await page.getByRole('button', { name: room, exact: true }).click();
  await page.locator('#composer').waitFor();
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#composer').fill(text);
  await page.locator('.composer button[type=submit]').click();
}

const bubble = (page: Page, text: string) => page.locator('.log .bubble-row', { hasText: text });

async function actionsOf(page: Page, text: string): Promise<void> {
  await bubble(page, text).first().waitFor();
  await bubble(page, text).first().locator('.bubble-more').click();
}

test('a report: the receipt at once, then the answer; the writer learns why the message is gone', async () => {
  const desk = await onDuty(dana);
  const aigul = await guestIn();
  const timur = await guestIn();
  await write(timur, 'вчера смотрел футбол до ночи');
  await actionsOf(aigul, 'футбол до ночи');
  await aigul.getByRole('button', { name: 'Сообщить' }).click();
  expect(await violations(aigul)).toEqual([]);
  await aigul.getByRole('button', { name: 'Унижает или угрожает' }).click();
  await aigul.getByText('Спасибо, волонтёр посмотрит.').waitFor();
  const { id } = await hearsCase(desk, 'report');
  await desk.must('case:claim', { id });
  await desk.must('case:decide', { id, decision: 'removed', reason: 'insult' });
  await aigul.getByText('Ответ на ваше обращение: меры приняты.').waitFor();
  await timur.getByText('Волонтёр убрал ваше сообщение. Причина: оскорбление.').waitFor();
  await aigul.getByText('1 сообщение убрано').waitFor();
  expect([await smallTargets(aigul), await violations(aigul)]).toEqual([[], []]);
});

test('an answer that came while the reporter was away is told on return', async () => {
  const desk = await onDuty(dana);
  const aigul = await guestIn();
  const timur = await guestIn();
  await write(timur, 'вчера смотрел футбол до ночи');
  await actionsOf(aigul, 'футбол до ночи');
  await aigul.getByRole('button', { name: 'Сообщить' }).click();
  await aigul.getByRole('button', { name: 'Продаёт или ищет вещества' }).click();
  await aigul.getByText('Спасибо, волонтёр посмотрит.').waitFor();
  const { id } = await hearsCase(desk, 'report');
  await aigul.goBack();
  await desk.must('case:decide', { id, decision: 'no_action' });
  await aigul.getByRole('button', { name: ROOM.name, exact: true }).click();
  await aigul.getByText('Ответ на ваше обращение: посмотрели, правила не нарушены.').waitFor();
  await aigul.getByRole('button', { name: 'Понятно' }).click();
  expect(await aigul.getByText('Ответ на ваше обращение').count()).toBe(0);
});

test('a volunteer can be reported too, and the case goes to leads alone', async () => {
  const desk = await onDuty(dana);
  const lead = await onDuty(await hire(house, 'Saule', 'lead'));
  const aigul = await guestIn();
  await desk.must('room:join', { room: ROOM.id });
  await desk.must('message:send', { room: ROOM.id, id: 'message-1', text: 'Я здесь, пишите' });
  await actionsOf(aigul, 'Я здесь, пишите');
  await aigul.getByRole('button', { name: 'Сообщить о волонтёре' }).click();
  await aigul.getByRole('button', { name: 'Просил номер или встречу' }).click();
  await aigul.getByText('Спасибо, волонтёр посмотрит.').waitFor();
  expect((await hearsCase(lead, 'volunteer')).reasons).toEqual(['asked_contact']);
  expect((await desk.must('desk:open', {})).cases.filter(({ kind }) => kind === 'volunteer')).toEqual([]);
});

test('a mute: its reason and end are seen; another volunteer lifts it after "another look"; the waiting message goes', async () => {
  const first = await onDuty(dana);
  const second = await onDuty(marat);
  const timur = await guestIn();
  await write(timur, 'одно и то же');
  // In the log: what only waits for the check in the browser stands on the writer's screen too.
  await timur.locator('.log .bubble:not(.bubble-waiting)', { hasText: 'одно и то же' }).waitFor();
  const { log } = await first.must('room:join', { room: ROOM.id });
  const message = log.entries.find((entry) => entry.kind === 'message');
  if (message?.kind !== 'message') throw new Error('no message');
  const { member } = message.by;
  await first.must('sanction:place', { room: ROOM.id, member, sanction: 'mute_1h', reason: 'flood' });
  await timur
    .getByText(/Волонтёр на время остановил ваши сообщения.*Причина: много одинаковых сообщений.*До:/)
    .waitFor();
  expect([await violations(timur), await smallTargets(timur)]).toEqual([[], []]);
  await write(timur, 'меня слышно?');
  await timur.getByText('Пока вы не можете писать.').waitFor();
  await timur.reload();
  await timur.getByText('Волонтёр на время остановил ваши сообщения').waitFor();
  await timur.getByRole('button', { name: 'Пусть посмотрит другой человек' }).click();
  await timur.getByText('Смотрит другой волонтёр.').waitFor();
  const { id } = await hearsCase(second, 'appeal');
  await second.must('appeal:decide', { id, decision: 'lifted' });
  await timur.getByText('Ограничение снято. Можно снова писать.').waitFor();
  await write(timur, 'меня слышно?');
  await timur.locator('.log .bubble:not(.bubble-waiting)', { hasText: 'меня слышно?' }).waitFor();
});

test('danger: the help card at once; the volunteer who comes is named', async () => {
  const desk = await onDuty(dana);
  const timur = await guestIn();
  await write(timur, 'он не дышит');
  await timur.getByText('Мы не видим, где вы.').waitFor();
  expect([await violations(timur), await smallTargets(timur)]).toEqual([[], []]);
  await timur.getByRole('button', { name: 'Позвать волонтёра' }).click();
  await timur.getByText('Мы сказали волонтёру.').waitFor();
  const { id } = await hearsCase(desk, 'care');
  await desk.must('case:claim', { id });
  await timur.getByText('Dana здесь и поговорит с вами.').waitFor();
});

test("a guest's own means: hide a person, take a message back, another name once, delete everything", async () => {
  await onDuty(dana);
  const aigul = await guestIn();
  const timur = await guestIn();
  await write(timur, 'слова Тимура');
  await actionsOf(aigul, 'слова Тимура');
  await aigul.getByRole('button', { name: 'Скрыть от меня' }).click();
  await aigul.getByText('1 скрытое сообщение').waitFor();
  expect(await bubble(aigul, 'слова Тимура').count()).toBe(0);
  await aigul.getByRole('button', { name: 'Показать снова' }).click();
  await bubble(aigul, 'слова Тимура').waitFor();

  await write(timur, 'лишнее');
  await actionsOf(timur, 'лишнее');
  await timur.getByRole('button', { name: 'Забрать назад' }).click();
  await timur.getByRole('button', { name: 'Да, забрать' }).click();
  await aigul.getByText('1 сообщение убрано').waitFor();

  await timur.getByRole('button', { name: /^О комнате/ }).click();
  const dialog = timur.getByRole('dialog');
  const named = dialog.getByText(/В этой комнате вас зовут/);
  const before = await named.textContent();
  await dialog.getByRole('button', { name: 'Сменить моё имя' }).click();
  await dialog.getByRole('button', { name: 'Сменить', exact: true }).click();
  await dialog.getByRole('button', { name: 'Сменить моё имя' }).waitFor();
  await expect.poll(() => named.textContent()).not.toBe(before);
  await dialog.getByRole('button', { name: 'Удалить всё моё' }).click();
  await dialog.getByRole('button', { name: 'Да, удалить' }).click();
  await aigul.getByText('2 сообщения убраны').waitFor();
});

test('the room for young people asks first; younger than 16 finds a page of their own', async () => {
  const page = await list();
  await page.getByRole('button', { name: 'Для молодых', exact: true }).click();
  await page.getByRole('button', { name: 'Мне меньше 16' }).click();
  await page.getByRole('link', { name: 'Позвонить: 111' }).first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'К списку комнат' }).click();
  await page.getByRole('button', { name: 'Для молодых', exact: true }).click();
  await page.getByRole('button', { name: 'Мне уже есть 16' }).click();
  await page.locator('#composer, .care').first().waitFor();
});

test('a locked room says so and opens again', async () => {
  const desk = await onDuty(dana);
  const timur = await guestIn();
  await desk.must('room:lock', { room: ROOM.id, locked: true });
  await timur.getByText('Комната временно закрыта. Читать можно.').waitFor();
  await desk.must('room:lock', { room: ROOM.id, locked: false });
  await timur.getByText('Комната снова открыта.').waitFor();
  await write(timur, 'я здесь');
  await bubble(timur, 'я здесь').waitFor();
});
