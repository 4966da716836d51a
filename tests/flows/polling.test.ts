import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { newToken } from '../support/people.ts';

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

test('a network that blocks WebSocket is served by polling, and the pages answer none of its requests', async () => {
  const token = await newToken(node, 'kk');
  const socket = io(node.address, {
    auth: { v: PROTOCOL_VERSION, lang: 'kk', token },
    transports: ['polling'],
    forceNew: true,
    reconnection: false,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  for (let asked = 0; asked < 5; asked += 1) {
    expect(await socket.emitWithAck('room:list', {})).toMatchObject({ ok: true });
  }
  expect(await socket.emitWithAck('room:join', { room: 'starting' })).toMatchObject({ ok: true });
  socket.close();
  expect((await fetch(`${node.address}/socket.io/?EIO=4&transport=polling&sid=forged`)).status).toBe(400);
  expect((await fetch(`${node.address}/healthz`)).status).toBe(200);
  expect(node.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
});
