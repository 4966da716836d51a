import fc from 'fast-check';
import type { Held } from '../../../server/ports/log.ts';
import type { Stores } from '../../../server/stores.ts';
import { type Person, REACTIONS } from '../../../shared/entries.ts';
import { aigul, dana, timur } from '../people.ts';

const ROOMS = ['қалың', 'b'] as const;
const HOSTILE = ['"kind":"message",\n"by":{"member":"m-aigul"', '\n', '\u0000\ud800', '{"seq":1,"kind":"gone"}'];

/** One throw decides everything that an act may need. */
const dice = fc.record({
  room: fc.constantFrom(...ROOMS),
  by: fc.constantFrom<Person>(aigul, timur, dana),
  text: fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...HOSTILE)),
  id: fc.nat(30).map((n) => `message-${n}`),
  flags: fc.record({ replyTo: fc.nat(25), hold: fc.boolean(), staff: fc.boolean() }, { requiredKeys: [] }),
  gate: fc.record(
    {
      locked: fc.boolean(),
      slowSeconds: fc.constantFrom(0, 3, 33),
      lockdown: fc.constantFrom({ since: 1, by: 'raid' as const, before: 3 }, null),
    },
    { requiredKeys: [] },
  ),
  staff: fc.constantFrom('dana', 'aru'),
  kind: fc.constantFrom('mute' as const, 'ban' as const),
  decision: fc.constantFrom('approve' as const, 'remove' as const),
  reaction: fc.constantFrom(...REACTIONS),
  seq: fc.nat(25),
  limit: fc.nat(25),
  anybody: fc.boolean(),
  connection: fc.nat(8),
  connections: fc.uniqueArray(fc.nat(8)),
  life: fc.constantFrom(3000, 33_000, 1_000_000),
});
type Dice = typeof dice extends fc.Arbitrary<infer D> ? D : never;
type Act = (stores: Stores, dice: Dice, heldIds: string[]) => Promise<unknown>;

const LOG_ACTS: Record<string, Act> = {
  append: async ({ log }, { room, by, id, text, flags }, heldIds) => {
    const answer = await log.append({ room, id, by, session: `s-${by.member}`, text, ...flags });
    if (answer.state === 'held' && !heldIds.includes(answer.heldId)) heldIds.push(answer.heldId);
    return answer;
  },
  onDuty: ({ log }, { room, staff }) => log.onDuty(room, staff, `${staff} Ә`),
  offDuty: ({ log }, { room, staff }) => log.offDuty(room, staff),
  setGate: ({ log }, { room, gate }) => log.setGate(room, gate),
  gate: ({ log }, { room }) => log.gate(room),
  say: ({ log }, { room }) => log.say(room, 'locked'),
  react: ({ log }, { room, seq, by, reaction, anybody }) => log.react(room, seq, by.member, reaction, anybody),
  retract: ({ log }, { room, seq, by, anybody }) => log.retract(room, seq, anybody ? undefined : by.member),
  forget: ({ log }, { room, by }) => log.forget(room, by.member),
  purge: ({ log }, { room }) => log.purge(room),
  trim: ({ log }, { life }) => log.trim(ROOMS, life),
  after: ({ log }, { room, seq, limit }) => log.after(room, seq, limit),
  before: ({ log }, { room, seq, limit }) => log.before(room, seq, limit),
  sanction: ({ log }, { room, by, kind }) => log.sanction(room, `s-${by.member}`, kind, 4e12),
  lift: ({ log }, { room, by, kind }) => log.lift(room, `s-${by.member}`, kind),
  sanctions: ({ log }, { room, by }) => log.sanctions(room, `s-${by.member}`),
  held: ({ log }) => log.held(ROOMS).then(byId),
  expireHeld: ({ log }) => log.expireHeld(ROOMS).then(byId),
  decide: ({ log }, { room, seq, decision }, heldIds) =>
    log.decide(room, heldIds[seq % Math.max(1, heldIds.length)] ?? 'none', decision),
};

const PRESENCE_ACTS: Record<string, Act> = {
  arrive: ({ presence }, { room, connection, by }) => presence.arrive(room, `c${connection}`, by),
  leave: ({ presence }, { room, connection }) => presence.leave(room, `c${connection}`),
  renew: ({ presence }, { room, connections }) =>
    presence.renew(
      room,
      connections.map((c) => `c${c}`),
    ),
  whoIsIn: ({ presence }, { room }) => presence.whoIsIn(room),
  counts: ({ presence }) => presence.counts(ROOMS),
  reap: ({ presence }) => presence.reap(ROOMS).then((all) => all.map((one) => JSON.stringify(one)).toSorted()),
};

const ACTS: Record<string, Act> = { ...LOG_ACTS, ...PRESENCE_ACTS, pass: async () => null };
const OFTEN = ['append', 'append', 'append', 'append', 'append', 'append', 'append', 'append', 'append', 'append'];
const NAMES = [...Object.keys(ACTS), ...OFTEN, 'onDuty', 'onDuty', 'decide', 'decide', 'arrive', 'arrive', 'pass'];

/** Anything that anybody may do to a store. */
export const steps = fc.record({
  name: fc.constantFrom(...NAMES),
  server: fc.constantFrom('one' as const, 'other' as const),
  dice,
  /** For `pass`. They end seconds apart, for two back ends' clocks differ by the milliseconds between two calls. */
  pass: fc.constantFrom(5000, 431_000, 1_866_000),
});

export const act = (stores: Stores, step: { name: string; dice: Dice }, heldIds: string[]) =>
  ACTS[step.name]?.(stores, step.dice, heldIds);

/** Two messages of one millisecond have no order at the desk. */
const byId = (held: Held[]) =>
  held.toSorted((a, b) => (`${a.room} ${a.session} ${a.id}` < `${b.room} ${b.session} ${b.id}` ? -1 : 1));
