/**
 * `npm run bench:rooms`: the pipeline without the guard beside bare Socket.IO and a bare ws broadcast, on the same Node, in the
 * same run. Server and generator in processes of their own, pinned to one CPU each; ROUNDS rounds, medians, ratios inside a round.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startRedis } from '../../support/services.ts';
import type { Outcome, Plan } from './crowd.ts';
import { plot } from './plot.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const KINDS = ['socketio', 'ws', 'tirek', 'tirek-redis'] as const;
type Kind = (typeof KINDS)[number];

interface Measured extends Outcome {
  cpu: number;
  rss: number;
  rssBefore: number;
}

const here = (name: string) => new URL(name, import.meta.url).pathname;
const pinned = (cpu: number, args: string[], env = {}): ChildProcess =>
  spawn('taskset', ['-c', `${cpu}`, process.execPath, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });

function reader(child: ChildProcess): () => Promise<string> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('a process under measurement ended early');
    return value as string;
  };
}

async function measure(
  kind: Kind,
  redisUrl: string,
  shape: Pick<Plan, 'rooms' | 'perRoom' | 'rate' | 'seconds'>,
): Promise<Measured> {
  const people = shape.rooms * shape.perRoom;
  const bare = kind === 'tirek-redis' ? 'tirek' : kind;
  const server = pinned(0, [here('serve.ts'), bare, `${shape.rooms}`, `${people}`], {
    REDIS_URL: kind === 'tirek-redis' ? redisUrl : '',
  });
  const say = reader(server);
  const { port, tokens } = JSON.parse(await say()) as { port: number; tokens: string[] };
  const usage = async () => {
    server.stdin?.write('usage\n');
    return JSON.parse(await say()) as { cpu: number; rss: number };
  };
  const idle = await usage();
  const plan: Plan = { kind: bare, port, tokens, ...shape };
  const crowd = pinned(1, [here('crowd.ts'), JSON.stringify(plan)]);
  const hear = reader(crowd);
  await hear();
  const begun = await usage();
  crowd.stdin?.write('go\n');
  const outcome = JSON.parse(await hear()) as Outcome;
  const ended = await usage();
  server.kill();
  return { ...outcome, cpu: ended.cpu - begun.cpu, rss: begun.rss, rssBefore: idle.rss };
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The most deliveries a second that were held with p99 <= 250 ms: the rate grows by a quarter until it is not held. */
async function saturate(kind: Kind, redisUrl: string): Promise<number> {
  let held = 0;
  for (let rate = 1600; ; rate = Math.round(rate * 1.25)) {
    const { delivered, expected, p99 } = await measure(kind, redisUrl, { rooms: 40, perRoom: 25, rate, seconds: 4 });
    if (delivered < expected * 0.99 || p99 > 250) return held;
    held = delivered / 4;
  }
}

const perDelivery = ({ cpu, delivered }: Measured) => (cpu / delivered) * 100_000;
const SCENES: { name: string; unit: string; run: (kind: Kind, url: string) => Promise<number> }[] = [
  { name: '40 x 25, saturation', unit: 'deliveries/s held', run: saturate },
  {
    name: '40 x 25, 1 msg/s each',
    unit: 'CPU s per 100,000',
    run: async (k, u) => perDelivery(await measure(k, u, { rooms: 40, perRoom: 25, rate: 1000, seconds: 8 })),
  },
  {
    name: '1 x 1000, 5 msg/s',
    unit: 'CPU s per 100,000',
    run: async (k, u) => perDelivery(await measure(k, u, { rooms: 1, perRoom: 1000, rate: 5, seconds: 10 })),
  },
  {
    name: 'an idle member',
    unit: 'bytes',
    run: async (k, u) => {
      const m = await measure(k, u, { rooms: 40, perRoom: 25, rate: 0, seconds: 1 });
      return (m.rss - m.rssBefore) / 1000;
    },
  },
  {
    name: '1,000 join 40 rooms',
    unit: 'ms',
    run: async (k, u) => (await measure(k, u, { rooms: 40, perRoom: 25, rate: 0, seconds: 0.1 })).joined,
  },
  {
    name: '1,000 join one room',
    unit: 'ms',
    run: async (k, u) => (await measure(k, u, { rooms: 1, perRoom: 1000, rate: 0, seconds: 0.1 })).joined,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-'));
const redis = await startRedis(folder);
const table: { scene: string; unit: string; values: Record<Kind, number>; ratios: Record<Kind, number> }[] = [];
for (const { name, unit, run } of SCENES) {
  const rounds: Record<Kind, number>[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const values = {} as Record<Kind, number>;
    for (const kind of KINDS) {
      values[kind] = await run(kind, redis.url);
      console.log(`${name}, round ${round} of ${ROUNDS}, ${kind}: ${values[kind].toPrecision(4)} ${unit}`);
    }
    rounds.push(values);
  }
  const of = (value: (round: Record<Kind, number>, kind: Kind) => number) =>
    Object.fromEntries(KINDS.map((kind) => [kind, median(rounds.map((round) => value(round, kind)))])) as Record<
      Kind,
      number
    >;
  table.push({
    scene: name,
    unit,
    values: of((round, kind) => round[kind]),
    ratios: of((round, kind) => round[kind] / round.socketio),
  });
}
await redis.stop();
rmSync(folder, { recursive: true, force: true });
console.log(`\n| scene | unit | ${KINDS.join(' | ')} |\n| --- | --- | ${KINDS.map(() => '---').join(' | ')} |`);
for (const { scene, unit, values, ratios } of table) {
  console.log(
    `| ${scene} | ${unit} | ${KINDS.map((kind) => `${values[kind].toPrecision(4)} (${ratios[kind].toFixed(2)}x)`).join(' | ')} |`,
  );
}
writeFileSync('docs/pictures/bench-rooms.svg', plot(table.map(({ scene, ratios }) => ({ scene, ratios }))));
