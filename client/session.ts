import type { Reply } from '../shared/errors.ts';
import { okay, refuse } from '../shared/errors.ts';
import type { Lang } from '../shared/languages.ts';
import type { Given } from '../shared/proof.ts';

/** The token lives in this tab alone and is gone with it. */
const KEY = 'tirek.session';

type TokenStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Credentials {
  token?: string;
  ticket?: string;
}

/** What the handshake needs, and how to forget it when the server does not know it any more. */
export interface Identity {
  credentials(): Promise<Reply<Credentials>>;
  /** True when new credentials may be asked for at once. */
  forget(): boolean;
}

interface GuestOptions {
  /** Empty in a browser. */
  origin?: string;
  /** Does the work that a new session asks for; see `prove` in proof.ts. */
  prove?: () => Promise<Reply<Given>>;
}

/** A guest: the token of this tab, or a new session. */
export function guestIdentity(
  lang: Lang,
  store: TokenStore,
  { origin = '', prove = async () => okay({}) }: GuestOptions = {},
): Identity {
  return {
    async credentials() {
      const kept = store.getItem(KEY);
      if (kept) return { ok: true, data: { token: kept } };
      const proved = await prove();
      if (!proved.ok) return proved;
      const reply = await post<{ token: string }>(`${origin}/api/session`, { lang, ...proved.data });
      if (reply.ok) store.setItem(KEY, reply.data.token);
      return reply;
    },
    forget() {
      store.removeItem(KEY);
      return true;
    },
  };
}

/** Staff: a new single-use ticket for every connection; the cookie stays where scripts cannot read it. */
export function staffIdentity(origin = ''): Identity {
  return {
    credentials: () => post<{ ticket: string }>(`${origin}/desk/api/ticket`, {}),
    forget: () => false,
  };
}

/** Posts JSON and reads a `Reply`. An answer that is not one, or none at all, is `unavailable`. */
export async function post<T>(address: string, body: object): Promise<Reply<T>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    return asReply<T>(await response.json());
  } catch {
    return refuse('unavailable');
  }
}

/** Reads a `Reply` from an address. */
export async function get<T>(address: string): Promise<Reply<T>> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(15_000) });
    return asReply<T>(await response.json());
  } catch {
    return refuse('unavailable');
  }
}

const asReply = <T>(value: unknown): Reply<T> =>
  typeof value === 'object' && value !== null && 'ok' in value ? (value as Reply<T>) : refuse('unavailable');
