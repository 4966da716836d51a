import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from './crowd.ts';
import { type Ground, type Kind, Trial } from './trial.ts';

export interface Scene {
  id: string;
  name: string;
  unit: string;
  /** More is better; otherwise less. */
  more: boolean;
  /** Ratios to bare Socket.IO in the same round that the project aims at. */
  aims: Partial<Record<Kind, number>>;
}

export const SCENES: readonly Scene[] = [
  {
    id: 'saturation',
    name: '40 rooms x 25, as much as they hold',
    unit: 'deliveries/s',
    more: true,
    aims: { tirek: 2, 'tirek-redis': 1.5 },
  },
  {
    id: 'many-rooms',
    name: '40 rooms x 25, 1 message/s each',
    unit: 'CPU s / 100,000 deliveries',
    more: false,
    aims: { tirek: 1.15, 'tirek-redis': 1.6, 'tirek-guard': 1.25 },
  },
  {
    id: 'one-room',
    name: '1 room x 1,000, 5 messages/s',
    unit: 'CPU s / 100,000 deliveries',
    more: false,
    aims: { tirek: 1.03, 'tirek-redis': 1.1 },
  },
  { id: 'memory', name: 'An idle member', unit: 'kB', more: false, aims: { tirek: 1.2, 'tirek-redis': 1.2 } },
  { id: 'join-many', name: '1,000 join 40 rooms', unit: 'ms', more: false, aims: { tirek: 1.5, 'tirek-redis': 2 } },
  { id: 'join-one', name: '1,000 join one room', unit: 'ms', more: false, aims: { tirek: 1.5, 'tirek-redis': 2 } },
];

type Figures = Record<string, number>;
const MANY = { rooms: 40, perRoom: 25 };
const PEOPLE = 1000;
const ONE = { rooms: 1, perRoom: 1000 };
/** Before anything is measured the code is warm, and the counts after a storm of joins are over. */
const WARM = 3;

/** Of the thousand, those whose coming makes the server's heap as large as it has to be. */
const FIRST = 400;

/** What a member who only listens takes. They come twenty at a time: the room a storm needs is not theirs. */
export const idleMember = (kind: Kind, ground: Ground): Promise<Figures> =>
  Trial.run(kind, { ground, shape: MANY }, async (trial) => {
    await trial.join(20, FIRST);
    await wait(1500);
    const before = await trial.memory();
    await trial.join(20, PEOPLE - FIRST);
    await wait(1500);
    return { memory: ((await trial.memory()) - before) / 1000 / (PEOPLE - FIRST) };
  });

/** The storm into 40 rooms, and the talk of 1 message/s each. */
export const manyRooms = (kind: Kind, ground: Ground): Promise<Figures> =>
  Trial.run(kind, { ground, shape: MANY }, async (trial) => {
    const joined = await trial.join(PEOPLE, PEOPLE);
    await wait(1500);
    return { 'join-many': joined, 'many-rooms': await talkCost(trial, 1000, 8) };
  });

/** The storm into one room, and 5 messages/s in it. */
export const oneRoom = (kind: Kind, ground: Ground): Promise<Figures> =>
  Trial.run(kind, { ground, shape: ONE }, async (trial) => {
    const joined = await trial.join(PEOPLE, PEOPLE);
    await wait(1500);
    return { 'join-one': joined, 'one-room': await talkCost(trial, 5, 10) };
  });

async function talkCost(trial: Trial, rate: number, seconds: number): Promise<number> {
  await trial.talk(rate, WARM);
  const before = await trial.cpu();
  const { sent, refused, delivered, expected } = await trial.talk(rate, seconds);
  if (delivered !== expected || Object.keys(refused).length > 0) {
    throw new Error(
      `${expected - delivered} of ${expected} not delivered; of ${sent} refused: ${JSON.stringify(refused)}`,
    );
  }
  return (((await trial.cpu()) - before) / delivered) * 100_000;
}

const STEP = 3;
const HELD_P99 = 250;

/**
 * The most deliveries a second that are held with p99 <= 250 ms. The rate grows by a quarter until it is not held; then the
 * limit is looked for between the last two. `from`: messages a second to begin with.
 */
export const saturation = (kind: Kind, ground: Ground, from: number): Promise<Figures> =>
  Trial.run(kind, { ground, shape: MANY }, async (trial) => {
    await trial.join(PEOPLE, PEOPLE);
    await trial.talk(1000, WARM);
    let [held, most, over] = [0, 0, Number.POSITIVE_INFINITY];
    let rate = from;
    while (rate > 100 && (most === 0 || over / most > 1.07)) {
      const outcome = await trial.talk(rate, STEP);
      if (process.env.VERBOSE) console.log(kind, rate, outcome);
      if (isHeld(outcome, rate)) [most, held] = [rate, outcome.delivered / STEP];
      else over = rate;
      rate = Math.round(most === 0 ? over / 1.5 : Math.min(most * 1.25, Math.sqrt(most * over)));
    }
    return { saturation: held };
  });

const isHeld = ({ sent, refused, delivered, expected, p99 }: Outcome, rate: number) =>
  sent > rate * STEP * 0.98 && Object.keys(refused).length === 0 && delivered === expected && p99 <= HELD_P99;
