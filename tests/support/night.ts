import { createGuard } from '../../server/guard/guard.ts';
import { usualSteps } from '../../server/guard/steps.ts';
import type { Lang } from '../../shared/languages.ts';
import { type House, type NodeOptions, startNode, type TestNode } from './node.ts';
import { atDesk, guest, type PersonInTest, type StaffInTest } from './people.ts';

/** An evening in the house: a node, desks and guests, all of which leave with it. */
export interface Night {
  node: TestNode;
  /** Moves the node's clock ahead, in milliseconds. */
  later(ms: number): void;
  /** At the desk, and on duty unless it is said otherwise. */
  desk(staff: StaffInTest, duty?: 'on' | 'off'): Promise<PersonInTest>;
  /** In the room already. */
  inRoom(lang: Lang, room?: string, token?: string): Promise<PersonInTest & { member: string; name: string }>;
  end(): Promise<void>;
}

export async function openNight(house: House, options: NodeOptions = {}): Promise<Night> {
  let ahead = 0;
  const node = await startNode(house, { clock: () => Date.now() + ahead, guard: plainGuard, ...options });
  const people: PersonInTest[] = [];
  const keep = <T extends PersonInTest>(person: T): T => {
    people.push(person);
    return person;
  };
  return {
    node,
    later: (ms) => {
      ahead += ms;
    },
    desk: async (staff, duty = 'on') => {
      const desk = keep(await atDesk(node, staff));
      await desk.must('desk:open', {});
      if (duty === 'on') await desk.must('duty:start', {});
      return desk;
    },
    inRoom: async (lang, room = 'starting', token) => {
      const person = keep(await guest(node, lang, token));
      const { me } = await person.must('room:join', { room });
      return Object.assign(person, { member: me.member, name: me.name });
    },
    end: async () => {
      for (const person of people) person.close();
      await node.close();
    },
  };
}

/**
 * Crisis and contact data as always; what a message means is judged by a trained model with tests of its own, which may hold
 * any of the short texts that people say here.
 */
export const plainGuard = createGuard({
  steps: usualSteps().map(({ name, run, instead }) => ({ name, run: instead ?? run })),
});

let messages = 0;
/** Sends a text under a fresh id; the whole reply. */
export const says = (person: PersonInTest, text: string, room = 'starting') => {
  messages += 1;
  return person.ask('message:send', { room, id: `message-${messages}`, text });
};

/** Sends a text that must get into the log; its sequence. */
export async function saysInLog(person: PersonInTest, text: string, room = 'starting'): Promise<number> {
  const reply = await says(person, text, room);
  if (!reply.ok || reply.data.state !== 'sent') throw new Error(`not in the log: ${JSON.stringify(reply)}`);
  return reply.data.seq;
}

/** The next case of this kind that comes to a desk. */
export async function newCase(desk: PersonInTest, kind: string) {
  const { added } = await desk.hears('case', (frame) => frame.added?.kind === kind);
  if (!added) throw new Error('no case');
  return added;
}
