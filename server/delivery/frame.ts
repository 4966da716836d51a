const TEXT_FRAME = 0x81;

/** Beginning of a WebSocket frame for so many bytes of text: whole, unmasked, uncompressed (RFC 6455, 5.2). */
export function frameHead(size: number): Buffer {
  const head = Buffer.allocUnsafe(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head[0] = TEXT_FRAME;
  if (head.length === 2) head[1] = size;
  else if (head.length === 4) {
    head[1] = 126;
    head.writeUInt16BE(size, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(size), 2);
  }
  return head;
}

/**
 * One Socket.IO event as the WebSocket frame that carries it: an Engine.IO message (`4`) that holds an event of the main
 * namespace (`2`). `json`: the event's one argument.
 */
export function frameOf(event: string, json: string): Buffer {
  const text = Buffer.from(`42["${event}",${json}]`);
  return Buffer.concat([frameHead(text.length), text]);
}
