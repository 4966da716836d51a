import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type Outgoing, PASSING } from '../../client/outbox.ts';
import { judge, type Verdict } from './judge.ts';
import { joinAs, type Member } from './member.ts';

const ROOMS = 6;

export interface Crowd {
  members: Member[];
  /** Everybody in turn writes, `perSecond` in all, until told to stop. */
  talk(perSecond: number): { stop(): void };
  acknowledged(): number;
  /** Resolves when every screen is quiet and shows the same as the others of its room, or after `patience` ms. */
  quiet(patience: number): Promise<void>;
  /** Codes of what was refused for good and waits for its writer. */
  refused(): string[];
  verdict(): Verdict;
}

/** Sixty members in six rooms, on whatever nodes the proxy gives them. They leave with the test. */
export async function gather(address: string, people = 60): Promise<Crowd> {
  const members = await Promise.all(Array.from({ length: people }, (_, at) => joinAs(address, `room-${at % ROOMS}`)));
  onTestFinished(() => {
    for (const member of members) member.close();
  });
  const notes = () => members.flatMap(({ written }) => [...written.values()]);
  return {
    members,
    talk: (perSecond) => {
      let count = 0;
      const timer = setInterval(() => {
        members[count % people]?.write(`message ${count}`);
        count += 1;
      }, 1000 / perSecond);
      return { stop: () => clearInterval(timer) };
    },
    acknowledged: () => notes().filter((note) => note.acknowledged !== null).length,
    quiet: async (patience) => {
      const until = performance.now() + patience;
      while (restless(members).length > 0 && performance.now() < until) await wait(100);
      for (const one of restless(members)) console.log('not quiet:', one);
    },
    refused: () => members.flatMap(({ room }) => room.outbox.peek().flatMap((message) => refusedWith(message) ?? [])),
    verdict: () =>
      judge(
        members.map(({ room, seen }) => ({ room: room.id, seen })),
        notes(),
      ),
  };
}

/** Those who still wait for something, with what they wait for. */
function restless(members: readonly Member[]): object[] {
  const newest = new Map<string, number>();
  for (const { room } of members)
    newest.set(room.id, Math.max(newest.get(room.id) ?? 0, room.log.peek().known, room.log.peek().last));
  return members.flatMap(({ room, status }) => {
    const { last } = room.log.peek();
    const waiting = room.outbox.peek().flatMap(({ state }) => (refusedWith({ state }) ? [] : [state]));
    const quiet = status() === 'online' && waiting.length === 0 && last === newest.get(room.id);
    return quiet ? [] : [{ room: room.id, status: status(), last, newest: newest.get(room.id), waiting }];
  });
}

/** Why a message was refused for good: it goes again by its writer's wish alone. */
function refusedWith({ state }: Pick<Outgoing, 'state'>): string | null {
  return state.is === 'failed' && !PASSING.includes(state.code) ? state.code : null;
}
