import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Tags } from '../ports/deps.ts';
import type { SharedKeys } from './keys.ts';

/** Addresses as 32-bit tags under the key of the hour: enough to count tries for a while, nothing to remember anybody by. */
export class AddressTags implements Tags {
  readonly #keys: Pick<SharedKeys, 'current'>;

  constructor(keys: Pick<SharedKeys, 'current'>) {
    this.#keys = keys;
  }

  of(address: string): string {
    return createHmac('sha256', this.#keys.current('tag')).update(networkOf(address)).digest('hex').slice(0, 8);
  }
}

/** One household has at least 2^64 addresses of IPv6 (RFC 6177), so that only its network tells it from others. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  if (tail !== undefined) while (groups.length + after.length < 8) groups.push('0');
  return [...groups, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
