/**
 * `node tests/bench/entry.ts`: how long a cheap phone takes to be in a room, and what of that is the proof of work. Chromium's
 * own throttling slows the page alone, not its workers, and the proof is done in workers; so every thread of the browser shares
 * each core with SPINNERS that do nothing, which leaves it a share of it. The share reached is measured and printed. The server
 * keeps its speed by priority (needs root). The network is what browsers call Fast 3G. Wants an otherwise silent machine.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism, setPriority } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openHouse, startNode } from '../support/node.ts';
import { atDesk, hire } from '../support/people.ts';
import { openScreen } from '../support/screen.ts';

const SPINNERS = 3;
const VISITS = Number(process.env.VISITS ?? 7);
const FAST_3G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
/** Milliseconds that a worker takes for work of a fixed size. */
const SPIN = `new Promise((done) => {
  const url = URL.createObjectURL(new Blob(['const t = performance.now(); let x = 1; for (let i = 0; i < 3e8; i++) x = (x * 31 + i) | 0; postMessage(performance.now() - t)']));
  new Worker(url).onmessage = ({ data }) => done(data);
})`;

const house = await openHouse();
const browser = await openBrowser();
setPriority(-15);
const node = await startNode(house, { env: { POW_COST: process.env.POW_COST ?? '24' } });
const desk = await atDesk(node, await hire(house, 'Dana', 'moderator'));
await desk.must('desk:open', {});
await desk.must('duty:start', {});

const blank = await browser.newPage();
const spin = async () => Math.min(...[await blank.evaluate(SPIN), await blank.evaluate(SPIN)].map(Number));
const full = await spin();
const throttle = await blank.context().newCDPSession(blank);
await throttle.send('Emulation.setCPUThrottlingRate', { rate: 4 });
console.log(`a worker under Chromium's own 4x throttling: ${((await spin()) / full).toFixed(1)}x slower`);
await throttle.send('Emulation.setCPUThrottlingRate', { rate: 1 });

const quick: number[] = [];
for (let visit = 0; visit < VISITS; visit += 1) quick.push((await enter(browser, false)).proof);
tell('proof of work, not slowed', quick);
const spinners = Array.from({ length: SPINNERS * availableParallelism() }, spinner);
console.log(`a worker beside ${SPINNERS} spinners a core: ${((await spin()) / full).toFixed(1)}x slower`);
const visits: { proof: number; room: number }[] = [];
for (let visit = 0; visit < VISITS; visit += 1) visits.push(await enter(browser));
for (const child of spinners) child.kill();
tell(
  'proof of work',
  visits.map(({ proof }) => proof),
);
tell(
  'start page to room',
  visits.map(({ room }) => room),
);
desk.close();
await browser.close();
await node.close();
await house.close();

function spinner(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'for (;;);']);
  setPriority(child.pid ?? 0, 0);
  return child;
}

/** A first visit with nothing cached: the start page, the list, the first room. Times in milliseconds. */
async function enter(browser: Browser, slow = true): Promise<{ proof: number; room: number }> {
  const { page, close } = await openScreen(browser);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  if (slow) await network.send('Network.emulateNetworkConditions', FAST_3G);
  const asked = page.waitForResponse('**/api/challenge').then(() => performance.now());
  const brought = page.waitForRequest('**/api/session').then(() => performance.now());
  const began = performance.now();
  await page.goto(`${node.address}/kk/`, { waitUntil: 'commit' });
  await page.locator('main a[href$="/kk/rooms"]').first().click();
  await openRoom(page);
  const room = performance.now() - began;
  const proof = (await brought) - (await asked);
  await close();
  return { proof, room };
}

async function openRoom(page: Page): Promise<void> {
  await page.locator('.room-card button').first().click();
  await page.locator('#composer').waitFor();
}

function tell(what: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const seconds = (ms = 0) => (ms / 1000).toFixed(2);
  const median = sorted[Math.floor(sorted.length / 2)];
  console.log(
    `${what}: median ${seconds(median)} s, best ${seconds(sorted[0])} s, worst ${seconds(sorted.at(-1))} s of ${sorted.length} visits`,
  );
}
