import { describe, expect, test } from 'vitest';
import { okay, refuse } from '../shared/errors.ts';
import { LIMITS } from '../shared/limits.ts';
import { emptyLog, takeJoin } from './log.ts';
import { answered, heldEnded, heldNow, type Outbox, put, settle, strand, toSendAgain } from './outbox.ts';

const me = { member: 'm-aigul', name: 'Тыныш Бозторғай' };
const box: Outbox = put([], { id: 'message-1', text: 'Сәлем', since: 1000, state: { is: 'sending' } });
const states = (outbox: Outbox) => outbox.map(({ state }) => ('why' in state ? `${state.is} ${state.why}` : state.is));
const logTo = (last: number, id?: string) =>
  takeJoin(
    emptyLog,
    {
      epoch: 'e1',
      first: last,
      last,
      entries: [{ seq: last, at: 1, kind: 'message', by: me, text: 'Сәлем', ...(id && { id }) }],
    },
    false,
  );

describe('a message on its way', () => {
  test('stays until its place is on the screen', () => {
    const sent = answered(box, 'message-1', okay({ state: 'sent', epoch: 'e1', seq: 7, at: 1 }));
    expect(states(settle(sent, logTo(6), me.member))).toEqual(['sent']);
    expect(settle(sent, logTo(7), me.member)).toEqual([]);
  });

  test('delivered before its acknowledgement is known by its id, but only when it is mine', () => {
    expect(settle(box, logTo(7, 'message-1'), me.member)).toEqual([]);
    expect(states(settle(box, logTo(7, 'message-1'), 'm-timur'))).toEqual(['sending']);
  });

  test('acknowledged in a log that was lost since does not stay for ever', () => {
    const sent = answered(box, 'message-1', okay({ state: 'sent', epoch: 'e0', seq: 700, at: 1 }));
    expect(settle(sent, logTo(1), me.member)).toEqual([]);
  });

  test('goes again by itself while the way is broken and the server remembers its id, and not after a refusal', () => {
    const broken = answered(box, 'message-1', refuse('unavailable'));
    const refused = answered(box, 'message-1', refuse('muted', 5000));
    expect([box, broken, refused].map((outbox) => toSendAgain(outbox, 2000, 2000).length)).toEqual([1, 1, 0]);
    expect(toSendAgain(broken, 1000 + LIMITS.retryMemory, 0)).toEqual([]);
    expect(refused[0]?.state).toEqual({ is: 'failed', code: 'muted', until: 5000 });
  });

  test('too fast: goes again by itself, but not before its time', () => {
    const early = answered(box, 'message-1', refuse('rate', 5000));
    expect([4000, 5000].map((server) => toSendAgain(early, 2000, server).length)).toEqual([0, 1]);
  });

  test('never goes by itself under another session', () => {
    expect(toSendAgain(strand(box), 2000, 2000)).toEqual([]);
    expect(strand(box)[0]).toMatchObject({ text: 'Сәлем', state: { is: 'failed', code: 'no_session' } });
  });
});

test('a message written after a reconnect, before the join is answered, goes again by itself', () => {
  const early = answered(box, 'message-1', refuse('not_member'));
  expect(toSendAgain(early, 2000, 2000)).toHaveLength(1);
});

describe('a held message', () => {
  const held = answered(box, 'message-1', okay({ state: 'held', heldId: 'held-1', until: 9000 }));

  test('leaves when approved, comes back to its writer otherwise', () => {
    expect(heldEnded(held, 'message-1', { outcome: 'approved' })).toEqual([]);
    expect(states(heldEnded(held, 'message-1', { outcome: 'removed' }))).toEqual(['returned removed']);
    expect(states(heldEnded(held, 'message-1', { outcome: 'expired' }))).toEqual(['returned expired']);
  });

  test('after a return the server says what is still held', () => {
    const mine = { heldId: 'held-2', room: 'cravings', id: 'message-2', text: 'Қиын', until: 8000 };
    expect(states(heldNow(held, [mine]))).toEqual(['returned lost', 'held']);
    expect(heldNow(held, [{ ...mine, id: 'message-1' }])[0]?.state).toEqual({
      is: 'held',
      heldId: 'held-2',
      until: 8000,
    });
    const approvedMeanwhile = settle(heldNow(held, []), logTo(7, 'message-1'), me.member);
    expect(approvedMeanwhile).toEqual([]);
  });
});
