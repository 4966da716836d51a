import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import { draft, timur } from '../people.ts';
import { type LogScene, seqOf } from './log-scene.ts';

export const appending = (scene: LogScene) =>
  describe('appending', () => {
    test('messages from two servers at the same moment get a sequence without holes and one order', async () => {
      const { one, other, room, all } = await scene();
      const sends = Array.from({ length: 200 }, (_, i) => (i % 2 ? one : other).append(draft(room, `text ${i}`)));
      const seqs = (await Promise.all(sends)).map(seqOf);
      expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
      const seen = await all();
      expect(seen.map((entry) => entry.seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
      expect(await all(other)).toEqual(seen);
      seqs.forEach((seq, i) => void expect(seen[seq - 1]).toMatchObject({ text: `text ${i}` }));
    });

    test('an acknowledgement says where the message is: epoch, sequence, time', async () => {
      const { one, other, room } = await scene();
      const sent = await one.append(draft(room, 'Сәлем', { by: timur, replyTo: 7 }));
      const page = await other.after(room, 0, 10);
      expect(sent).toEqual({ state: 'sent', epoch: page.epoch, seq: 1, at: page.entries[0]?.at });
      expect(page).toMatchObject({ first: 1, last: 1 });
      expect(page.entries[0]).toMatchObject({ kind: 'message', by: timur, text: 'Сәлем', replyTo: 7 });
    });

    test('a retry gets the first answer again, also from both servers at once', async () => {
      const { one, other, room, all } = await scene();
      const message = draft(room, 'once');
      const tries = Array.from({ length: 20 }, (_, i) => (i % 2 ? one : other).append(message));
      const answers = await Promise.all(tries);
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await all()).toHaveLength(1);
    });

    test('a retry gets the first answer also after a mute and off duty', async () => {
      const { one, other, room } = await scene();
      const message = draft(room, 'once');
      const first = await one.append(message);
      await other.sanction(room, message.session, 'mute', Number.MAX_SAFE_INTEGER);
      await other.offDuty(room, 'dana');
      expect(await one.append(message)).toEqual(first);
    });

    test('an id is remembered for its time and for its own session', async () => {
      const { one, other, room, pass } = await scene();
      const message = draft(room, 'once');
      expect(seqOf(await one.append(message))).toBe(1);
      expect(seqOf(await one.append({ ...message, session: 's-timur', by: timur }))).toBe(2);
      pass(LIMITS.retryMemory + 1);
      await one.onDuty(room, 'dana', 'Dana');
      expect(seqOf(await other.append(message))).toBe(3);
    });

    test('a refused message is not remembered', async () => {
      const { one, room } = await scene();
      await one.setGate(room, { locked: true });
      const message = draft(room, 'again');
      expect(await one.append(message)).toEqual({ state: 'refused', code: 'locked' });
      await one.setGate(room, { locked: false });
      expect(seqOf(await one.append(message))).toBe(1);
    });
  });

export const refusing = (scene: LogScene) =>
  describe('what refuses', () => {
    const until = Date.now() + 3_600_000;

    test('in this order: ban, mute, lock, slow mode, duty', async () => {
      const { one, other, room, pass } = await scene();
      await one.setGate(room, { slowSeconds: 60, locked: true });
      await one.setGate(room, { locked: false });
      await one.append(draft(room, 'first'));
      await one.setGate(room, { locked: true });
      await one.offDuty(room, 'dana');
      pass(1000);
      await one.sanction(room, 's-aigul', 'ban', until);
      await one.sanction(room, 's-aigul', 'mute', until);
      const code = async () => {
        const answer = await other.append(draft(room, 'x'));
        return answer.state === 'refused' ? answer.code : answer.state;
      };
      expect(await code()).toBe('banned');
      await one.lift(room, 's-aigul', 'ban');
      expect(await code()).toBe('muted');
      await one.lift(room, 's-aigul', 'mute');
      expect(await code()).toBe('locked');
      await one.setGate(room, { locked: false });
      expect(await code()).toBe('slow');
      pass(LIMITS.dutyGap);
      expect(await code()).toBe('off_duty');
    });

    test('a sanction holds on the other server at once, for its session alone, until its end', async () => {
      const { one, other, room, pass } = await scene();
      await one.sanction(room, 's-aigul', 'mute', until);
      expect(await other.append(draft(room, 'x'))).toEqual({ state: 'refused', code: 'muted', until });
      expect(await other.append(draft(room, 'x', { session: 's-timur' }))).toMatchObject({ state: 'sent' });
      expect(await other.sanctions(room, 's-aigul')).toEqual({ muteUntil: until, banUntil: null });
      expect(await other.sanctions(room, 's-timur')).toEqual({ muteUntil: null, banUntil: null });
      pass(3_600_000 + 60_000);
      await one.onDuty(room, 'dana', 'Dana');
      expect(await other.append(draft(room, 'x'))).toMatchObject({ state: 'sent' });
      expect(await other.sanctions(room, 's-aigul')).toEqual({ muteUntil: null, banUntil: null });
    });

    test('slow mode is between two messages of one person and says until when', async () => {
      const { one, other, room, pass } = await scene();
      await one.setGate(room, { slowSeconds: 30 });
      const sent = await one.append(draft(room, 'first'));
      const at = sent.state === 'sent' ? sent.at : 0;
      expect(await other.append(draft(room, 'x'))).toEqual({ state: 'refused', code: 'slow', until: at + 30_000 });
      expect(await other.append(draft(room, 'x', { session: 's-timur' }))).toMatchObject({ state: 'sent' });
      expect(await other.append(draft(room, 'x', { staff: true }))).toMatchObject({ state: 'sent' });
      pass(30_000);
      await one.onDuty(room, 'dana', 'Dana');
      expect(await other.append(draft(room, 'x', { session: 's-timur' }))).toMatchObject({ state: 'sent' });
    });
  });

export const duty = (scene: LogScene) =>
  describe('duty', () => {
    test('goes from on to a gap that holds messages to off, and back', async () => {
      const { one, other, room, pass } = await scene();
      expect(await other.gate(room)).toMatchObject({ duty: 'on', onDuty: [{ staff: 'dana', name: 'Dana' }] });
      pass(LIMITS.lease);
      const gap = await other.gate(room);
      expect(gap).toMatchObject({ duty: 'gap', onDuty: [], gapUntil: expect.any(Number) });
      expect(await one.append(draft(room, 'x'))).toMatchObject({ state: 'held', why: 'duty' });
      pass(LIMITS.dutyGap);
      expect(await other.gate(room)).toEqual({ duty: 'off', onDuty: [], locked: false, slowSeconds: 0 });
      expect(await one.append(draft(room, 'x'))).toEqual({ state: 'refused', code: 'off_duty' });
      expect(await one.append(draft(room, 'x', { staff: true }))).toMatchObject({ state: 'sent' });
      expect(await one.onDuty(room, 'dana', 'Dana')).toMatchObject({ duty: 'on' });
      expect(await other.append(draft(room, 'x'))).toMatchObject({ state: 'sent' });
    });

    test('a room that nobody ever looked after is off', async () => {
      const { one } = await scene();
      expect(await one.gate('never')).toEqual({ duty: 'off', onDuty: [], locked: false, slowSeconds: 0 });
      expect(await one.append(draft('never', 'x'))).toEqual({ state: 'refused', code: 'off_duty' });
    });

    test('is on while anybody is; the gap begins when the last one goes', async () => {
      const { one, other, room } = await scene();
      await other.onDuty(room, 'aru', 'Әру Б.');
      expect((await one.gate(room)).onDuty.map(({ name }) => name)).toEqual(['Dana', 'Әру Б.']);
      expect(await one.offDuty(room, 'dana')).toMatchObject({ duty: 'on', onDuty: [{ staff: 'aru' }] });
      const gap = await one.offDuty(room, 'aru');
      expect(gap.duty).toBe('gap');
      expect(await one.offDuty(room, 'aru')).toEqual(gap);
    });

    test('a renewed lease goes on and keeps its place', async () => {
      const { one, other, room, pass } = await scene();
      pass(1000);
      await one.onDuty(room, 'aru', 'Әру');
      pass(LIMITS.lease - 2000);
      await one.onDuty(room, 'dana', 'Dana');
      await one.onDuty(room, 'aru', 'Әру');
      pass(LIMITS.lease - 2000);
      expect((await other.gate(room)).onDuty.map(({ staff }) => staff)).toEqual(['dana', 'aru']);
    });
  });
