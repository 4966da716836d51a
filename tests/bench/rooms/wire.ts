import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

interface Ends {
  port: number;
  path: string;
  /** Called with each text frame; the bytes are valid until it returns. */
  hear: (wire: Wire, data: Buffer) => void;
  opened: (wire: Wire) => void;
  failed: (error: Error) => void;
}

/**
 * The client's end of one WebSocket (RFC 6455), with no more than the bench needs: a thousand of them must cost less than the
 * server under measurement. Text frames only, not fragmented.
 */
export class Wire {
  readonly #socket: Socket;
  readonly #ends: Ends;
  #rest: Buffer | null = null;
  #open = false;

  constructor(ends: Ends) {
    this.#ends = ends;
    this.#socket = connect(ends.port, '127.0.0.1');
    this.#socket.setNoDelay(true);
    this.#socket.on('error', ends.failed);
    this.#socket.on('close', () => ends.failed(new Error('the server closed a connection')));
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk));
    const key = randomBytes(16).toString('base64');
    this.#socket.write(
      `GET ${ends.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    );
  }

  send(text: string): void {
    const data = Buffer.from(text);
    const head = data.length < 126 ? 2 : 4;
    const frame = Buffer.allocUnsafe(head + 4 + data.length);
    frame[0] = 0x81;
    frame[1] = 0x80 | (head === 2 ? data.length : 126);
    if (head === 4) frame.writeUInt16BE(data.length, 2);
    const mask = [0x5a, 0x17, 0xc3, 0x3c];
    for (let at = 0; at < 4; at += 1) frame[head + at] = mask[at] as number;
    for (let at = 0; at < data.length; at += 1) {
      frame[head + 4 + at] = (data[at] as number) ^ (mask[at & 3] as number);
    }
    this.#socket.write(frame);
  }

  #take(chunk: Buffer): void {
    let data = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    this.#rest = null;
    if (!this.#open) {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) {
        this.#rest = data;
        return;
      }
      data = data.subarray(end + 4);
      this.#open = true;
      this.#ends.opened(this);
    }
    let at = 0;
    while (at + 2 <= data.length) {
      const short = (data[at + 1] as number) & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (at + head > data.length) break;
      const size = short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : data.readUInt32BE(at + 6);
      if (at + head + size > data.length) break;
      if (((data[at] as number) & 0x0f) === 1) this.#ends.hear(this, data.subarray(at + head, at + head + size));
      at += head + size;
    }
    if (at < data.length) this.#rest = at === 0 ? data : data.subarray(at);
  }
}
