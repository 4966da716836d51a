/**
 * The people at the other end, in a process of their own: raw WebSockets that speak as much of Engine.IO as they must. A plan
 * comes as the first argument; `join TOGETHER MORE` and `{"rate", "seconds"}` on standard input are answered with one line of JSON each.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Wire } from './wire.ts';

export interface Plan {
  kind: 'tirek' | 'socketio' | 'ws';
  port: number;
  tokens: string[];
  rooms: number;
  perRoom: number;
  /** A JSON file with texts that the guard lets pass. */
  texts: string;
}

export interface Outcome {
  sent: number;
  /** Sends that were not answered with a place in the room: how many by the answer's word; `silence` without an answer. */
  refused: Record<string, number>;
  delivered: number;
  /** What the messages that were taken come to. */
  expected: number;
  /** Of the frames: their oldest message, from its sending on, ms. */
  p99: number;
  /** Share of a core that the generator itself used. */
  busy: number;
}

const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const texts = JSON.parse(readFileSync(plan.texts, 'utf8')) as string[];
/** The time of sending stands in the message's id, which every server passes on. A member's id may begin with the same letters. */
const MARK = Buffer.from('"id":"b-');
const STAMP = 12;
/** Frames by latency in tenths of a millisecond, up to five seconds. */
const latencies = new Uint32Array(50_001);
let delivered = 0;
let sends = 0;
let answers = 0;
let refused: Record<string, number> = {};
/** Nothing comes any more when nothing came for so long: Redis's commands are given up after two seconds, the log is looked at each second. */
const STILL = 5000;

const ZERO = 48;
function count(data: Buffer): void {
  let at = data.indexOf(MARK);
  if (at < 0) return;
  let stamp = 0;
  const from = at + MARK.length;
  for (let digit = from; digit < from + STAMP; digit += 1) stamp = stamp * 10 + ((data[digit] as number) - ZERO);
  const tenths = Math.max(0, Math.round((performance.now() * 1000 - stamp) / 100));
  latencies[Math.min(tenths, latencies.length - 1)] = (latencies[Math.min(tenths, latencies.length - 1)] ?? 0) + 1;
  for (; at >= 0; at = data.indexOf(MARK, at + MARK.length + STAMP)) delivered += 1;
}

const TAKEN = Buffer.from('"state":"sent"');
const BARE_TAKEN = Buffer.from('{"ok":true}');
function hearAnswer(data: Buffer): void {
  answers += 1;
  if (data.includes(plan.kind === 'tirek' ? TAKEN : BARE_TAKEN)) return;
  const [reply] = JSON.parse(data.toString('utf8', 3)) as [{ code?: string; data?: { state: string } }];
  const word = reply.code ?? reply.data?.state ?? 'unknown';
  refused[word] = (refused[word] ?? 0) + 1;
}

const roomOf = (member: number) => `room-${member % plan.rooms}`;

/** Resolves when the server has answered the join. */
function member(at: number): Promise<Wire> {
  return new Promise((resolve, failed) => {
    const join = JSON.stringify(['room:join', { room: roomOf(at) }]);
    const bare = {
      path: '/',
      opened: (wire: Wire) => wire.send(join),
      hear: (wire: Wire, data: Buffer) => (data[0] === 106 ? resolve(wire) : count(data)),
    };
    const engine = {
      path: '/socket.io/?EIO=4&transport=websocket',
      opened: () => {},
      hear: (wire: Wire, data: Buffer) => {
        const [first, second, third] = data;
        if (first === ZERO) wire.send(`40${JSON.stringify({ v: 1, lang: 'en', token: plan.tokens[at] ?? '' })}`);
        else if (first === 50) wire.send('3');
        else if (second === ZERO) wire.send(`420${join}`);
        else if (second === 50) count(data);
        // 430[...]: the answer to the join; 431[...]: to a send.
        else if (second === 51) third === ZERO ? resolve(wire) : hearAnswer(data);
        else if (second === 52) failed(new Error('turned away'));
      },
    };
    new Wire({ port: plan.port, failed, ...(plan.kind === 'ws' ? bare : engine) });
  });
}

async function talk(members: Wire[], rate: number, seconds: number): Promise<Outcome> {
  latencies.fill(0);
  delivered = 0;
  answers = 0;
  refused = {};
  const cpu = process.cpuUsage();
  const from = performance.now();
  let sent = 0;
  while (performance.now() - from < seconds * 1000) {
    const due = Math.min(Math.floor(((performance.now() - from) / 1000) * rate), rate * seconds);
    for (; sent < due; sent += 1) say(members);
    await wait(2);
  }
  const took = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  const busy = (user + system) / 1000 / took;
  await settled(sent);
  const silent = plan.kind === 'ws' ? 0 : sent - answers;
  if (silent > 0) refused.silence = silent;
  return { sent, refused, delivered, expected: taken(sent) * plan.perRoom, p99: percentile(0.99), busy };
}

const taken = (sent: number) => sent - Object.values(refused).reduce((sum, count) => sum + count, 0);

/** All is answered and there, or nothing comes any more. What was late counts in p99. */
async function settled(sent: number): Promise<void> {
  const answered = () => plan.kind === 'ws' || answers === sent;
  let [seen, since] = [-1, performance.now()];
  while (!answered() || delivered < taken(sent) * plan.perRoom) {
    if (seen !== delivered + answers) [seen, since] = [delivered + answers, performance.now()];
    else if (performance.now() - since > STILL) return;
    await wait(100);
  }
}

function say(members: Wire[]): void {
  const at = (sends * 7919) % members.length;
  const stamp = `${Math.round(performance.now() * 1000)}`.padStart(STAMP, '0');
  const message = { room: roomOf(at), id: `b-${stamp}-${sends}`, text: texts[sends % texts.length] };
  const body = JSON.stringify(['message:send', message]);
  members[at]?.send(plan.kind === 'ws' ? body : `421${body}`);
  sends += 1;
}

function percentile(share: number): number {
  const wanted = latencies.reduce((sum, frames) => sum + frames, 0) * share;
  let seen = 0;
  for (const [tenths, frames] of latencies.entries()) {
    seen += frames;
    if (seen >= wanted) return tenths / 10;
  }
  return Number.NaN;
}

const members: Wire[] = [];
/** So many more people come, `together` at a time. */
async function arrive(together: number, more: number): Promise<void> {
  const all = members.length + more;
  while (members.length < all) {
    const from = members.length;
    members.push(...(await Promise.all(Array.from({ length: together }, (_, at) => member(from + at)))));
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.startsWith('join')) {
    const from = performance.now();
    const [, together, more] = line.split(' ');
    await arrive(Number(together), Number(more));
    console.log(JSON.stringify(performance.now() - from));
  } else {
    const { rate, seconds } = JSON.parse(line) as { rate: number; seconds: number };
    console.log(JSON.stringify(await talk(members, rate, seconds)));
  }
}
process.exit(0);
