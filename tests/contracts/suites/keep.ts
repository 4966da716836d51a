import { describe, expect, onTestFinished, test } from 'vitest';
import type { Keep } from '../../../server/ports/keep.ts';
import type { Open } from '../backends.ts';

const HOUR = 3_600_000;
const keepScene = (open: Open) => async () => {
  const { one, other, pass, close } = await open();
  onTestFinished(close);
  /** Redis ends values by its own clock, so short lives are waited for; memory's clock is moved. */
  const ended = async (keep: Keep, key: string) => {
    const look = () => {
      pass(10);
      return keep.get(key);
    };
    await expect.poll(look, { timeout: 20_000, interval: 5 }).toBeNull();
  };
  return { one: one.keep, other: other.keep, ended, buses: [one.bus, other.bus] as const };
};
type Scene = ReturnType<typeof keepScene>;

/** Keep and Bus keep their promises on this back end, with two servers on it. */
export function keepContract(open: Open): void {
  const scene = keepScene(open);
  values(scene);
  winners(scene);
  marks(scene);
  buses(scene);
}

const values = (scene: Scene) =>
  describe('values', () => {
    test('what one server keeps the other reads, as JSON, until it is removed', async () => {
      const { one, other } = await scene();
      const value = { name: 'Тыныш Бозторғай 🕊', rooms: ['a'], none: null, ok: false };
      await one.set('session:1', value, HOUR);
      expect(await other.get('session:1')).toEqual(value);
      await other.set('session:1', 'another', HOUR);
      expect(await one.get('session:1')).toBe('another');
      await other.remove('session:1');
      expect(await one.get('session:1')).toBeNull();
      expect(await one.get('never')).toBeNull();
    });

    test('a value ends with its life; touching prolongs it, and tells when it was too late', async () => {
      const { one, other, ended } = await scene();
      await one.set('short', 1, 40);
      await one.set('touched', 2, 40);
      expect(await other.touch('touched', HOUR)).toBe(true);
      await ended(one, 'short');
      expect(await other.touch('short', HOUR)).toBe(false);
      expect(await other.get('short')).toBeNull();
      expect(await other.get('touched')).toBe(2);
    });

    test('reading can prolong in the same step', async () => {
      const { one, other, ended } = await scene();
      await one.set('clock', 1, 40);
      await one.set('session', { lang: 'kk' }, 40);
      expect(await other.renew('session', HOUR)).toEqual({ lang: 'kk' });
      await ended(one, 'clock');
      expect(await one.get('session')).toEqual({ lang: 'kk' });
      expect(await one.renew('clock', HOUR)).toBeNull();
      expect(await one.get('clock')).toBeNull();
    });

    test('setting again gives a new life', async () => {
      const { one, other, ended } = await scene();
      await one.set('clock', 1, 40);
      await one.set('a', 1, 40);
      await other.set('a', 2, HOUR);
      await ended(one, 'clock');
      expect(await one.get('a')).toBe(2);
    });
  });

const winners = (scene: Scene) =>
  describe('one winner', () => {
    test('a claim is won once, and can be won again when it has ended', async () => {
      const { one, other, ended } = await scene();
      const claims = Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).claim('name:сұңқар', i, 60));
      const won = (await Promise.all(claims)).flatMap((yes, i) => (yes ? [i] : []));
      expect(won).toHaveLength(1);
      expect(await one.get('name:сұңқар')).toBe(won[0]);
      await ended(one, 'name:сұңқар');
      expect(await other.claim('name:сұңқар', 'new', HOUR)).toBe(true);
    });

    test('a ticket is taken once', async () => {
      const { one, other } = await scene();
      await one.set('ticket', { staff: 'dana' }, HOUR);
      const taken = await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).take('ticket')));
      expect(taken.filter((value) => value !== null)).toEqual([{ staff: 'dana' }]);
    });

    test('every count is counted, and the counter ends after its first count', async () => {
      const { one, other, ended } = await scene();
      const counts = await Promise.all(
        Array.from({ length: 50 }, (_, i) => (i % 2 ? one : other).count('tries', HOUR)),
      );
      expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
      expect(await one.count('short', 60)).toBe(1);
      expect(await other.count('short', HOUR)).toBe(2);
      await ended(one, 'short');
      expect(await one.count('short', HOUR)).toBe(1);
    });
  });

const marks = (scene: Scene) =>
  describe('counting once', () => {
    test('each mark counts once, from whichever server, until mark and counter end', async () => {
      const { one, other, ended } = await scene();
      const count = (keep: Keep, who: number, life: number) => keep.countOnce('{joins}:now', `{joins}:of:${who}`, life);
      await Promise.all(Array.from({ length: 30 }, (_, i) => count(i % 2 ? one : other, i % 3, HOUR)));
      expect(await one.get('{joins}:now')).toBe(3);
      await one.countOnce('{short}:now', '{short}:of:1', 60);
      await ended(one, '{short}:now');
      await ended(one, '{short}:of:1');
      await other.countOnce('{short}:now', '{short}:of:1', HOUR);
      expect(await one.get('{short}:now')).toBe(1);
    });
  });

const buses = (scene: Scene) =>
  describe('bus', () => {
    test('a message reaches every subscriber of its channel on both servers, in order, and no other', async () => {
      const [one, other] = (await scene()).buses;
      const heard: unknown[][] = [[], [], [], []];
      const into = (list: number) => (message: unknown) => void heard[list]?.push(message);
      await one.subscribe('sessions', into(0));
      await one.subscribe('sessions', into(1));
      await other.subscribe('sessions', into(2));
      await other.subscribe('keys', into(3));
      for (let i = 0; i < 20; i += 1) await one.publish('sessions', { i, ended: 'Айгүл' });
      const wanted = Array.from({ length: 20 }, (_, i) => ({ i, ended: 'Айгүл' }));
      await expect.poll(() => heard, { timeout: 20_000 }).toEqual([wanted, wanted, wanted, []]);
    });

    test('who has left hears no more; the others do', async () => {
      const [one, other] = (await scene()).buses;
      const heard: string[] = [];
      const leave = await one.subscribe('c', () => void heard.push('first'));
      await one.subscribe('c', () => void heard.push('second'));
      await leave();
      await leave();
      await other.publish('c', 1);
      await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['second']);
    });

    test('a publish does not run its handlers before it returns', async () => {
      const [one] = (await scene()).buses;
      let heard = false;
      await one.subscribe('c', () => {
        heard = true;
      });
      const published = one.publish('c', 1);
      expect(heard).toBe(false);
      await published;
      await expect.poll(() => heard, { timeout: 20_000 }).toBe(true);
    });
  });
