import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Sealer } from '../ports/database.ts';

const CIPHER = 'aes-256-gcm';

/**
 * Seals short secrets for the database with a key drawn from the project's secret key (HKDF, RFC 5869; AES-256-GCM). A
 * copy of the database alone opens nothing. A new secret key makes what was sealed before unreadable.
 */
export function sealer(secretKey: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secretKey, 'tirek', 'second factors', 32));
  return {
    seal(text, owner) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return ['v1', ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
    },
    open(sealed, owner) {
      const [version, ...parts] = sealed.split('.');
      const [nonce, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'));
      if (version !== 'v1' || !nonce || tag?.length !== 16 || !body) return null;
      try {
        const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner)).setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
