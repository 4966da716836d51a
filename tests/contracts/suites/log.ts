import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppendResult, RoomLog } from '../../../server/ports/log.ts';
import type { Entry } from '../../../shared/entries.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { Backend, Open } from '../backends.ts';
import { aigul, draft, timur } from '../people.ts';

/** A room's log keeps its promises on this back end, with two servers on it. */
export function logContract(open: Open): void {
  let backend: Backend;
  let one: RoomLog;
  let other: RoomLog;
  let room: string;

  beforeEach(async () => {
    backend = await open();
    one = backend.one.log;
    other = backend.other.log;
    room = `room-${randomUUID().slice(0, 8)}`;
    await one.onDuty(room, 'dana', 'Dana');
  });
  afterEach(() => backend.close());

  const all = async (log = one) => (await log.after(room, 0, 100_000)).entries;
  const seqOf = (result: AppendResult) => {
    if (result.state !== 'sent') throw new Error(`not sent: ${JSON.stringify(result)}`);
    return result.seq;
  };

  describe('appending', () => {
    test('messages from two servers at the same moment get a sequence without holes and one order', async () => {
      const sends = Array.from({ length: 200 }, (_, i) => (i % 2 ? one : other).append(draft(room, `text ${i}`)));
      const seqs = (await Promise.all(sends)).map(seqOf);
      expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
      const seen = await all();
      expect(seen.map((entry) => entry.seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
      expect(await all(other)).toEqual(seen);
      seqs.forEach((seq, i) => void expect(seen[seq - 1]).toMatchObject({ text: `text ${i}` }));
    });

    test('an acknowledgement says where the message is: epoch, sequence, time', async () => {
      const sent = await one.append(draft(room, 'Сәлем', { by: timur, replyTo: 7 }));
      const page = await other.after(room, 0, 10);
      expect(sent).toEqual({ state: 'sent', epoch: page.epoch, seq: 1, at: page.entries[0]?.at });
      expect(page).toMatchObject({ first: 1, last: 1 });
      expect(page.entries[0]).toMatchObject({ kind: 'message', by: timur, text: 'Сәлем', replyTo: 7 });
    });

    test('a retry gets the first answer again, also from both servers at once', async () => {
      const message = draft(room, 'once');
      const tries = Array.from({ length: 20 }, (_, i) => (i % 2 ? one : other).append(message));
      const answers = await Promise.all(tries);
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await all()).toHaveLength(1);
    });

    test('a retry gets the first answer also after a mute and off duty', async () => {
      const message = draft(room, 'once');
      const first = await one.append(message);
      await other.sanction(room, message.session, 'mute', Number.MAX_SAFE_INTEGER);
      await other.offDuty(room, 'dana');
      expect(await one.append(message)).toEqual(first);
    });

    test('an id is remembered for its time and for its own session', async () => {
      const message = draft(room, 'once');
      expect(seqOf(await one.append(message))).toBe(1);
      expect(seqOf(await one.append({ ...message, session: 's-timur', by: timur }))).toBe(2);
      backend.pass(LIMITS.retryMemory + 1);
      await one.onDuty(room, 'dana', 'Dana');
      expect(seqOf(await other.append(message))).toBe(3);
    });

    test('a refused message is not remembered', async () => {
      await one.setGate(room, { locked: true });
      const message = draft(room, 'again');
      expect(await one.append(message)).toEqual({ state: 'refused', code: 'locked' });
      await one.setGate(room, { locked: false });
      expect(seqOf(await one.append(message))).toBe(1);
    });
  });

  describe('what refuses', () => {
    const until = Date.now() + 3_600_000;

    test('in this order: ban, mute, lock, slow mode, duty', async () => {
      await one.setGate(room, { slowSeconds: 60, locked: true });
      await one.setGate(room, { locked: false });
      await one.append(draft(room, 'first'));
      await one.setGate(room, { locked: true });
      await one.offDuty(room, 'dana');
      backend.pass(1000);
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
      backend.pass(LIMITS.dutyGap);
      expect(await code()).toBe('off_duty');
    });

    test('a sanction holds on the other server at once, for its session alone, until its end', async () => {
      await one.sanction(room, 's-aigul', 'mute', until);
      expect(await other.append(draft(room, 'x'))).toEqual({ state: 'refused', code: 'muted', until });
      expect(await other.append(draft(room, 'x', { session: 's-timur' }))).toMatchObject({ state: 'sent' });
      expect(await other.sanctions(room, 's-aigul')).toEqual({ muteUntil: until, banUntil: null });
      expect(await other.sanctions(room, 's-timur')).toEqual({ muteUntil: null, banUntil: null });
      backend.pass(3_600_000 + 60_000);
      await one.onDuty(room, 'dana', 'Dana');
      expect(await other.append(draft(room, 'x'))).toMatchObject({ state: 'sent' });
      expect(await other.sanctions(room, 's-aigul')).toEqual({ muteUntil: null, banUntil: null });
    });

    test('slow mode is between two messages of one person and says until when', async () => {
      await one.setGate(room, { slowSeconds: 30 });
      const sent = await one.append(draft(room, 'first'));
      const at = sent.state === 'sent' ? sent.at : 0;
      expect(await other.append(draft(room, 'x'))).toEqual({ state: 'refused', code: 'slow', until: at + 30_000 });
      expect(await other.append(draft(room, 'x', { session: 's-timur' }))).toMatchObject({ state: 'sent' });
      expect(await other.append(draft(room, 'x', { staff: true }))).toMatchObject({ state: 'sent' });
      backend.pass(30_000);
      await one.onDuty(room, 'dana', 'Dana');
      expect(await other.append(draft(room, 'x', { session: 's-timur' }))).toMatchObject({ state: 'sent' });
    });
  });

  describe('duty', () => {
    test('goes from on to a gap that holds messages to off, and back', async () => {
      expect(await other.gate(room)).toMatchObject({ duty: 'on', onDuty: [{ staff: 'dana', name: 'Dana' }] });
      backend.pass(LIMITS.lease);
      const gap = await other.gate(room);
      expect(gap).toMatchObject({ duty: 'gap', onDuty: [], gapUntil: expect.any(Number) });
      expect(await one.append(draft(room, 'x'))).toMatchObject({ state: 'held', why: 'duty' });
      backend.pass(LIMITS.dutyGap);
      expect(await other.gate(room)).toEqual({ duty: 'off', onDuty: [], locked: false, slowSeconds: 0 });
      expect(await one.append(draft(room, 'x'))).toEqual({ state: 'refused', code: 'off_duty' });
      expect(await one.append(draft(room, 'x', { staff: true }))).toMatchObject({ state: 'sent' });
      expect(await one.onDuty(room, 'dana', 'Dana')).toMatchObject({ duty: 'on' });
      expect(await other.append(draft(room, 'x'))).toMatchObject({ state: 'sent' });
    });

    test('a room that nobody ever looked after is off', async () => {
      expect(await one.gate('never')).toEqual({ duty: 'off', onDuty: [], locked: false, slowSeconds: 0 });
      expect(await one.append(draft('never', 'x'))).toEqual({ state: 'refused', code: 'off_duty' });
    });

    test('is on while anybody is; the gap begins when the last one goes', async () => {
      await other.onDuty(room, 'aru', 'Әру Б.');
      expect((await one.gate(room)).onDuty.map(({ name }) => name)).toEqual(['Dana', 'Әру Б.']);
      expect(await one.offDuty(room, 'dana')).toMatchObject({ duty: 'on', onDuty: [{ staff: 'aru' }] });
      const gap = await one.offDuty(room, 'aru');
      expect(gap.duty).toBe('gap');
      expect(await one.offDuty(room, 'aru')).toEqual(gap);
    });

    test('a renewed lease goes on and keeps its place', async () => {
      backend.pass(1000);
      await one.onDuty(room, 'aru', 'Әру');
      backend.pass(LIMITS.lease - 2000);
      await one.onDuty(room, 'dana', 'Dana');
      await one.onDuty(room, 'aru', 'Әру');
      backend.pass(LIMITS.lease - 2000);
      expect((await other.gate(room)).onDuty.map(({ staff }) => staff)).toEqual(['dana', 'aru']);
    });
  });

  describe('held messages', () => {
    const hold = { hold: true };

    test('are not in the log; both servers see them, oldest first', async () => {
      const first = await one.append(draft(room, 'Көмек керек', { by: timur, ...hold }));
      backend.pass(5);
      await other.append(draft(room, 'second', hold));
      expect(await all()).toEqual([]);
      const held = await other.held([room, 'empty']);
      expect(held.map(({ text }) => text)).toEqual(['Көмек керек', 'second']);
      expect(held[0]).toMatchObject({ room, by: timur, session: 's-aigul', why: 'guard' });
      expect(first).toEqual({ state: 'held', heldId: held[0]?.heldId, until: held[0]?.until, why: 'guard' });
    });

    test('a decision has exactly one winner; an approved one enters now, with a note', async () => {
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
      const answer = await one.append(draft(room, 'remove me', hold));
      const heldId = answer.state === 'held' ? answer.heldId : '';
      expect(await other.decide(room, heldId, 'remove')).toMatchObject({ state: 'removed', held: { heldId } });
      expect(await one.decide(room, heldId, 'approve')).toEqual({ state: 'already_decided' });
      expect(await one.held([room])).toEqual([]);
      expect(await all()).toEqual([]);
      expect((await backend.dump()) ?? '').not.toContain('remove me');
    });

    test('one whose time is over cannot be approved and is given back to exactly one server', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => one.append(draft(room, `${i}`, hold))));
      expect(await one.expireHeld([room])).toEqual([]);
      backend.pass(LIMITS.heldLife);
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

  describe('what goes', () => {
    const secret = 'құпия-secret-5b1f';

    test('a retracted message leaves a gone in its place and a retract at the end', async () => {
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
      expect((await backend.dump()) ?? '').not.toContain(secret);
    });

    test('forget takes all of one member, held ones too, and nobody else', async () => {
      for (const by of [aigul, timur, aigul]) await one.append(draft(room, `${secret} ${by.name}`, { by }));
      await one.append(draft(room, secret, { hold: true }));
      await one.append(draft(room, 'waits', { by: timur, hold: true }));
      expect(await other.forget(room, aigul.member)).toBe(2);
      expect(await other.forget(room, aigul.member)).toBe(0);
      expect((await all()).map(({ kind }) => kind)).toEqual(['gone', 'message', 'gone', 'retract']);
      expect((await all())[3]).toMatchObject({ of: [1, 3] });
      expect((await one.held([room])).map(({ text }) => text)).toEqual(['waits']);
      expect((await backend.dump()) ?? '').not.toContain(`${secret} ${aigul.name}`);
    });

    test('purge takes everything and says so; who waits is told by the end of the held message', async () => {
      for (let i = 0; i < 450; i += 1) await one.append(draft(room, `${secret} ${i}`));
      await one.append(draft(room, secret, { hold: true }));
      await other.purge(room);
      const entries = await all();
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 451 }, (_, i) => i + 1));
      expect(entries.slice(0, 450).every(({ kind }) => kind === 'gone')).toBe(true);
      expect(entries[450]).toMatchObject({ kind: 'line', line: 'purged' });
      expect(await one.held([room])).toEqual([]);
      expect((await backend.dump()) ?? '').not.toContain(secret);
      expect(await one.expireHeld([room])).toMatchObject([{ text: '', by: aigul }]);
    });

    test('trim removes what is older than its life, and the sequence goes on', async () => {
      for (let i = 0; i < 1200; i += 1) await one.append(draft(room, `${secret} ${i}`));
      expect(await one.trim([room], 60_000)).toBe(0);
      backend.pass(60_001);
      await one.onDuty(room, 'dana', 'Dana');
      await one.append(draft(room, 'young'));
      expect(await other.trim([room, 'empty'], 60_000)).toBe(1200);
      expect(await one.after(room, 0, 10)).toMatchObject({ first: 1201, last: 1201, entries: [{ text: 'young' }] });
      expect((await backend.dump()) ?? '').not.toContain(secret);
      backend.pass(60_001);
      await one.trim([room], 60_000);
      expect(await one.after(room, 0, 10)).toMatchObject({ first: 1202, last: 1201, entries: [] });
      await one.onDuty(room, 'dana', 'Dana');
      expect(seqOf(await one.append(draft(room, 'on')))).toBe(1202);
    });
  });

  describe('reading', () => {
    beforeEach(async () => {
      for (let i = 1; i <= 20; i += 1) await one.append(draft(room, `${i}`));
    });
    const seqs = (entries: Entry[]) => entries.map(({ seq }) => seq);

    test('after: oldest first, at most so many, nothing past the end', async () => {
      expect(seqs((await other.after(room, 0, 3)).entries)).toEqual([1, 2, 3]);
      expect(seqs((await other.after(room, 17, 50)).entries)).toEqual([18, 19, 20]);
      expect(seqs((await other.after(room, 20, 50)).entries)).toEqual([]);
      expect(seqs((await other.after(room, 500, 50)).entries)).toEqual([]);
    });

    test('before: the last so many before a sequence, the tail for Infinity', async () => {
      expect(seqs((await other.before(room, Number.POSITIVE_INFINITY, 3)).entries)).toEqual([18, 19, 20]);
      expect(seqs((await other.before(room, 3, 50)).entries)).toEqual([1, 2]);
      expect(seqs((await other.before(room, 1, 50)).entries)).toEqual([]);
      expect(seqs((await other.before(room, 500, 2)).entries)).toEqual([19, 20]);
    });

    test('an empty room has an epoch that stays', async () => {
      const page = await one.before('empty', Number.POSITIVE_INFINITY, 50);
      expect(page).toEqual({ epoch: expect.stringMatching(/^.{1,40}$/), first: 1, last: 0, entries: [] });
      expect((await other.after('empty', 0, 1)).epoch).toBe(page.epoch);
    });
  });

  test('reactions and lines are entries of the same sequence', async () => {
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

  test('a watcher on one server hears of entries and gates from the other, until it leaves', async () => {
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
}
