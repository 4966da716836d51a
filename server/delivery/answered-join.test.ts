import { Decoder, type Packet, PacketType } from 'socket.io-parser';
import { expect, test } from 'vitest';
import type { Joined } from '../../shared/events.ts';
import { AnsweredJoin } from './answered-join.ts';
import { PacketEncoder } from './encoder.ts';

const name = (i: number) => ({ member: `m${i}`, name: `Тыныш Бозторғай ${i}` });
const joined = (messages: number) =>
  ({
    room: { id: 'almaty', name: 'Алматы 🕊' },
    me: name(0),
    people: { count: 2, people: [name(0), name(1)] },
    log: {
      epoch: 'e',
      first: 1,
      last: messages,
      entries: Array.from({ length: messages }, (_, i) => ({
        seq: i + 1,
        at: i,
        kind: 'message',
        id: `${i}`,
        by: name(1),
        text: '"\\\n🙂',
      })),
    },
    gone: false,
  }) as unknown as Joined;

/** What a client makes of the text of one packet. */
function decoded(text: string): Packet | undefined {
  const packets: Packet[] = [];
  const decoder = new Decoder();
  decoder.on('decoded', (packet) => packets.push(packet));
  decoder.add(text);
  expect(packets).toHaveLength(1);
  return packets[0];
}

const encode = (answer: AnsweredJoin) =>
  new PacketEncoder().encode({ type: PacketType.ACK, nsp: '/', id: 7, data: [answer] });

test.each([0, 2, 50, 2000])('an answer with %i messages is the same on the wire and through Socket.IO', (messages) => {
  const data = joined(messages);
  const wanted = { type: PacketType.ACK, id: 7, data: [{ ok: true, data }] };
  const [text = ''] = encode(new AnsweredJoin(data, () => false));
  expect(decoded(text)).toMatchObject(wanted);

  const written: Buffer[] = [];
  const rest = encode(new AnsweredJoin(data, (chunks) => written.push(...chunks) > 0));
  expect(rest).toEqual([]);
  const frame = Buffer.concat(written);
  const length =
    frame[1] === 127 ? Number(frame.readBigUInt64BE(2)) : frame[1] === 126 ? frame.readUInt16BE(2) : (frame[1] ?? 0);
  const body = frame.subarray(frame.length - length);
  expect([frame[0], frame.length - length, body.toString('utf8', 0, 1)]).toEqual([
    0x81,
    length < 126 ? 2 : length < 65_536 ? 4 : 10,
    '4',
  ]);
  expect(decoded(body.toString('utf8', 1))).toMatchObject(wanted);
});

test('other packets are what Socket.IO itself makes of them', () => {
  const encoder = new PacketEncoder();
  expect(encoder.encode({ type: PacketType.CONNECT, nsp: '/', data: { sid: 'a' } })).toEqual(['0{"sid":"a"}']);
  expect(encoder.encode({ type: PacketType.EVENT, nsp: '/', data: ['moved', { withinMs: 1 }] })).toEqual([
    '2["moved",{"withinMs":1}]',
  ]);
  expect(encoder.encode({ type: PacketType.ACK, nsp: '/', id: 0, data: [{ ok: true }] })).toEqual(['30[{"ok":true}]']);
  expect(encoder.encode({ type: PacketType.CONNECT_ERROR, nsp: '/other', data: { message: 'no' } })).toEqual([
    '4/other,{"message":"no"}',
  ]);
  expect(encoder.encode({ type: PacketType.DISCONNECT, nsp: '/' })).toEqual(['1']);
});
