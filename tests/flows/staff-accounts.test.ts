import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFirstLink } from '../../server/staff/links.ts';
import { LIMITS } from '../../shared/limits.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { codeAt, type DeskBrowser, deskBrowser } from '../support/desk.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { connect, hire, type StaffInTest } from '../support/people.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const refused = (code: string) => ({ ok: false, code });

let house: House;
let node: TestNode;
/** Only ever goes forward. */
let now = Date.now();

beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house, { clock: () => now });
});
afterAll(async () => {
  await node.close();
  await house.close();
});

const signedIn = async ({ email, password }: StaffInTest): Promise<DeskBrowser> => {
  const browser = deskBrowser(node);
  expect(await browser.must('/sign-in', { email, password })).toMatchObject({ next: 'in' });
  return browser;
};
/** Up to the second step. */
const pendingOf = async (browser: DeskBrowser, { email, password }: StaffInTest): Promise<string> => {
  const step = await browser.must('/sign-in', { email, password });
  if (step.next !== 'code') throw new Error('no second step');
  return step.pending;
};
const dial = async (browser: DeskBrowser) => {
  const { ticket } = await browser.must('/ticket', {});
  return connect(node.address, { v: PROTOCOL_VERSION, lang: 'ru', ticket }, '');
};

describe('the first coordinator', () => {
  test('comes by the link, and may do nothing before two-step sign-in is set up', async () => {
    const token = (await makeFirstLink(house)) ?? '';
    const bota = deskBrowser(node);
    expect(await bota.must('/link', { token })).toMatchObject({ kind: 'setup' });
    const account = { email: 'bota@tirek.invalid', password: 'feather grass in may', workingName: 'Bota' };
    expect(await bota.ask('/setup', { ...account, password: 'password1234', token })).toEqual(refused('weak_password'));
    await bota.must('/setup', { ...account, token });
    expect(await bota.ask('/setup', { ...account, token })).toEqual(refused('link_used'));
    expect(await bota.me()).toMatchObject({ data: { secondFactor: 'needed', recoveryCodes: null } });
    expect(await bota.ask('/ticket', {})).toEqual(refused('factor_needed'));

    const { secret, uri } = await bota.must('/factor/begin', {});
    expect(uri).toMatch(/^otpauth:\/\/totp\/Tirek:Bota\?/);
    expect(await bota.ask('/factor/confirm', { code: '000000' })).toEqual(refused('wrong_code'));
    const { recoveryCodes } = await bota.must('/factor/confirm', { code: codeAt(secret, now) });
    expect(new Set(recoveryCodes).size).toBe(8);
    expect(await bota.me()).toMatchObject({ data: { secondFactor: 'set', recoveryCodes: 8 } });
    const desk = await dial(bota);
    expect(await desk.must('desk:open', {})).toMatchObject({ me: { role: 'coordinator', founding: true } });
    expect(await makeFirstLink(house)).toBeNull();
    desk.close();
  });

  test('leaves no secret in the database: it is sealed, codes are hashes', async () => {
    const { data: factors } = await house.supabase.asService().from('second_factors').select('*');
    expect(factors?.[0]?.sealed_secret).toMatch(/^v1\./);
    const { data: codes } = await house.supabase.asService().from('recovery_codes').select('*');
    for (const { code_hash } of codes ?? []) expect(code_hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('two-step sign-in', () => {
  let saule: StaffInTest;
  beforeAll(async () => {
    saule = await hire(house, 'Saule', 'lead');
  });

  test('a code opens once; the next one opens again', async () => {
    const code = codeAt(saule.secret, now);
    const first = deskBrowser(node);
    await first.must('/sign-in/code', { pending: await pendingOf(first, saule), code });
    const again = deskBrowser(node);
    const pending = await pendingOf(again, saule);
    expect(await again.ask('/sign-in/code', { pending, code })).toEqual(refused('wrong_code'));
    now += 30_000;
    await again.must('/sign-in/code', { pending, code: codeAt(saule.secret, now) });
    expect(await again.ask('/sign-in/code', { pending, code: codeAt(saule.secret, now + 30_000) })).toEqual(
      refused('no_session'),
    );
  });

  test('a code of two minutes ago, of somebody else or of nothing is refused', async () => {
    now += 5 * MINUTE;
    const other = await hire(house, 'Arman', 'lead');
    const browser = deskBrowser(node);
    const pending = await pendingOf(browser, saule);
    for (const code of [codeAt(saule.secret, now - 2 * MINUTE), codeAt(other.secret, now), '', '12345', 'x'.repeat(24)])
      expect(await browser.ask('/sign-in/code', { pending, code })).toEqual(refused('wrong_code'));
    expect(await browser.me()).toEqual(refused('no_session'));
  });

  test('a recovery code opens once, as people type it', async () => {
    now += 20 * MINUTE;
    const code = (saule.codes.shift() ?? '').toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O');
    const browser = deskBrowser(node);
    await browser.must('/sign-in/code', { pending: await pendingOf(browser, saule), code });
    expect(await browser.me()).toMatchObject({ data: { recoveryCodes: 39 } });
    const pending = await pendingOf(browser, saule);
    expect(await browser.ask('/sign-in/code', { pending, code })).toEqual(refused('wrong_code'));
  });

  test('the first step waits five minutes for the second', async () => {
    const browser = deskBrowser(node);
    const pending = await pendingOf(browser, saule);
    now += 5 * MINUTE + 1;
    const code = saule.codes.shift() ?? '';
    expect(await browser.ask('/sign-in/code', { pending, code })).toEqual(refused('no_session'));
  });

  test('another factor and new recovery codes need password and code; all other sessions end', async () => {
    now += HOUR;
    const [here, there] = [deskBrowser(node), deskBrowser(node)];
    for (const browser of [here, there])
      await browser.must('/sign-in/code', {
        pending: await pendingOf(browser, saule),
        code: saule.codes.shift() ?? '',
      });
    expect(await here.ask('/factor/begin', {})).toEqual(refused('no_session'));
    const { password } = saule;
    const wrong = { password: 'something else', code: saule.codes[0] ?? '' };
    expect(await here.ask('/factor/begin', { proof: wrong })).toEqual(refused('wrong_credentials'));
    const { secret } = await here.must('/factor/begin', { proof: { password, code: saule.codes.shift() ?? '' } });
    // The old factor is in force until the new one has shown a code.
    const code = codeAt(saule.secret, now);
    await deskBrowser(node).must('/sign-in/code', { pending: await pendingOf(deskBrowser(node), saule), code });
    now += 30_000;
    const { recoveryCodes } = await here.must('/factor/confirm', { code: codeAt(secret, now) });
    expect(await there.me()).toEqual(refused('no_session'));
    expect(await here.me()).toMatchObject({ ok: true });
    const old = deskBrowser(node);
    const pending = await pendingOf(old, saule);
    expect(await old.ask('/sign-in/code', { pending, code: saule.codes.shift() ?? '' })).toEqual(refused('wrong_code'));
    const proof = { password, code: recoveryCodes[0] ?? '' };
    const fresh = await here.must('/factor/codes', { proof });
    expect(await old.ask('/sign-in/code', { pending, code: recoveryCodes[1] ?? '' })).toEqual(refused('wrong_code'));
    await old.must('/sign-in/code', { pending, code: fresh.recoveryCodes[1] ?? '' });
  });
});

describe('sessions', () => {
  let dana: StaffInTest;
  beforeAll(async () => {
    dana = await hire(house, 'Dana', 'moderator');
  });

  test('end after thirty minutes without an act, and not before', async () => {
    const browser = await signedIn(dana);
    now += LIMITS.staffIdle - 1;
    const desk = await dial(browser);
    await desk.must('duty:start', {});
    now += LIMITS.staffIdle - 1;
    await desk.must('room:list', {});
    // The desk looks at itself after a reconnect; nobody has to sit there for that.
    now += LIMITS.staffIdle - 1;
    await desk.must('desk:open', {});
    now += 1;
    expect(await desk.ask('duty:end', {})).toEqual(refused('no_session'));
    expect(await browser.me()).toEqual(refused('no_session'));
    expect(await desk.hears('ended')).toEqual({ why: 'expired' });
  });

  test('end after twelve hours of work', async () => {
    const browser = await signedIn(dana);
    const desk = await dial(browser);
    const end = now + LIMITS.staffSession;
    expect(await browser.me()).toMatchObject({ data: { sessionUntil: end, idleLife: LIMITS.staffIdle } });
    while (now < end - 20 * MINUTE) {
      now += 20 * MINUTE;
      await desk.must('room:list', {});
    }
    now = end - 1;
    await desk.must('room:list', {});
    now = end;
    expect(await desk.ask('room:list', {})).toEqual(refused('no_session'));
    expect(await browser.ask('/ticket', {})).toEqual(refused('no_session'));
    desk.close();
  });

  test('signing out closes the desks of this browser; everywhere, those of all', async () => {
    const [here, there] = [await signedIn(dana), await signedIn(dana)];
    const [first, second] = [await dial(here), await dial(there)];
    await here.must('/sign-out', {});
    expect(await first.hears('ended')).toEqual({ why: 'expired' });
    expect(await here.me()).toEqual(refused('no_session'));
    expect(await second.ask('room:list', {})).toMatchObject({ ok: true });
    const third = await signedIn(dana);
    await third.must('/sign-out-everywhere', {});
    expect(await second.hears('ended')).toEqual({ why: 'expired' });
    expect(await there.me()).toEqual(refused('no_session'));
    first.close();
    second.close();
    await signedIn(dana);
  });

  test('a new password ends them and needs the old one', async () => {
    const [here, there] = [await signedIn(dana), await signedIn(dana)];
    const next = 'saxaul after the rain';
    const change = (current: string, to = next) => here.ask('/password', { current, next: to });
    expect(await change('not the one')).toEqual(refused('wrong_credentials'));
    expect(await change(dana.password, 'password1234')).toEqual(refused('weak_password'));
    expect(await change(dana.password)).toEqual({ ok: true, data: {} });
    expect(await there.me()).toEqual(refused('no_session'));
    expect(await here.me()).toMatchObject({ ok: true });
    const { email, password } = dana;
    expect(await deskBrowser(node).ask('/sign-in', { email, password })).toEqual(refused('wrong_credentials'));
    dana.password = next;
    await signedIn(dana);
  });
});
