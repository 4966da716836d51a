import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, startNode } from '../support/node.ts';
import { connect, guest } from '../support/people.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A node on which Aigul has asked for something that is done only after `go`. `order`: what was done, as it comes. */
async function atWork() {
  const node = await startNode(house, { drainMs: 5000 });
  const aigul = await guest(node, 'kk');
  await aigul.must('room:join', { room: 'starting' });
  const append = node.stores.log.append.bind(node.stores.log);
  const { promise: slow, resolve: go } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const order: string[] = [];
  node.stores.log.append = async (draft) => {
    begin();
    await slow;
    order.push('done');
    return append(draft);
  };
  const answer = aigul.ask('message:send', { room: 'starting', id: 'message-0001', text: 'Сәлем' });
  return { node, aigul, answer, begun, go, order };
}

test('a closing node is not ready, tells its clients to move, turns new ones away and answers what was asked', async () => {
  const { node, aigul, answer, go } = await atWork();
  const closed = node.close();
  expect(await aigul.hears('moved')).toEqual({ withinMs: 5000 });
  expect((await fetch(`${node.address}/readyz`)).status).toBe(503);
  expect((await fetch(`${node.address}/healthz`)).status).toBe(200);
  await expect(connect(node.address, { v: 1, lang: 'kk', token: aigul.token }, '')).rejects.toThrow('draining');
  go();
  expect(await answer).toEqual({ ok: false, code: 'off_duty' });
  aigul.close();
  await closed;
  await expect(fetch(`${node.address}/healthz`)).rejects.toThrow();
});

test('a closing node finishes what somebody asked who has left since', async () => {
  const { node, aigul, answer, begun, go, order } = await atWork();
  answer.catch(() => undefined);
  await begun;
  const closed = node.close().then(() => order.push('closed'));
  aigul.close();
  // A node that does not wait is closed long before.
  await wait(1000);
  go();
  await closed;
  expect(order).toEqual(['done', 'closed']);
});
