import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import type { Held } from '../../server/ports/log.ts';
import type { Stores } from '../../server/stores.ts';
import type { Person } from '../../shared/entries.ts';
import { REACTIONS } from '../../shared/entries.ts';
import { memory, redis } from './backends.ts';
import { aigul, dana, timur } from './people.ts';

/**
 * Whatever is done, in whatever order, memory and Redis answer the same. Clocks differ by the milliseconds between two
 * calls, so durations are chosen to end seconds apart, and times and random ids are left out of the comparison.
 */
type Act = (stores: Stores, heldIds: string[]) => Promise<unknown>;
interface Step {
  name: string;
  server: 'one' | 'other';
  act: Act;
  pass?: number;
}

const ROOMS = ['қалың', 'b'] as const;
const person = fc.constantFrom<Person>(aigul, timur, dana);
const room = fc.constantFrom(...ROOMS);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '"kind":"message",\n"by":{"member":"m-aigul"',
    '\n',
    '\u0000\ud800',
    '{"seq":1,"at":2,"kind":"gone"}',
  ),
);
const seq = fc.integer({ min: 0, max: 25 });
const kind = fc.constantFrom('mute' as const, 'ban' as const);
const staff = fc.constantFrom('dana', 'aru');

const step = (name: string, act: fc.Arbitrary<Act>): fc.Arbitrary<Step> =>
  fc.record({ name: fc.constant(name), server: fc.constantFrom('one' as const, 'other' as const), act });

const send = fc
  .record({
    room,
    by: person,
    text,
    id: fc.integer({ min: 0, max: 30 }).map((n) => `message-${n}`),
    flags: fc.record({ replyTo: seq, hold: fc.boolean(), staff: fc.boolean() }, { requiredKeys: [] }),
  })
  .map(({ room, by, text, id, flags }): Act => {
    const draft = { room, id, by, session: `s-${by.member}`, text, ...flags };
    return ({ log }, heldIds) =>
      log.append(draft).then((answer) => {
        if (answer.state === 'held' && !heldIds.includes(answer.heldId)) heldIds.push(answer.heldId);
        return answer;
      });
  });

const steps = fc.oneof(
  { weight: 12, arbitrary: step('append', send) },
  {
    weight: 3,
    arbitrary: step(
      'onDuty',
      fc.tuple(room, staff).map(
        ([r, s]): Act =>
          ({ log }) =>
            log.onDuty(r, s, `${s} Ә`),
      ),
    ),
  },
  step(
    'offDuty',
    fc.tuple(room, staff).map(
      ([r, s]): Act =>
        ({ log }) =>
          log.offDuty(r, s),
    ),
  ),
  step(
    'setGate',
    fc
      .tuple(room, fc.record({ locked: fc.boolean(), slowSeconds: fc.constantFrom(0, 3, 33) }, { requiredKeys: [] }))
      .map(
        ([r, change]): Act =>
          ({ log }) =>
            log.setGate(r, change),
      ),
  ),
  step(
    'gate',
    room.map(
      (r): Act =>
        ({ log }) =>
          log.gate(r),
    ),
  ),
  step(
    'say',
    room.map(
      (r): Act =>
        ({ log }) =>
          log.say(r, 'locked'),
    ),
  ),
  step(
    'react',
    fc.tuple(room, seq, fc.constantFrom(...REACTIONS)).map(
      ([r, of, kind]): Act =>
        ({ log }) =>
          log.react(r, of, 'm', kind, true),
    ),
  ),
  step(
    'retract',
    fc.tuple(room, seq, fc.option(person)).map(
      ([r, of, by]): Act =>
        ({ log }) =>
          log.retract(r, of, by?.member),
    ),
  ),
  step(
    'forget',
    fc.tuple(room, person).map(
      ([r, by]): Act =>
        ({ log }) =>
          log.forget(r, by.member),
    ),
  ),
  step(
    'purge',
    room.map(
      (r): Act =>
        ({ log }) =>
          log.purge(r),
    ),
  ),
  step(
    'trim',
    fc.constantFrom(3000, 33_000, 1_000_000).map(
      (life): Act =>
        ({ log }) =>
          log.trim(ROOMS, life),
    ),
  ),
  step(
    'after',
    fc.tuple(room, seq, seq).map(
      ([r, from, limit]): Act =>
        ({ log }) =>
          log.after(r, from, limit),
    ),
  ),
  step(
    'before',
    fc.tuple(room, seq, seq).map(
      ([r, to, limit]): Act =>
        ({ log }) =>
          log.before(r, to, limit),
    ),
  ),
  step(
    'sanction',
    fc.tuple(room, person, kind).map(
      ([r, by, k]): Act =>
        ({ log }) =>
          log.sanction(r, `s-${by.member}`, k, 4e12),
    ),
  ),
  step(
    'lift',
    fc.tuple(room, person, kind).map(
      ([r, by, k]): Act =>
        ({ log }) =>
          log.lift(r, `s-${by.member}`, k),
    ),
  ),
  step(
    'sanctions',
    fc.tuple(room, person).map(
      ([r, by]): Act =>
        ({ log }) =>
          log.sanctions(r, `s-${by.member}`),
    ),
  ),
  step(
    'held',
    fc.constant<Act>(({ log }) => log.held(ROOMS).then(byId)),
  ),
  step(
    'expireHeld',
    fc.constant<Act>(({ log }) => log.expireHeld(ROOMS).then((all) => all.map(({ id }) => id).toSorted())),
  ),
  {
    weight: 3,
    arbitrary: step(
      'decide',
      fc.tuple(room, fc.nat(), fc.constantFrom('approve' as const, 'remove' as const)).map(
        ([r, n, decision]): Act =>
          ({ log }, heldIds) =>
            log.decide(r, heldIds[n % Math.max(1, heldIds.length)] ?? 'none', decision),
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: step(
      'arrive',
      fc.tuple(room, fc.nat(8), person).map(
        ([r, c, by]): Act =>
          ({ presence }) =>
            presence.arrive(r, `c${c}`, by),
      ),
    ),
  },
  step(
    'leave',
    fc.tuple(room, fc.nat(8)).map(
      ([r, c]): Act =>
        ({ presence }) =>
          presence.leave(r, `c${c}`),
    ),
  ),
  step(
    'renew',
    fc.tuple(room, fc.uniqueArray(fc.nat(8))).map(
      ([r, cs]): Act =>
        ({ presence }) =>
          presence.renew(
            r,
            cs.map((c) => `c${c}`),
          ),
    ),
  ),
  step(
    'whoIsIn',
    room.map(
      (r): Act =>
        ({ presence }) =>
          presence.whoIsIn(r),
    ),
  ),
  step(
    'counts',
    fc.constant<Act>(({ presence }) => presence.counts(ROOMS)),
  ),
  step(
    'reap',
    fc.constant<Act>(({ presence }) =>
      presence.reap(ROOMS).then((all) => all.map((one) => `${one.room} ${one.connection}`).toSorted()),
    ),
  ),
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(5000, 431_000, 1_866_000)
      .map((pass): Step => ({ name: `pass ${pass}`, server: 'one', act: async () => null, pass })),
  },
);

/** Two messages of one millisecond have no order at the desk. */
const byId = (held: Held[]) =>
  held.toSorted((a, b) => (`${a.room} ${a.session} ${a.id}` < `${b.room} ${b.session} ${b.id}` ? -1 : 1));

/** Times, epochs and random ids stand for themselves; everything else must be equal. */
function comparable(answer: unknown): string {
  const varying = new Set(['at', 'epoch', 'heldId', 'until', 'gapUntil']);
  const list = answer instanceof Map ? [...answer] : answer;
  return (
    JSON.stringify(list, (key, value) => (varying.has(key) && value !== undefined ? typeof value : sorted(value))) ??
    'nothing'
  );
}
const sorted = (value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe('memory and Redis', () => {
  test('answer the same to whatever is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 80, size: 'max' }), async (acts) => {
        const [here, there] = await Promise.all([memory(), redis(inject('redisUrl'))()]);
        const heldHere: string[] = [];
        const heldThere: string[] = [];
        try {
          for (const { name, server, act, pass } of acts) {
            here.pass(pass ?? 0);
            there.pass(pass ?? 0);
            const [mine, its] = [await act(here[server], heldHere), await act(there[server], heldThere)];
            expect(`${name} ${comparable(its)}`).toBe(`${name} ${comparable(mine)}`);
          }
        } finally {
          await Promise.all([here.close(), there.close()]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
