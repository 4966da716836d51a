const TEXT_FRAME = 0x81;

/**
 * One Socket.IO event as the WebSocket frame that carries it: whole, unmasked, uncompressed (RFC 6455, 5.2), around an
 * Engine.IO message (`4`) that holds an event of the main namespace (`2`). `json`: the event's one argument.
 */
export function frameOf(event: string, json: string): Buffer {
  const text = `42["${event}",${json}]`;
  const size = Buffer.byteLength(text);
  const head = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + size);
  frame[0] = TEXT_FRAME;
  if (head === 2) frame[1] = size;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(size, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(size), 2);
  }
  frame.write(text, head);
  return frame;
}
