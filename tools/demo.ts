/**
 * `npm run demo`: the same server on loopback with data of its own that goes when it ends, a moderator on duty, and a few
 * scripted guests who talk in two rooms. Everything they say is in tools/demo/script.json.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Lang } from '../shared/languages.ts';
import { openHouse, startNode, type TestNode } from '../tests/support/node.ts';
import { atDesk, guest, hire, type PersonInTest, postJson, type StaffInTest } from '../tests/support/people.ts';

interface Script {
  guests: { who: string; lang: Lang }[];
  lines: { who: string; room: string; text: string; pause: number }[];
}
const script = JSON.parse(readFileSync(new URL('./demo/script.json', import.meta.url), 'utf8')) as Script;

console.log('Preparing a house that goes when you press Ctrl-C ...');
const house = await openHouse();
const node = await startNode(house, { env: { PORT: process.env.PORT ?? '3000', RATE_SCALE: '100' } });
const dana = await hire(house, 'Dana', 'moderator');
const desk = await atDesk(node, dana);
await desk.must('duty:start', {});
const door = await openDeskDoor(node, dana);
console.log(`\nA guest:            ${node.address}/kk/rooms`);
console.log(`The desk, signed in: ${door}\n`);

const guests = new Map<string, PersonInTest>();
for (const { who, lang } of script.guests) {
  const person = await guest(node, lang);
  guests.set(who, person);
  const rooms = new Set(script.lines.filter((line) => line.who === who).map((line) => line.room));
  for (const room of rooms) await person.must('room:join', { room });
}
for (const { who, room, text, pause } of script.lines) {
  await wait(pause);
  await guests.get(who)?.must('message:send', { room, id: randomBytes(9).toString('base64url'), text });
}
console.log('The guests have said their lines and stay. Write to them, or press Ctrl-C.');

/** A second port that signs the newcomer's browser in: cookies do not know ports, so it is the desk's cookie too. */
async function openDeskDoor({ address }: TestNode, { email, password }: StaffInTest): Promise<string> {
  const server = createServer((_req, res) => {
    postJson(address, '/desk/api/sign-in', { email, password })
      .then(({ cookie }) =>
        res
          .writeHead(302, {
            location: `${address}/desk`,
            'set-cookie': `${cookie}; Path=/desk; HttpOnly; SameSite=Strict`,
          })
          .end(),
      )
      .catch(() => res.writeHead(500).end('The desk did not open. Is the server still running?'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const person of [...guests.values(), desk]) person.close();
    node
      .close()
      .then(house.close)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  });
}
