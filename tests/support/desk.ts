import { TOTP } from 'otpauth';
import type { DeskInput, DeskPath, DeskReplies, Me } from '../../shared/desk-api.ts';
import type { Reply } from '../../shared/errors.ts';
import type { TestNode } from './node.ts';

/** A volunteer's browser: it keeps the desk's cookies and asks its endpoints. */
export interface DeskBrowser {
  ask<P extends DeskPath>(path: P, input: DeskInput<P>): Promise<Reply<DeskReplies[P]>>;
  /** The data of a reply that must be `ok`. */
  must<P extends DeskPath>(path: P, input: DeskInput<P>): Promise<DeskReplies[P]>;
  me(): Promise<Reply<Me>>;
  cookies: Map<string, string>;
}

export function deskBrowser({ address }: Pick<TestNode, 'address'>): DeskBrowser {
  const cookies = new Map<string, string>();
  const send = async (path: string, body?: object) => {
    const response = await fetch(`${address}/desk/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'content-type': 'application/json',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return (await response.json()) as Reply<never>;
  };
  return {
    cookies,
    ask: (path, input) => send(path, input),
    must: async (path, input) => {
      const reply = await send(path, input);
      if (!reply.ok) throw new Error(`${path}: ${reply.code}`);
      return reply.data;
    },
    me: () => send('/me'),
  };
}

/** What an authenticator app shows for this secret at this time. */
export const codeAt = (secret: string, at: number): string => new TOTP({ secret }).generate({ timestamp: at });
