import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { Reply } from '../../shared/errors.ts';
import { PROTOCOL_VERSION, type Sent } from '../../shared/events.ts';
import { connect, type PersonInTest, postJson } from '../support/people.ts';
import { startFleet } from './fleet.ts';
import { startProxy } from './proxy.ts';

const MESSAGES = 50;
const TRIES = 10;
const room = 'room-0';

test('a message sent ten times over three nodes at once, its answers lost, is stored once under one sequence', async () => {
  const { nodes } = await startFleet({ rooms: 1 });
  const { reply } = await postJson<{ token: string }>(nodes[0]?.address ?? '', '/api/session', { lang: 'ru' });
  const token = reply.ok ? reply.data.token : '';
  const enter = async (address: string): Promise<PersonInTest> => {
    const tab = await connect(address, { v: PROTOCOL_VERSION, lang: 'ru', token }, token);
    onTestFinished(() => tab.close());
    await tab.must('room:join', { room });
    return tab;
  };
  let turn = 0;
  const proxy = await startProxy(async () => nodes[turn++ % nodes.length]?.port ?? 0);
  onTestFinished(proxy.close);
  const heard = Array.from({ length: TRIES / 2 }, (_, at) => enter(nodes[at % nodes.length]?.address ?? ''));
  const unheard = Array.from({ length: TRIES / 2 }, () => enter(proxy.address));
  const [answered, mute] = [await Promise.all(heard), await Promise.all(unheard)];
  for (const { port } of nodes) proxy.loseAnswers(port);

  const ids = Array.from({ length: MESSAGES }, () => randomUUID());
  const first = new Map<string, Set<number>>();
  const note = (id: string, answer: Reply<Sent>) => {
    if (!answer.ok || answer.data.state !== 'sent') throw new Error(JSON.stringify(answer));
    first.set(id, (first.get(id) ?? new Set()).add(answer.data.seq));
  };
  const lost: Promise<unknown>[] = [];
  for (const id of ids) {
    const message = { room, id, text: id };
    const unanswered = mute.map((tab) => tab.socket.timeout(1000).emitWithAck('message:send', message));
    lost.push(...unanswered.map((answer) => answer.catch(() => null)));
    for (const answer of await Promise.all(answered.map((tab) => tab.ask('message:send', message)))) note(id, answer);
  }
  expect((await Promise.all(lost)).filter((answer) => answer !== null)).toEqual([]);
  // Those who heard nothing come back and ask again.
  const again = await Promise.all(mute.map((_, at) => enter(nodes[at % nodes.length]?.address ?? '')));
  for (const id of ids) for (const tab of again) note(id, await tab.ask('message:send', { room, id, text: id }));

  const sequences = ids.map((id) => [...(first.get(id) ?? [])]);
  expect(sequences.filter((seqs) => seqs.length !== 1)).toEqual([]);
  const reader = again[0] as PersonInTest;
  const stored: string[] = [];
  for (let seq = 0; ; seq += 50) {
    const { entries } = await reader.must('log:after', { room, seq });
    if (entries.length === 0) break;
    stored.push(...entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : [])));
  }
  expect(stored.toSorted()).toEqual(ids.toSorted());
  console.log(
    `${MESSAGES} messages, ${MESSAGES * TRIES} tries and ${MESSAGES * again.length} more: ${stored.length} stored`,
  );
});
