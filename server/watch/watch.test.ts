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
  const broadcast = { gateChanged: async (room: string) => void said.push(room) } as never;
  const rooms = { all: () => [{ id: 'starting' }, { id: 'families' }] } as never;
  const logger = { error: () => {} } as never;
  const shared = { clock, log, keep: new MemoryKeep(clock), bus: new MemoryBus(), rooms, broadcast, logger };
  const rings = { look: () => null, listen: async () => async () => {}, tell: async () => {} };
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

/** So many new people as a raid takes, from half the window on. */
async function comeInCrowds(scene: ReturnType<typeof house>) {
  const { here, there, later, somebody } = scene;
  for (let came = 0; came < LIMITS.raid.joins; came += 1) {
    expect(here.raid.on()).toBe(false);
    await (came % 2 ? here : there).raid.joined(somebody(), 'starting');
    if (came < LIMITS.raid.joins - 1) await here.raid.look();
    later(LIMITS.raid.window / 2 / LIMITS.raid.joins);
  }
  await allLook(scene);
}

/** On both nodes at the same moment; who was not the first learns of it with the second look. */
async function allLook({ here, there }: Pick<ReturnType<typeof house>, 'here' | 'there'>) {
  for (let look = 0; look < 2; look += 1) await Promise.all([here.raid.look(), there.raid.look()]);
}

async function calmDown({ here, there, later }: ReturnType<typeof house>) {
  later(LIMITS.raid.window + LIMITS.raid.quiet + 1);
  await allLook({ here, there });
}

test('many new people: a lockdown where they come, on every node, and off again by itself', async () => {
  const scene = house();
  const { here, there, later, somebody, log, said } = scene;
  const before = somebody();
  later(10 * LIMITS.raid.window);
  await comeInCrowds(scene);
  expect([here.raid.on(), there.raid.on()]).toEqual([true, true]);
  const since = expect.any(Number);
  expect(await log.gate('starting')).toMatchObject({
    slowSeconds: LIMITS.raid.slow,
    lockdown: { since, by: 'raid', before: 0 },
  });
  expect(await log.gate('families')).toMatchObject({ slowSeconds: 0 });
  expect(await log.gate('families')).not.toHaveProperty('lockdown');
  expect(said).toEqual(['starting']);
  const fresh = somebody();
  for (let sent = 0; sent <= LIMITS.firstMessages; sent += 1)
    expect((await there.watch.look(fresh, message)).hold).toBe(true);
  expect((await there.watch.look(fresh, { ...message, room: 'families' })).hold).toBe(false);
  expect((await here.watch.look(before, message)).hold).toBe(false);
  await calmDown(scene);
  expect([here.raid.on(), there.raid.on()]).toEqual([false, false]);
  expect(await log.gate('starting')).toMatchObject({ slowSeconds: 0 });
  expect(await log.gate('starting')).not.toHaveProperty('lockdown');
  const { entries } = await log.after('starting', 0, 10);
  expect(entries.map((entry) => entry.kind === 'line' && entry.line)).toEqual(['lockdown_on', 'lockdown_off']);
  expect((await here.watch.look(fresh, message)).hold).toBe(false);
});

test('who comes back, or goes in and out, is nobody new', async () => {
  const { here, later, somebody } = house();
  const old = Array.from({ length: LIMITS.raid.joins }, () => somebody());
  later(LIMITS.raid.window);
  const restless = somebody();
  for (const one of old) {
    await here.raid.joined(one, 'starting');
    await here.raid.joined(restless, 'starting');
  }
  await here.raid.look();
  expect(here.raid.on()).toBe(false);
});

test('those who go on into another room bring it into lockdown too', async () => {
  const scene = house();
  const { here, somebody, log } = scene;
  await comeInCrowds(scene);
  for (let moved = 0; moved < LIMITS.raid.joins / 10; moved += 1) {
    const eve = somebody();
    await here.raid.joined(eve, 'starting');
    await here.raid.joined(eve, 'families');
  }
  await here.raid.look();
  expect((await log.gate('families')).lockdown).toMatchObject({ by: 'raid' });
});

test('after a raid a pause that a volunteer has changed stays theirs, and so does one that was longer', async () => {
  const scene = house();
  const { log } = scene;
  await log.setGate('starting', { slowSeconds: 5 });
  await comeInCrowds(scene);
  await log.setGate('starting', { slowSeconds: 60 });
  await calmDown(scene);
  expect((await log.gate('starting')).slowSeconds).toBe(60);
  await comeInCrowds(scene);
  expect((await log.gate('starting')).slowSeconds).toBe(60);
  await calmDown(scene);
  expect((await log.gate('starting')).slowSeconds).toBe(60);
});

test('a lockdown that a volunteer ends stays ended for this raid; the next one is noticed', async () => {
  const scene = house();
  const { here, there, later, log, somebody } = scene;
  await comeInCrowds(scene);
  expect(await here.raid.end('starting', 'staff')).not.toHaveProperty('lockdown');
  for (const { raid } of [there, here]) await raid.look();
  expect(await log.gate('starting')).not.toHaveProperty('lockdown');
  expect((await there.watch.look(somebody(), message)).hold).toBe(false);
  await calmDown(scene);
  later(LIMITS.raid.calm);
  await comeInCrowds(scene);
  expect((await log.gate('starting')).lockdown).toMatchObject({ by: 'raid' });
});

test('a lockdown that a volunteer begins waits for a volunteer, and hides no raid after it', async () => {
  const scene = house();
  const { here, there, log, somebody, said } = scene;
  expect((await here.raid.begin('starting', 'staff')).lockdown).toMatchObject({ by: 'staff' });
  await here.raid.begin('starting', 'staff');
  await calmDown(scene);
  expect((await there.watch.look(somebody(), message)).hold).toBe(true);
  expect(said).toEqual(['starting']);
  await there.raid.end('starting', 'staff');
  await here.raid.look();
  await comeInCrowds(scene);
  expect((await log.gate('starting')).lockdown).toMatchObject({ by: 'raid' });
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
