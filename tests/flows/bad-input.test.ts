import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { atDesk, connect, guest, hire, type PersonInTest, postJson } from '../support/people.ts';

let house: House;
let node: TestNode;
let desk: PersonInTest;
let aigul: PersonInTest;
const room = 'starting';

beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house);
  desk = await atDesk(node, await hire(house, 'Dana', 'moderator'));
  await desk.must('duty:start', {});
  aigul = await guest(node, 'kk');
  await aigul.must('room:join', { room });
});
afterAll(async () => {
  desk.close();
  aigul.close();
  await node.close();
  await house.close();
});

const raw = (event: string, ...args: unknown[]) => aigul.socket.emitWithAck(event, ...args);

test.each([
  ['an unknown event', 'room:destroy', {}, 'unknown_event'],
  ['an event named like a method of every object', 'constructor', {}, 'unknown_event'],
  ['an unknown room', 'room:join', { room: 'nowhere' }, 'not_found'],
  ['a room that is no name', 'room:join', { room: '../etc' }, 'bad_input'],
  ['a wrong type', 'room:join', { room: 7 }, 'bad_input'],
  ['a list for an object', 'room:join', [], 'bad_input'],
  ['a text for an object', 'room:join', 'starting', 'bad_input'],
  ['an unknown field', 'room:list', { more: true }, 'bad_input'],
  ['a sequence that is no number', 'log:after', { room, seq: Number.NaN }, 'bad_input'],
  ['a negative sequence', 'log:after', { room, seq: -1 }, 'bad_input'],
  ['a room one is not in', 'message:send', { room: 'families', id: 'message-1', text: 'Сәлем' }, 'not_member'],
  ['an empty text', 'message:send', { room, id: 'message-2', text: ' \n\t ' }, 'empty_text'],
  [
    'a text of invisible characters',
    'message:send',
    { room, id: 'message-3', text: '\u200b\u2060\u3164' },
    'empty_text',
  ],
  [
    'a text one character too long',
    'message:send',
    { room, id: 'message-4', text: 'ә'.repeat(LIMITS.messageLength + 1) },
    'too_long',
  ],
  [
    'a text of many bytes',
    'message:send',
    { room, id: 'message-5', text: 'a'.repeat(LIMITS.payloadBytes + 1) },
    'bad_input',
  ],
  ['an id that is no id', 'message:send', { room, id: 'a b', text: 'Сәлем' }, 'bad_input'],
])('%s is answered with a code', async (_what, event, input, code) => {
  expect(await raw(event, input)).toMatchObject({ ok: false, code });
});

test('a text of the greatest length passes, and control characters are taken out', async () => {
  const long = 'ә'.repeat(LIMITS.messageLength);
  expect(await aigul.ask('message:send', { room, id: 'message-long', text: long })).toMatchObject({ ok: true });
  await aigul.must('message:send', { room, id: 'message-ctrl', text: 'a\u0000b\u202ec\u001b[31md' });
  const heard = await aigul.hears('entries', ({ entries }) =>
    entries.some((entry) => entry.kind === 'message' && entry.text.startsWith('ab')),
  );
  expect(heard.entries.at(-1)).toMatchObject({ text: 'abc[31md' });
});

test('an event without an acknowledgement is told so and harms nothing', async () => {
  aigul.socket.emit('room:list', {});
  expect(await aigul.hears('problem')).toEqual({ code: 'no_ack' });
  expect(await aigul.ask('room:list', {})).toMatchObject({ ok: true });
});

test.each([
  ['no token', { v: 1, lang: 'kk' }, 'no_session'],
  ['a forged token', { v: 1, lang: 'kk', token: 'A'.repeat(43) }, 'no_session'],
  ['a token that is an object', { v: 1, lang: 'kk', token: {} }, 'no_session'],
  ['a forged ticket', { v: 1, lang: 'kk', ticket: 'A'.repeat(43) }, 'no_session'],
  ['an older client', { v: 0, lang: 'kk', token: 'A' }, 'old_client'],
])('a connection with %s is turned away', async (_what, auth, code) => {
  await expect(connect(node.address, auth, '')).rejects.toThrow(code);
});

test('an ended session cannot be resumed', async () => {
  const timur = await guest(node, 'ru');
  await timur.must('session:end', {});
  await expect(guest(node, 'ru', timur.token)).rejects.toThrow('no_session');
});

test.each([
  ['/nowhere', 404],
  ['/kk/nowhere', 404],
  ['/kk/directory/no-such-entry', 404],
  ['/xx/', 404],
  ['/kk/directory/%E0%A4%A', 400],
])('%s is a page with status %d', async (path, status) => {
  const response = await fetch(`${node.address}${path}`);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(await response.text()).toContain('<html');
});

test('a query of 10,000 characters is cut and answered', async () => {
  const response = await fetch(`${node.address}/ru/directory?q=${'а'.repeat(1600)}`);
  expect(response.status).toBe(200);
  const longer = await fetch(`${node.address}/ru/directory?q=${'a'.repeat(10_000)}`);
  expect(longer.status).toBe(200);
});

test.each(['/api/session', '/desk/api/sign-in', '/desk/api/setup', '/desk/api/ticket'])(
  '%s answers malformed JSON with a code',
  async (path) => {
    const response = await fetch(`${node.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ ok: false, code: 'bad_input' });
  },
);

test('a body that is too large is answered with a code', async () => {
  const { status, reply } = await postJson(node.address, '/api/session', { lang: 'a'.repeat(LIMITS.payloadBytes) });
  expect({ status, reply }).toEqual({ status: 413, reply: { ok: false, code: 'too_long' } });
});

test('a setup link that nobody gave out opens nothing', async () => {
  const input = {
    token: 'A'.repeat(43),
    email: 'eve@tirek.invalid',
    password: 'a long enough passphrase',
    workingName: 'Eve',
  };
  expect((await postJson(node.address, '/desk/api/setup', input)).reply).toEqual({ ok: false, code: 'link_used' });
});

test('after all of this the node still answers', async () => {
  expect(await aigul.ask('room:list', {})).toMatchObject({ ok: true });
  expect((await fetch(`${node.address}/readyz`)).status).toBe(200);
});
