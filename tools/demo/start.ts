import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Lang } from '../../shared/languages.ts';
import { openHouse, startNode } from '../../tests/support/node.ts';
import { atDesk, guest, hire, type PersonInTest, postJson, type StaffInTest } from '../../tests/support/people.ts';

interface Script {
  guests: { who: string; lang: Lang }[];
  lines: { who: string; room: string; text: string; pause: number }[];
}

export interface Demo {
  address: string;
  /** Opens the desk in a browser that is signed in by it. */
  desk: string;
  /** Resolves when the scripted guests have said their lines; they stay in their rooms. `pace` multiplies the pauses. */
  play(pace: number): Promise<void>;
  close(): Promise<void>;
}

/** The server with data of its own, a moderator on duty and the guests of script.json in their rooms. */
export async function startDemo(port: string): Promise<Demo> {
  const script = JSON.parse(readFileSync(new URL('script.json', import.meta.url), 'utf8')) as Script;
  const house = await openHouse();
  const node = await startNode(house, { env: { PORT: port, RATE_SCALE: '100' } });
  const dana = await hire(house, 'Dana', 'moderator');
  const desk = await atDesk(node, dana);
  await desk.must('duty:start', {});
  const door = await openDeskDoor(node.address, dana);
  const guests = new Map<string, PersonInTest>();
  for (const { who, lang } of script.guests) {
    const person = await guest(node, lang);
    guests.set(who, person);
    const rooms = new Set(script.lines.filter((line) => line.who === who).map((line) => line.room));
    for (const room of rooms) await person.must('room:join', { room });
  }
  return {
    address: node.address,
    desk: door.address,
    play: async (pace) => {
      for (const { who, room, text, pause } of script.lines) {
        await wait(pause * pace);
        await guests.get(who)?.must('message:send', { room, id: randomBytes(9).toString('base64url'), text });
      }
    },
    close: async () => {
      for (const person of [...guests.values(), desk]) person.close();
      door.close();
      await node.close();
      await house.close();
    },
  };
}

/** A second port that signs the newcomer's browser in: cookies do not know ports, so it is the desk's cookie too. */
async function openDeskDoor(
  address: string,
  { email, password }: StaffInTest,
): Promise<{ address: string; close(): void }> {
  const server = createServer((_req, res) => {
    postJson(address, '/desk/api/sign-in', { email, password })
      .then(({ cookie }) => {
        const lasting = `${cookie}; Path=/desk; HttpOnly; SameSite=Strict`;
        res.writeHead(302, { location: `${address}/desk`, 'set-cookie': lasting }).end();
      })
      .catch(() => res.writeHead(500).end('The desk did not open. Is the server still running?'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
