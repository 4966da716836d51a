/**
 * `npm run bench:rooms`: the pipeline without the guard beside bare Socket.IO and a bare ws broadcast, on the same Node, in the
 * same run. Server and generator in processes of their own, pinned to one core each; ROUNDS rounds (5), medians, ratios inside
 * a round. Writes the table into docs/bench.md and the plot beside it. In pieces: KEEP=FILE adds a run's figures to the rounds in
 * FILE, ONLY=many-rooms,one-room measures those parts alone, and the page is written when at least
 * three rounds are whole. For a look:
 * ROUNDS=1 ONLY=many-rooms KINDS=socketio,tirek; PROFILE=tirek PROFILE_DIR=/tmp/x adds profiles of that server.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExamples } from '../../../server/guard/examples.ts';
import { createGuard } from '../../../server/guard/guard.ts';
import { startRedis } from '../../support/services.ts';
import { writePart } from './page.ts';
import { plot } from './plot.ts';
import { addTo, isWhole, type Round, summary, table } from './report.ts';
import { idleMember, manyRooms, oneRoom, saturation } from './scenes.ts';
import { CORE, type Ground, KINDS, type Kind } from './trial.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const ONLY = process.env.ONLY?.split(',');
const { KEEP } = process.env;
const kinds = KINDS.filter((kind) => process.env.KINDS?.split(',').includes(kind) ?? true);
/** Messages a second at which the search for a limit begins in the first round. */
const FIRST_RATE = 2500;

/** What people say: lines and pairs of lines that the guard lets pass. */
function sayings(): string[] {
  const guard = createGuard();
  const lines = readExamples()
    .filter(({ labels, obfuscated }) => labels.length === 0 && !obfuscated)
    .map(({ text }) => text);
  const pairs = lines.map((line, at) => `${line} ${lines[(at * 31 + 7) % lines.length]}`);
  const passes = (text: string) => text.length < 400 && guard(text).outcome === 'pass' && !guard(text).care;
  return lines.flatMap((line, at) => [line, pairs[at] ?? line]).filter(passes);
}

const kept: Round[] = KEEP && existsSync(KEEP) ? JSON.parse(readFileSync(KEEP, 'utf8')) : [];

/** One server in one round. */
async function measure(kind: Kind, ground: Ground): Promise<Record<string, number>> {
  const wants = (part: string) => ONLY?.includes(part) ?? true;
  const idle = wants('memory') && kind !== 'tirek-guard' ? await idleMember(kind, ground) : {};
  const many = wants('many-rooms') ? await manyRooms(kind, ground) : {};
  if (kind === 'tirek-guard') return many;
  const one = wants('one-room') ? await oneRoom(kind, ground) : {};
  const most = wants('saturation') ? await saturation(kind, ground, firstRate(kind)) : {};
  return { ...idle, ...many, ...one, ...most };
}

/** A little under the limit that an earlier round found. */
function firstRate(kind: Kind): number {
  const limit = kept.map((round) => round[kind]?.saturation).find((found) => found !== undefined);
  return limit === undefined ? FIRST_RATE : Math.round(limit / 25 / 1.2);
}

async function runAll(ground: Ground): Promise<void> {
  for (let at = 1; at <= ROUNDS; at += 1) {
    const round: Round = {};
    for (const kind of kinds) {
      const figures = await measure(kind, ground);
      round[kind] = figures;
      const said = Object.entries(figures).map(([scene, value]) => `${scene} ${value.toPrecision(4)}`);
      console.log(`round ${at} of ${ROUNDS}, ${kind}: ${said.join(', ')}`);
    }
    addTo(kept, round);
    if (KEEP) writeFileSync(KEEP, JSON.stringify(kept));
  }
}

/** A Redis that shares the second core with the crowd, so that the server has the first for itself. */
async function withRedis<T>(folder: string, act: (url: string) => Promise<T>): Promise<T> {
  const redis = await startRedis(folder);
  try {
    const info = execFileSync('redis-cli', ['-u', redis.url, 'info', 'server'], { encoding: 'utf8' });
    const pid = /process_id:(\d+)/.exec(info)?.[1] ?? '';
    execFileSync('taskset', ['-a', '-cp', `${CORE.crowd}`, pid]);
    return await act(redis.url);
  } finally {
    await redis.stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-'));
try {
  const texts = join(folder, 'texts.json');
  writeFileSync(texts, JSON.stringify(sayings()));
  await withRedis(folder, (redisUrl) => runAll({ redisUrl, texts }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const results = summary(kept);
console.log(`\n${table(results)}`);
if (kept.length >= 3 && kept.every(isWhole)) {
  writePart('rooms', `${kept.length} rounds.\n\n${table(results)}`);
  writeFileSync('docs/pictures/bench-rooms.svg', plot(results));
}
