import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { type Socket as Client, io as connect } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import { Wires } from './wires.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A server whose sockets are all in "room:a", and its ways. */
async function open(): Promise<{ io: Server; wires: Wires; join(transports: string[]): Promise<Client> }> {
  const http = createServer();
  const io = new Server({ serveClient: false, perMessageDeflate: false });
  io.attach(http);
  const wires = new Wires(io);
  io.on('connection', (socket) => void socket.join('room:a'));
  ends.push(() => io.close());
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return { io, wires, join: (transports) => joined(`http://127.0.0.1:${port}`, transports) };
}

async function joined(origin: string, transports: string[]): Promise<Client> {
  const client = connect(origin, { transports, forceNew: true, reconnection: false });
  ends.push(() => client.close());
  await new Promise<void>((resolve, reject) => {
    client.once('connect', resolve);
    client.once('connect_error', reject);
  });
  return client;
}

const heard = (client: Client, count: number): Promise<string[]> =>
  new Promise((resolve) => {
    const members: string[] = [];
    client.on('typing', ({ member }: { member: string }) => {
      if (members.push(member) === count) resolve(members);
    });
  });

test('websockets are written to directly, polling and upgraded ones hear the same through Socket.IO, in order', async () => {
  const { io, wires, join } = await open();
  const direct = await join(['websocket']);
  expect(wires.size).toBe(1);
  const polling = await join(['polling']);
  const upgraded = await join(['polling', 'websocket']);
  const { engine } = upgraded.io;
  if (engine.transport.name !== 'websocket') await new Promise((resolve) => engine.once('upgrade', resolve));
  expect(wires.size).toBe(1);
  // One for each way of writing a frame's length, and letters of more than one byte.
  const said = ['Тыныш "Бозторғай"\n🕊', 'ә'.repeat(300), 'б'.repeat(40_000), 'last'];
  const all = Promise.all([direct, polling, upgraded].map((client) => heard(client, said.length)));
  for (const member of said) wires.say('room:a', 'typing', { room: 'a', member });
  expect(await all).toEqual([said, said, said]);
  const [own] = io.of('/').sockets.values();
  await own?.leave('room:a');
  const others = Promise.all([polling, upgraded].map((client) => heard(client, 1)));
  const wrongly: string[] = [];
  direct.on('typing', ({ member }) => wrongly.push(member));
  wires.say('room:a', 'typing', { room: 'a', member: 'aigul' });
  expect(await others).toEqual([['aigul'], ['aigul']]);
  // Its own answer comes behind whatever was written to it before.
  own?.emit('last');
  await new Promise((resolve) => void direct.once('last', resolve));
  expect(wrongly).toEqual([]);
});

test('what Socket.IO has waiting for somebody is not overtaken, and nothing is written to who has left', async () => {
  const { io, wires, join } = await open();
  const aigul = await join(['websocket']);
  const all = heard(aigul, 600);
  const [socket] = io.of('/').sockets.values();
  const said: string[] = [];
  for (let at = 0; at < 200; at += 1) {
    for (const own of [`own ${at}`, `again ${at}`]) {
      socket?.emit('typing', { room: 'a', member: own });
      said.push(own);
    }
    wires.say('room:a', 'typing', { room: 'a', member: `frame ${at}${' '.repeat(6000)}` });
    said.push(`frame ${at}`);
    if (at % 3 === 0) await new Promise(setImmediate);
  }
  expect((await all).map((member) => member.trimEnd())).toEqual(said);
  const left = new Promise((resolve) => socket?.once('disconnect', resolve));
  aigul.close();
  await left;
  expect(wires.size).toBe(0);
  wires.say('room:a', 'typing', { room: 'a', member: 'nobody' });
});

test('somebody whose connection is being upgraded misses nothing', async () => {
  const { wires, join } = await open();
  const timur = await join(['polling', 'websocket']);
  const members: string[] = [];
  const last = new Promise<void>((resolve) =>
    timur.on('typing', ({ member }: { member: string }) => {
      members.push(member);
      if (member === 'last') resolve();
    }),
  );
  const { engine } = timur.io;
  const said: string[] = [];
  const say = (member: string) => {
    said.push(member);
    wires.say('room:a', 'typing', { room: 'a', member });
  };
  while (engine.transport.name !== 'websocket') {
    say(`${said.length}`);
    await new Promise(setImmediate);
  }
  say('last');
  await last;
  expect(members).toEqual(said);
});

test("nothing of a visitor's request stays: no headers, no address line", async () => {
  const { io, join } = await open();
  for (const transport of ['websocket', 'polling']) await join([transport]);
  for (const socket of io.of('/').sockets.values()) {
    expect(socket.request).toBeNull();
    expect(socket.handshake.headers).toEqual({});
  }
});
