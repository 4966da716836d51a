import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import { aigul, draft, timur } from '../people.ts';
import { type LogScene, seqOf } from './log-scene.ts';

export const holding = (scene: LogScene) =>
  describe('held messages', () => {
    const hold = { hold: true };

    test('are not in the log; both servers see them, oldest first', async () => {
      const { one, other, room, pass, all } = await scene();
      const first = await one.append(draft(room, 'Көмек керек', { by: timur, ...hold }));
      pass(5);
      await other.append(draft(room, 'second', hold));
      expect(await all()).toEqual([]);
      const held = await other.held([room, 'empty']);
      expect(held.map(({ text }) => text)).toEqual(['Көмек керек', 'second']);
      expect(held[0]).toMatchObject({ room, by: timur, session: 's-aigul', why: 'guard' });
      expect(first).toEqual({ state: 'held', heldId: held[0]?.heldId, until: held[0]?.until, why: 'guard' });
    });

    test('a decision has exactly one winner; an approved one enters now, with a note', async () => {
      const { one, other, room, all } = await scene();
      const message = draft(room, 'wait', { ...hold, replyTo: 3 });
      const answer = await one.append(message);
      const heldId = answer.state === 'held' ? answer.heldId : '';
      await other.append(draft(room, 'between'));
      const decisions = Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).decide(room, heldId, 'approve'));
      const states = (await Promise.all(decisions)).map(({ state }) => state);
      expect(states.toSorted()).toEqual([...Array(9).fill('already_decided'), 'approved']);
      expect((await all())[1]).toMatchObject({ seq: 2, text: 'wait', approved: true, id: message.id, replyTo: 3 });
      expect(await one.append(message)).toMatchObject({ state: 'sent', seq: 2 });
      expect(await all()).toHaveLength(2);
    });

    test('a removed one is gone', async () => {
      const { one, other, room, dump, all } = await scene();
      const answer = await one.append(draft(room, 'remove me', hold));
      const heldId = answer.state === 'held' ? answer.heldId : '';
      expect(await other.decide(room, heldId, 'remove')).toMatchObject({ state: 'removed', held: { heldId } });
      expect(await one.decide(room, heldId, 'approve')).toEqual({ state: 'already_decided' });
      expect(await one.held([room])).toEqual([]);
      expect(await all()).toEqual([]);
      expect((await dump()) ?? '').not.toContain('remove me');
    });

    test('one whose time is over cannot be approved and is given back to exactly one server', async () => {
      const { one, other, room, pass } = await scene();
      const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => one.append(draft(room, `${i}`, hold))));
      expect(await one.expireHeld([room])).toEqual([]);
      pass(LIMITS.heldLife);
      expect(await one.held([room])).toEqual([]);
      const ids = answers.map((answer) => (answer.state === 'held' ? answer.heldId : ''));
      expect(await one.decide(room, ids[0] ?? '', 'approve')).toEqual({ state: 'already_decided' });
      const given = await Promise.all([one, other, one, other].map((log) => log.expireHeld([room, 'empty'])));
      expect(
        given
          .flat()
          .map(({ heldId }) => heldId)
          .toSorted(),
      ).toEqual(ids.toSorted());
    });
  });

export const taking = (scene: LogScene) =>
  describe('what goes', () => {
    const secret = 'құпия-secret-5b1f';

    test('a retracted message leaves a gone in its place and a retract at the end', async () => {
      const { one, other, room, dump, all } = await scene();
      await one.append(draft(room, secret));
      await one.append(draft(room, 'stays'));
      expect(await other.retract(room, 1, timur.member)).toBe('not_found');
      expect(await other.retract(room, 1, aigul.member)).toBe('done');
      expect(await other.retract(room, 1, aigul.member)).toBe('not_found');
      expect(await other.retract(room, 3)).toBe('not_found');
      expect(await other.retract(room, 0)).toBe('not_found');
      expect(await other.retract(room, 99)).toBe('not_found');
      expect(await other.retract(room, 2)).toBe('done');
      expect((await all()).map(({ kind }) => kind)).toEqual(['gone', 'gone', 'retract', 'retract']);
      expect((await all())[2]).toMatchObject({ of: [1] });
      expect((await dump()) ?? '').not.toContain(secret);
    });

    test('forget takes all of one member, held ones too, and nobody else', async () => {
      const { one, other, room, dump, all } = await scene();
      for (const by of [aigul, timur, aigul]) await one.append(draft(room, `${secret} ${by.name}`, { by }));
      await one.append(draft(room, secret, { hold: true }));
      await one.append(draft(room, 'waits', { by: timur, hold: true }));
      expect(await other.forget(room, aigul.member)).toBe(2);
      expect(await other.forget(room, aigul.member)).toBe(0);
      expect((await all()).map(({ kind }) => kind)).toEqual(['gone', 'message', 'gone', 'retract']);
      expect((await all())[3]).toMatchObject({ of: [1, 3] });
      expect((await one.held([room])).map(({ text }) => text)).toEqual(['waits']);
      expect((await dump()) ?? '').not.toContain(`${secret} ${aigul.name}`);
    });

    test('purge takes everything and says so; who waits is told by the end of the held message', async () => {
      const { one, other, room, dump, all } = await scene();
      for (let i = 0; i < 450; i += 1) await one.append(draft(room, `${secret} ${i}`));
      await one.append(draft(room, secret, { hold: true }));
      await other.purge(room);
      const entries = await all();
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 451 }, (_, i) => i + 1));
      expect(entries.slice(0, 450).every(({ kind }) => kind === 'gone')).toBe(true);
      expect(entries[450]).toMatchObject({ kind: 'line', line: 'purged' });
      expect(await one.held([room])).toEqual([]);
      expect((await dump()) ?? '').not.toContain(secret);
      expect(await one.expireHeld([room])).toMatchObject([{ text: '', by: aigul }]);
    });

    test('trim removes what is older than its life, and the sequence goes on', async () => {
      const { one, other, room, pass, dump } = await scene();
      for (let i = 0; i < 1200; i += 1) await one.append(draft(room, `${secret} ${i}`));
      expect(await one.trim([room], 60_000)).toBe(0);
      pass(60_001);
      await one.onDuty(room, 'dana', 'Dana');
      await one.append(draft(room, 'young'));
      expect(await other.trim([room, 'empty'], 60_000)).toBe(1200);
      expect(await one.after(room, 0, 10)).toMatchObject({ first: 1201, last: 1201, entries: [{ text: 'young' }] });
      expect((await dump()) ?? '').not.toContain(secret);
      pass(60_001);
      await one.trim([room], 60_000);
      expect(await one.after(room, 0, 10)).toMatchObject({ first: 1202, last: 1201, entries: [] });
      await one.onDuty(room, 'dana', 'Dana');
      expect(seqOf(await one.append(draft(room, 'on')))).toBe(1202);
    });
  });
