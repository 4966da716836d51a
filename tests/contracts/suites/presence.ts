import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import type { Open } from '../backends.ts';
import { aigul, dana, timur } from '../people.ts';

const presenceScene = (open: Open) => async () => {
  const { one, other, pass, dump, close } = await open();
  onTestFinished(close);
  return { one: one.presence, other: other.presence, pass, dump, room: `room-${randomUUID().slice(0, 8)}` };
};
type Scene = ReturnType<typeof presenceScene>;

/** Presence keeps its promises on this back end, with two servers on it. */
export function presenceContract(open: Open): void {
  const scene = presenceScene(open);
  for (const promise of [coming, ending, watching]) promise(scene);
}

const coming = (scene: Scene) =>
  describe('coming and going', () => {
    test('who arrives is in the room for both servers, in order of arrival', async () => {
      const { one, other, room } = await scene();
      expect(await one.arrive(room, 'c1', timur)).toEqual({ count: 1, people: [timur] });
      expect(await other.arrive(room, 'c2', aigul)).toEqual({ count: 2, people: [timur, aigul] });
      await one.arrive(room, 'c3', dana);
      expect(await one.whoIsIn(room)).toEqual({ count: 3, people: [timur, aigul, dana] });
      expect(await other.counts([room, 'empty'])).toEqual(
        new Map([
          [room, 3],
          ['empty', 0],
        ]),
      );
    });

    test('two tabs are one person, who stays until the last one is closed', async () => {
      const { one, other, room } = await scene();
      await one.arrive(room, 'tab1', aigul);
      expect(await other.arrive(room, 'tab2', aigul)).toEqual({ count: 1, people: [aigul] });
      expect(await one.leave(room, 'tab1')).toBe(true);
      expect(await one.whoIsIn(room)).toEqual({ count: 1, people: [aigul] });
      expect(await other.leave(room, 'tab2')).toBe(true);
      expect(await one.whoIsIn(room)).toEqual({ count: 0, people: [] });
    });

    test('who arrived on one server can leave on the other; exactly one call removes', async () => {
      const { one, other, room } = await scene();
      await one.arrive(room, 'c1', aigul);
      const leaves = Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).leave(room, 'c1'));
      expect((await Promise.all(leaves)).filter(Boolean)).toHaveLength(1);
      expect(await other.leave(room, 'c1')).toBe(false);
    });

    test('a room with so many places takes no more, also at one moment on both; another tab takes no place', async () => {
      const { one, other, room } = await scene();
      const person = (i: number) => ({ member: `m${i}`, name: `Қонақ ${i}` });
      const everybody = Array.from({ length: 30 }, (_, i) => i);
      const came = await Promise.all(everybody.map((i) => (i % 2 ? one : other).arrive(room, `c${i}`, person(i), 20)));
      const inside = everybody.filter((i) => came[i] !== null);
      expect(inside).toHaveLength(20);
      expect(await other.arrive(room, 'another tab', person(inside[0] ?? 0), 20)).toMatchObject({ count: 20 });
      expect(await one.whoIsIn(room)).toMatchObject({ count: 20 });
      expect(await one.leave(room, 'c-never')).toBe(false);
      await one.leave(room, `c${inside[1]}`);
      expect(await other.arrive(room, 'late', person(99), 20)).toMatchObject({ count: 20 });
    });

    test('arrivals at the same moment on both servers all count; names are listed up to the limit', async () => {
      const { one, other, room } = await scene();
      const person = (i: number) => ({ member: `m${i}`, name: `Қонақ ${i} 🕊` });
      const everybody = Array.from({ length: 120 }, (_, i) => i);
      await Promise.all(everybody.map((i) => (i % 2 ? one : other).arrive(room, `c${i}`, person(i))));
      const { count, people } = await one.whoIsIn(room);
      expect(count).toBe(120);
      expect(people).toHaveLength(LIMITS.namesListed);
      expect(await other.whoIsIn(room)).toEqual({ count, people });
    });

    test('arriving again with the same connection changes the name and counts once', async () => {
      const { one, other, room } = await scene();
      await one.arrive(room, 'c1', aigul);
      await other.arrive(room, 'c2', timur);
      const renamed = { ...aigul, name: 'Жаңа есім' };
      expect(await other.arrive(room, 'c1', renamed)).toEqual({ count: 2, people: [renamed, timur] });
      expect(await one.arrive(room, 'c1', dana)).toEqual({ count: 2, people: [timur, dana] });
      await one.leave(room, 'c1');
      expect(await one.whoIsIn(room)).toEqual({ count: 1, people: [timur] });
    });

    test('who left is nowhere in the back end', async () => {
      const { one, room, dump } = await scene();
      await one.arrive(room, 'c1', aigul);
      await one.leave(room, 'c1');
      expect((await dump()) ?? '').toBe('');
    });
  });

const ending = (scene: Scene) =>
  describe('leases', () => {
    test('a lease ends unless it is renewed, on whichever server', async () => {
      const { one, other, room, pass } = await scene();
      await one.arrive(room, 'c1', aigul);
      await one.arrive(room, 'c2', timur);
      pass(LIMITS.lease - 2000);
      expect(await other.renew(room, ['c2'])).toEqual([]);
      pass(2000);
      expect(await one.whoIsIn(room)).toEqual({ count: 1, people: [timur] });
      expect(await one.counts([room])).toEqual(new Map([[room, 1]]));
      pass(LIMITS.lease);
      expect(await other.whoIsIn(room)).toEqual({ count: 0, people: [] });
    });

    test('an expired tab does not take the person along whose other tab lives', async () => {
      const { one, other, room, pass } = await scene();
      await one.arrive(room, 'tab1', aigul);
      pass(LIMITS.lease - 2000);
      await other.arrive(room, 'tab2', aigul);
      pass(2000);
      expect(await one.whoIsIn(room)).toEqual({ count: 1, people: [aigul] });
      expect(await one.reap([room])).toEqual([{ room, connection: 'tab1' }]);
      expect(await one.whoIsIn(room)).toEqual({ count: 1, people: [aigul] });
    });

    test('what expired is reaped by exactly one server, and only that', async () => {
      const { one, other, room, pass } = await scene();
      await Promise.all(
        Array.from({ length: 40 }, (_, i) => one.arrive(room, `c${i}`, { member: `m${i}`, name: 'x' })),
      );
      expect(await one.reap([room])).toEqual([]);
      pass(LIMITS.lease);
      await one.arrive(room, 'young', aigul);
      const reaped = (
        await Promise.all([one, other, one, other].map((presence) => presence.reap(['empty', room])))
      ).flat();
      expect(reaped).toHaveLength(40);
      expect(new Set(reaped.map(({ connection }) => connection)).size).toBe(40);
      expect(await other.leave(room, 'c1')).toBe(false);
      expect(await other.whoIsIn(room)).toEqual({ count: 1, people: [aigul] });
    });

    test('renewing tells which leases are no longer there', async () => {
      const { one, other, room } = await scene();
      await one.arrive(room, 'c1', aigul);
      expect(await other.renew(room, ['c1', 'never', 'c2'])).toEqual(['never', 'c2']);
      expect(await other.renew('empty', ['c1'])).toEqual(['c1']);
      expect(await other.renew(room, [])).toEqual([]);
    });

    test('a late renewal brings back what nobody has reaped yet', async () => {
      const { one, room, pass } = await scene();
      await one.arrive(room, 'c1', aigul);
      pass(LIMITS.lease + 1000);
      expect(await one.renew(room, ['c1'])).toEqual([]);
      expect(await one.whoIsIn(room)).toEqual({ count: 1, people: [aigul] });
    });

    test('a thousand leases are renewed in one call', async () => {
      const { one, room, pass } = await scene();
      const ids = Array.from({ length: 1000 }, (_, i) => `c${i}`);
      await Promise.all(ids.map((id) => one.arrive(room, id, { member: `m-${id}`, name: id })));
      pass(LIMITS.lease - 2000);
      expect(await one.renew(room, [...ids, 'never'])).toEqual(['never']);
      pass(2000);
      expect((await one.whoIsIn(room)).count).toBe(1000);
      pass(LIMITS.lease);
      const reaped = [...(await one.reap([room])), ...(await one.reap([room])), ...(await one.reap([room]))];
      expect(reaped).toHaveLength(1000);
    });
  });

const watching = (scene: Scene) =>
  test('a watcher hears on one server of who comes and goes on the other', async () => {
    const { one, other, room } = await scene();
    let heard = 0;
    const count = () => {
      heard += 1;
    };
    const more = (than: number) => expect.poll(() => heard, { timeout: 20_000 }).toBeGreaterThan(than);
    const leave = await one.watch(room, count);
    await other.arrive(room, 'c1', aigul);
    await more(0);
    const before = heard;
    await other.leave(room, 'c1');
    await more(before);
    await leave();
    const last = heard;
    let again = 0;
    const leaveAgain = await one.watch(room, () => {
      again += 1;
    });
    await other.arrive(room, 'c2', timur);
    await expect.poll(() => again, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(heard).toBe(last);
    await leaveAgain();
  });
