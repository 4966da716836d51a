import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { MemoryBus, MemoryKeep } from '../keep/memory.ts';
import { MemoryLog } from '../log/memory.ts';
import type { GuestWho } from '../ports/deps.ts';
import { RaidWatch } from './raid.ts';
import { MessageWatch } from './watch.ts';

const message = { room: 'starting', text: 'Сәлем', care: false };

/** Two nodes on one back end, with a clock. */
function house() {
  let now = 1_000_000_000;
  const clock = () => now;
  const log = new MemoryLog(clock);
  const said: string[] = [];
  const broadcast = { gateChanged: async () => {}, toDesk: async (room: string) => void said.push(room) } as never;
  const rooms = { all: () => [{ id: 'starting' }, { id: 'families' }] } as never;
  const logger = { error: () => {} } as never;
  const shared = { clock, log, keep: new MemoryKeep(clock), bus: new MemoryBus(), rooms, broadcast, logger };
  const rings = { look: () => null };
  const node = () => {
    const raid = new RaidWatch({ ...shared, config: { rateScale: 1 } as never });
    return { raid, watch: new MessageWatch({ ...shared, rings, raid }) };
  };
  const later = (ms: number) => {
    now += ms;
  };
  let guests = 0;
  const somebody = (since = now): GuestWho => {
    guests += 1;
    return { session: `s${guests}`, since, looked: false } as GuestWho;
  };
  return { here: node(), there: node(), later, somebody, log, said, keep: shared.keep };
}

test('many new people: slow mode where they come, on every node, and off again by itself', async () => {
  const { here, there, later, somebody, log, said } = house();
  const before = await somebody();
  later(10 * LIMITS.raid.window);
  for (let came = 0; came < LIMITS.raid.joins; came += 1) {
    expect(here.raid.since()).toBeNull();
    await (came % 2 ? here : there).raid.joined(somebody(), 'starting');
    if (came < LIMITS.raid.joins - 1) await here.raid.look();
    later(LIMITS.raid.window / 2 / LIMITS.raid.joins);
  }
  await Promise.all([here.raid.look(), there.raid.look()]);
  expect([here.raid.since(), there.raid.since()]).not.toContain(null);
  expect([(await log.gate('starting')).slowSeconds, (await log.gate('families')).slowSeconds]).toEqual([
    LIMITS.raid.slow,
    0,
  ]);
  expect(said).toEqual(['starting']);
  const outcomes = [];
  const fresh = somebody();
  for (let sent = 0; sent <= LIMITS.firstMessages; sent += 1)
    outcomes.push((await there.watch.look(fresh, message)).hold);
  expect(outcomes).toEqual([true, true, true, false]);
  expect((await here.watch.look(before, message)).hold).toBe(false);
  later(LIMITS.raid.window + LIMITS.raid.quiet + 1);
  await Promise.all([there.raid.look(), here.raid.look()]);
  expect([here.raid.since(), there.raid.since()]).toEqual([null, null]);
  expect((await log.gate('starting')).slowSeconds).toBe(0);
  const { entries } = await log.after('starting', 0, 10);
  expect(entries.map((entry) => entry.kind === 'line' && entry.line)).toEqual(['raid_on', 'raid_off']);
  expect((await here.watch.look(somebody(), message)).hold).toBe(false);
});

test('who comes back, or goes in and out, is nobody new', async () => {
  const { here, later, somebody } = house();
  const old = somebody();
  later(LIMITS.raid.window);
  const restless = somebody();
  for (let came = 0; came < 2 * LIMITS.raid.joins; came += 1) {
    await here.raid.joined(old, 'starting');
    await here.raid.joined(restless, 'starting');
  }
  await here.raid.look();
  expect(here.raid.since()).toBeNull();
});

test('after a raid a pause that a volunteer has changed stays theirs', async () => {
  const { here, later, somebody, log } = house();
  await log.setGate('starting', { slowSeconds: 5 });
  for (let came = 0; came < LIMITS.raid.joins; came += 1) await here.raid.joined(somebody(), 'starting');
  await here.raid.look();
  await log.setGate('starting', { slowSeconds: 60 });
  later(LIMITS.raid.window + LIMITS.raid.quiet + 1);
  await here.raid.look();
  expect((await log.gate('starting')).slowSeconds).toBe(60);
});

test('three stops in ten minutes, on any node: all messages wait, for a time', async () => {
  const { here, there, later, somebody } = house();
  for (const { watch } of [here, there]) onTestFinished(await watch.listen());
  const eve = somebody();
  await here.watch.struck(eve.session);
  await there.watch.struck(eve.session);
  expect((await here.watch.look(eve, message)).hold).toBe(false);
  await there.watch.struck(eve.session);
  await turn();
  for (const { watch } of [here, there]) expect((await watch.look(eve, message)).hold).toBe(true);
  later(LIMITS.strikes.life);
  for (const { watch } of [here, there]) expect((await watch.look(eve, message)).hold).toBe(false);
  for (let slow = 0; slow < 6; slow += 1) {
    await here.watch.struck(eve.session);
    later(LIMITS.strikes.within / 2);
  }
  expect((await here.watch.look(eve, message)).hold).toBe(false);
});

test('what cannot be looked after waits for a person', async () => {
  const { here, somebody, keep } = house();
  keep.count = () => Promise.reject(new Error('away'));
  expect(await here.watch.look({ ...somebody(), looked: true }, message)).toEqual({ hold: true, ring: null });
});
