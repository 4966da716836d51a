import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DeskBrowser, deskBrowser } from '../support/desk.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { hire, type StaffInTest } from '../support/people.ts';

const MINUTE = 60_000;
const refused = (code: string) => ({ ok: false, code });

let house: House;
let node: TestNode;
/** E-mails whose password really was asked for. */
const asked: string[] = [];
/** Only ever goes forward. */
let now = Date.now();

beforeAll(async () => {
  const own = await openHouse();
  const signIn: House['accounts']['signIn'] = (email, password) => {
    asked.push(email);
    return own.accounts.signIn(email, password);
  };
  house = { ...own, accounts: { ...own.accounts, signIn } };
  // Real rates, as outside load tests.
  node = await startNode(house, { clock: () => now, env: { RATE_SCALE: '1' } });
});
afterAll(async () => {
  await node.close();
  await house.close();
});

const guess = (browser: DeskBrowser, { email }: { email: string }, password = 'not the right words') =>
  browser.ask('/sign-in', { email, password });
/** Far enough for every bucket and wait to be over. */
const later = () => {
  now += 20 * MINUTE;
};

test('an unknown e-mail, a wrong password and somebody removed get the same answer at the same pace', async () => {
  const dana = await hire(house, 'Dana', 'moderator');
  const marat = await hire(house, 'Marat', 'moderator');
  await house.supabase.asService().from('staff').update({ active: false }).eq('id', marat.id).throwOnError();
  for (const [email, password] of [
    ['nobody@tirek.invalid', 'not the right words'],
    [dana.email, 'not the right words'],
    [marat.email, marat.password],
  ] as const) {
    const began = performance.now();
    const browser = deskBrowser(node);
    expect(await guess(browser, { email }, password)).toEqual(refused('wrong_credentials'));
    // At least the first half second; a slow machine takes the next one.
    expect(performance.now() - began).toBeGreaterThanOrEqual(499);
    expect([...browser.cookies]).toEqual([]);
  }
});

describe('guessing', () => {
  let timur: StaffInTest;
  let own: DeskBrowser;
  beforeAll(async () => {
    later();
    timur = await hire(house, 'Timur', 'moderator');
    own = deskBrowser(node);
    await own.must('/sign-in', { email: timur.email, password: timur.password });
    await own.must('/sign-out', {});
  });

  test('is slowed for the account, whatever browser it comes from, and its e-mail in capitals is the same account', async () => {
    asked.length = 0;
    const tries = Array.from({ length: 12 }, (_, at) =>
      guess(deskBrowser(node), { email: at % 2 ? timur.email : timur.email.toUpperCase() }),
    );
    const told = await Promise.all(tries);
    expect(told.filter((reply) => !reply.ok && reply.code === 'wrong_credentials')).toHaveLength(5);
    expect(told.filter((reply) => !reply.ok && reply.code === 'rate')).toHaveLength(7);
    expect(asked).toHaveLength(5);
    const right = await guess(deskBrowser(node), timur, timur.password);
    expect(right).toMatchObject({ ...refused('rate'), until: expect.any(Number) });
  });

  test('does not slow the owner in a browser that signed in before', async () => {
    expect(await guess(own, timur, timur.password)).toMatchObject({ ok: true });
    // A note of another account, or a forged one, opens no second door.
    const erlan = await hire(house, 'Erlan', 'moderator');
    const stranger = deskBrowser(node);
    await stranger.must('/sign-in', { email: erlan.email, password: erlan.password });
    expect(await guess(stranger, timur, timur.password)).toMatchObject(refused('rate'));
    stranger.cookies.set('tirek_browser', `v1${own.cookies.get('tirek_browser')?.slice(5)}`);
    expect(await guess(stranger, timur, timur.password)).toMatchObject(refused('rate'));
  });

  test('locks nobody out for good: the wait is over after five minutes at most', async () => {
    for (let at = 0; at < 20; at += 1) {
      now += 5 * MINUTE;
      expect(await guess(deskBrowser(node), timur)).toEqual(refused('wrong_credentials'));
    }
    now += 5 * MINUTE;
    expect(await guess(deskBrowser(node), timur, timur.password)).toMatchObject({ ok: true });
  });

  test('of many accounts from one address is slowed too', async () => {
    later();
    asked.length = 0;
    const told = await Promise.all(
      Array.from({ length: 30 }, (_, at) => guess(deskBrowser(node), { email: `guess-${at}@tirek.invalid` })),
    );
    expect(told.filter((reply) => !reply.ok && reply.code === 'rate')).toHaveLength(10);
    expect(asked).toHaveLength(20);
    expect(await guess(own, timur, timur.password)).toMatchObject({ ok: true });
  });
});

test('codes of the second step are slowed across sign-ins, not by the password that was right', async () => {
  later();
  const saule = await hire(house, 'Saule', 'lead');
  const told: string[] = [];
  for (let at = 0; at < 8; at += 1) {
    const browser = deskBrowser(node);
    const step = await browser.must('/sign-in', { email: saule.email, password: saule.password });
    if (step.next !== 'code') throw new Error('no second step');
    const reply = await browser.ask('/sign-in/code', { pending: step.pending, code: `00000${at}` });
    told.push(reply.ok ? 'in' : reply.code);
  }
  expect(told).toEqual([...Array(5).fill('wrong_code'), ...Array(3).fill('rate')]);
});

test('nothing of a sign-in is logged', () => {
  const logged = node.lines.join('\n');
  for (const trace of ['tirek.invalid', 'right words', 'wormwood', '127.0.0.1']) expect(logged).not.toContain(trace);
});
