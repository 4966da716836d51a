import { type Signal, signal } from '@preact/signals';
import type { VNode } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { type Reply, refuse } from '../../shared/errors.ts';
import { type Check, prepareCheck } from '../../shared/guard/before-sending.ts';
import { until } from '../../tests/support/until.ts';
import { type Look, lookWith } from '../look.ts';
import { send } from '../sending.ts';
import { type App, createApp, createRoom, type RoomState } from '../state.ts';
import { verdictOn } from './before-sending.tsx';
import type { Question } from './question.tsx';

let check: Check;
let asked: Signal<{ event: string; text: string }[]>;
let room: RoomState;

beforeEach(async () => {
  check ??= await prepareCheck(['8 800 000 00 00']);
  asked = signal([]);
  room = createRoom('starting', null);
});

/** A guest on a way that never answers; what is asked on it is noted. */
function guest(look: Look = lookWith(async () => async (text) => verdictOn(text, check(text))).look): App {
  const ask = (event: string, input: unknown): Promise<Reply<never>> => {
    asked.value = [...asked.value, { event, text: (input as { text: string }).text }];
    return new Promise(() => {});
  };
  const nothing = () => {};
  const connection = { ask, on: nothing, onNewSession: nothing, close: nothing, status: signal('online' as const) };
  return createApp('ru', { ...connection, open: async () => {} } as App['connection'], { look });
}

const question = () => room.question.value as VNode<Parameters<typeof Question>[0]> | null;
const asks = async () => {
  await until(() => question() !== null);
  return question()?.props as Parameters<typeof Question>[0];
};
const NUMBER = 'Мой номер 8 701 000 12 34, звоните';

test('what may show who somebody is waits for its writer, and goes masked', async () => {
  send(guest(), room, { text: NUMBER });
  const { kind, masked, onAnswer } = await asks();
  expect([kind, masked, asked.value]).toEqual(['phone', 'Мой номер •••, звоните', []]);
  onAnswer(true);
  await until(() => asked.value.length > 0);
  expect(asked.value).toEqual([{ event: 'message:send', text: 'Мой номер •••, звоните' }]);
  expect(question()).toBeNull();
});

test('a message whose writer wants to change it never leaves: it is in the composer again', async () => {
  const app = guest();
  send(app, room, { text: NUMBER, replyTo: 3 });
  (await asks()).onAnswer(false);
  await until(() => room.draft.value !== '');
  expect([room.draft.value, room.replyTo.value, room.outbox.value]).toEqual([NUMBER, 3, []]);
  send(app, room, { text: 'Сегодня легче' });
  await until(() => asked.value.length > 0);
  expect(asked.value).toEqual([{ event: 'message:send', text: 'Сегодня легче' }]);
});

test('more than one kind of contact data is one question; a help line is none', async () => {
  const app = guest();
  send(app, room, { text: 'ул. Абая, дом 27, тел. 8 701 000 12 34' });
  const { kind, onAnswer } = await asks();
  expect(kind).toBe('several');
  onAnswer(false);
  await until(() => room.outbox.value.length === 0);
  send(app, room, { text: 'Звоните 8 800 000 00 00 или 112' });
  await until(() => asked.value.length > 0);
  expect(question()).toBeNull();
});

test('a danger is not asked about: the help card before any answer, and the message whole', async () => {
  const text = 'Он не дышит, помогите, Абая 27 квартира 4';
  send(guest(), room, { text });
  await until(() => asked.value.length > 0);
  expect([room.care.value, question(), asked.value]).toEqual([true, null, [{ event: 'message:send', text }]]);
});

test('a check that fails or does not come in time keeps nothing back, and is tried anew', async () => {
  let loads = 0;
  const failing = lookWith(async () => {
    loads += 1;
    throw new Error('no way');
  });
  const slow = lookWith(() => new Promise(() => {}), 0);
  for (const { look } of [failing, slow, failing]) {
    room = createRoom('starting', null);
    asked = signal([]);
    send(guest(look), room, { text: NUMBER });
    await until(() => asked.value.length > 0);
    expect(asked.value).toEqual([{ event: 'message:send', text: NUMBER }]);
  }
  expect(loads).toBe(2);
});

test('a message is looked at once, however often it is sent', async () => {
  const looked: string[] = [];
  const app = guest(async (_app, _room, text) => {
    looked.push(text);
    return text;
  });
  const answers = signal(0);
  app.connection.ask = async () => {
    answers.value += 1;
    return refuse(answers.value < 3 ? 'unavailable' : 'muted');
  };
  send({ ...app, retryDelay: 0, room: signal(room) }, room, { text: 'Сегодня легче' });
  await until(() => answers.value === 3);
  expect(looked).toEqual(['Сегодня легче']);
});
