import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { connect, guest, postJson } from '../support/people.ts';

const BROWSER = 'TelltaleBrowser/7.7';
const SECRET = 'құпия сөйлем 4711';

let house: House;
let node: TestNode;
beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house);
});
afterAll(async () => {
  await node.close();
  await house.close();
});

test('nothing of a visitor is logged: no address, no browser, no query, no text, also when things go wrong', async () => {
  const headers = { 'user-agent': BROWSER, 'x-forwarded-for': '203.0.113.9' };
  for (const path of ['/kk/', '/ru/directory?q=telltale-query', '/nowhere', '/kk/%E0%A4%A'])
    await fetch(`${node.address}${path}`, { headers });
  await postJson(node.address, '/api/session', { lang: 'kk' }, headers);
  await fetch(`${node.address}/api/session`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{',
  });
  await connect(node.address, { v: 1, lang: 'kk', token: 'forged' }, '').catch(() => {});
  const aigul = await guest(node, 'kk');
  await aigul.must('room:join', { room: 'starting' });
  await aigul.ask('message:send', { room: 'starting', id: 'message-0001', text: SECRET });
  const gate = node.stores.log.append;
  node.stores.log.append = () => Promise.reject(new Error(`${SECRET} from 203.0.113.9`));
  expect(await aigul.ask('message:send', { room: 'starting', id: 'message-0002', text: SECRET })).toEqual({
    ok: false,
    code: 'internal',
  });
  node.stores.log.append = gate;
  aigul.close();
  const logged = node.lines.join('\n');
  expect(logged).toContain('a use case failed');
  for (const trace of [BROWSER, '203.0.113.9', '127.0.0.1', '::1', 'telltale-query', 'құпия', aigul.token])
    expect(logged).not.toContain(trace);
});

test('no page and no endpoint for visitors sets a cookie, and pages ask only for their own files', async () => {
  for (const path of [
    '/',
    '/kk/',
    '/ru/rooms',
    '/en/help',
    '/kk/directory',
    '/ru/rights',
    '/en/privacy',
    '/kk/guard',
    '/kk/suggest',
    '/ru/report/listing/ala-cpz-narco',
    '/en/repairs',
    '/nowhere',
  ]) {
    const response = await fetch(`${node.address}${path}`, { redirect: 'manual' });
    expect({ path, cookie: response.headers.get('set-cookie') }).toEqual({ path, cookie: null });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const html = await response.text();
    const loaded = [...html.matchAll(/<(?:script|link|img|iframe)[^>]+(?:src|href)="([^"]+)"[^>]*>/g)].filter(
      ([tag]) => !/rel="(?:canonical|alternate)"/.test(tag),
    );
    for (const [, url] of loaded) expect(url).toMatch(/^(\/(?!\/)|data:)/);
  }
  expect((await postJson(node.address, '/api/session', { lang: 'kk' })).cookie).toBeNull();
});

test('the store knows a session by its hash alone', async () => {
  const aigul = await guest(node, 'kk');
  expect(await node.stores.keep.get(`session:${aigul.token}`)).toBeNull();
  const { hashToken, sessionKey } = await import('../../server/sessions/start.ts');
  expect(await node.stores.keep.get(sessionKey(hashToken(aigul.token)))).toEqual({
    lang: 'kk',
    since: expect.any(Number),
    looked: false,
  });
  aigul.close();
});
