/**
 * The people at the other end, in a process of their own: raw WebSocket connections that speak as much of Engine.IO as they
 * must, so that the generator costs less than the server. A plan comes as the first argument, the outcome goes to standard output.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';

export interface Plan {
  kind: 'tirek' | 'socketio' | 'ws';
  port: number;
  tokens: string[];
  rooms: number;
  perRoom: number;
  /** Messages a second in all; 0: only join and stay. */
  rate: number;
  seconds: number;
}

export interface Outcome {
  /** From the first connection to the last answer of a join, milliseconds. */
  joined: number;
  sent: number;
  delivered: number;
  expected: number;
  p99: number;
}

const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const MARK = Buffer.from('b:');
const latencies: number[] = [];
let delivered = 0;

function member(at: number): Promise<WebSocket> {
  const room = `room-${at % plan.rooms}`;
  const bare = plan.kind === 'ws';
  const socket = new WebSocket(`ws://127.0.0.1:${plan.port}/${bare ? '' : 'socket.io/?EIO=4&transport=websocket'}`, {
    perMessageDeflate: false,
  });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    if (bare) socket.on('open', () => socket.send(JSON.stringify(['room:join', { room }])));
    socket.on('message', (data: Buffer) => {
      if (bare) return data[0] === 106 ? resolve(socket) : count(data);
      const head = data[0];
      if (head === 48) socket.send(`40${JSON.stringify({ v: 1, lang: 'en', token: plan.tokens[at] ?? '' })}`);
      else if (head === 50) socket.send('3');
      else if (data[1] === 48) socket.send(`420${JSON.stringify(['room:join', { room }])}`);
      else if (data[1] === 51) {
        // 430[...]: the answer to the join; 431[...]: to a send.
        if (data[2] === 48) resolve(socket);
      } else if (data[1] === 50 && data[4] === 101) count(data);
      else if (data[1] === 52) reject(new Error('turned away'));
    });
  });
}

/** Counts the messages of a frame; the first one's time is the frame's latency. */
function count(data: Buffer): void {
  let at = data.indexOf(MARK);
  if (at < 0) return;
  const sentAt = Number(data.toString('latin1', at + 2, at + 16));
  latencies.push(performance.now() - sentAt);
  for (; at >= 0; at = data.indexOf(MARK, at + 16)) delivered += 1;
}

async function talk(members: WebSocket[]): Promise<number> {
  const from = performance.now();
  let sent = 0;
  while (performance.now() - from < plan.seconds * 1000) {
    const due = Math.min(Math.floor(((performance.now() - from) / 1000) * plan.rate), plan.rate * plan.seconds);
    for (; sent < due; sent += 1) {
      const at = (sent * 7919) % members.length;
      const stamp = performance.now().toFixed(4).padStart(14, '0');
      const message = {
        room: `room-${at % plan.rooms}`,
        id: randomBytes(9).toString('base64url'),
        text: `b:${stamp} сәлем, бүгін қалайсың? привет`,
      };
      const body = JSON.stringify(['message:send', message]);
      members[at]?.send(plan.kind === 'ws' ? body : `421${body}`);
    }
    await wait(2);
  }
  return sent;
}

const before = performance.now();
const members = await Promise.all(Array.from({ length: plan.rooms * plan.perRoom }, (_, at) => member(at)));
const joined = performance.now() - before;
// The counts and the rest of the storm are over before anything is measured.
await wait(1500);
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const sent = await talk(members);
await wait(500);
latencies.sort((a, b) => a - b);
const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
const outcome: Outcome = { joined, sent, delivered, expected: sent * plan.perRoom, p99 };
process.stdout.write(`${JSON.stringify(outcome)}\n`);
process.exit(0);
