import { createHash } from 'node:crypto';

/** The namespace of every identifier that this directory gives out. It must never change: others keep the identifiers. */
const NAMESPACE = Buffer.from('3e426b3faec941359b9f1dd4dbb2920d', 'hex');

/** A name-based UUID (version 5, RFC 9562): the same thing has the same identifier after every rebuild and on every node. */
export function uuid(kind: string, name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(`${kind}:${name}`).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
