import { PacketType } from 'socket.io-parser';
import { AnsweredJoin } from './answered-join.ts';

interface Packet {
  type: PacketType;
  nsp: string;
  id?: number;
  data?: unknown;
}

/**
 * Socket.IO's packets as text (protocol 5). Nothing of ours is binary, so no packet is searched for buffers. The answer to a
 * join, which is large and mostly the same for many, goes its own way: here its id is known.
 */
export class PacketEncoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const space = nsp && nsp !== '/' ? `${nsp},` : '';
    const head = `${type}${space}${id ?? ''}`;
    const answer = type === PacketType.ACK && Array.isArray(data) ? data[0] : undefined;
    if (answer instanceof AnsweredJoin) return answer.send(head);
    return [`${head}${data === undefined || data === null ? '' : JSON.stringify(data)}`];
  }
}
