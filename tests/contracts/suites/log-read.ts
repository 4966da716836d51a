import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../shared/entries.ts';
import { draft, timur } from '../people.ts';
import type { LogScene } from './log-scene.ts';

export const reading = (scene: LogScene) =>
  describe('reading', () => {
    const twenty = async () => {
      const { one, other, room } = await scene();
      for (let i = 1; i <= 20; i += 1) await one.append(draft(room, `${i}`));
      return { other, room };
    };
    const seqs = (entries: Entry[]) => entries.map(({ seq }) => seq);

    test('after: oldest first, at most so many, nothing past the end', async () => {
      const { other, room } = await twenty();
      expect(seqs((await other.after(room, 0, 3)).entries)).toEqual([1, 2, 3]);
      expect(seqs((await other.after(room, 17, 50)).entries)).toEqual([18, 19, 20]);
      expect(seqs((await other.after(room, 20, 50)).entries)).toEqual([]);
      expect(seqs((await other.after(room, 500, 50)).entries)).toEqual([]);
    });

    test('before: the last so many before a sequence, the tail for Infinity', async () => {
      const { other, room } = await twenty();
      expect(seqs((await other.before(room, Number.POSITIVE_INFINITY, 3)).entries)).toEqual([18, 19, 20]);
      expect(seqs((await other.before(room, 3, 50)).entries)).toEqual([1, 2]);
      expect(seqs((await other.before(room, 1, 50)).entries)).toEqual([]);
      expect(seqs((await other.before(room, 500, 2)).entries)).toEqual([19, 20]);
    });

    test('an empty room has an epoch that stays', async () => {
      const { one, other } = await scene();
      const page = await one.before('empty', Number.POSITIVE_INFINITY, 50);
      expect(page).toEqual({ epoch: expect.stringMatching(/^.{1,40}$/), first: 1, last: 0, entries: [] });
      expect((await other.after('empty', 0, 1)).epoch).toBe(page.epoch);
    });
  });

export const reacting = (scene: LogScene) => {
  test('reactions and lines are entries of the same sequence', async () => {
    const { one, other, room, all } = await scene();
    await one.append(draft(room, 'hello'));
    expect(await other.react(room, 1, timur.member, 'support', true)).toBe('done');
    expect(await other.react(room, 9, timur.member, 'support', true)).toBe('not_found');
    expect(await other.react(room, 2, timur.member, 'support', true)).toBe('not_found');
    expect(await other.say(room, 'locked')).toBe(3);
    expect((await all()).slice(1)).toMatchObject([
      { seq: 2, kind: 'react', of: 1, by: timur.member, reaction: 'support', on: true },
      { seq: 3, kind: 'line', line: 'locked' },
    ]);
  });
};

export const watching = (scene: LogScene) => {
  test('a lockdown is a part of the gate on every server until it ends; other changes leave it alone', async () => {
    const { one, other, room } = await scene();
    const lockdown = { since: 1_700_000_000_000, by: 'raid', before: 5 } as const;
    expect(await one.setGate(room, { lockdown, slowSeconds: 20 })).toMatchObject({ lockdown, slowSeconds: 20 });
    expect(await other.setGate(room, { locked: true })).toMatchObject({ lockdown, locked: true });
    await one.setGate(room, { lockdown: { ...lockdown, by: 'staff' } });
    expect((await other.gate(room)).lockdown).toEqual({ ...lockdown, by: 'staff' });
    await other.setGate(room, { lockdown: null });
    expect(await one.gate(room)).not.toHaveProperty('lockdown');
  });

  test('a watcher on one server hears of entries and gates from the other, until it leaves', async () => {
    const { one, other, room } = await scene();
    const heard: string[] = [];
    const leave = await one.watch(room, (what) => void heard.push(what));
    const next = (what: string) => expect.poll(() => heard.includes(what), { timeout: 20_000 }).toBe(true);
    await other.append(draft(room, 'x'));
    await next('entries');
    await other.setGate(room, { slowSeconds: 5 });
    await next('gate');
    await leave();
    heard.length = 0;
    const again = await one.watch(room, (what) => void heard.push(`again ${what}`));
    await other.append(draft(room, 'y', { session: 's-timur' }));
    await next('again entries');
    expect(heard.filter((what) => !what.startsWith('again'))).toEqual([]);
    await again();
  });
};
