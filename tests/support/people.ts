import { io, type Socket } from 'socket.io-client';
import { hashCode, newRecoveryCodes, newSecret } from '../../server/staff/factor.ts';
import type { StaffRole } from '../../shared/capabilities.ts';
import type { SignedIn } from '../../shared/desk-api.ts';
import type { Reply } from '../../shared/errors.ts';
import { type EventName, type Input, PROTOCOL_VERSION, type Replies, type ServerEvents } from '../../shared/events.ts';
import type { Lang } from '../../shared/languages.ts';
import type { House, TestNode } from './node.ts';

/** Somebody at the other end of a real socket. */
export interface PersonInTest {
  socket: Socket;
  token: string;
  ask<E extends EventName>(event: E, input: Input<E>): Promise<Reply<Replies[E]>>;
  /** The data of a reply that must be `ok`. */
  must<E extends EventName>(event: E, input: Input<E>): Promise<Replies[E]>;
  /** Resolves with the next frame of this event that fits, also one that came before and was not asked for yet. */
  hears<E extends keyof ServerEvents>(
    event: E,
    fits?: (frame: Parameters<ServerEvents[E]>[0]) => boolean,
  ): Promise<Parameters<ServerEvents[E]>[0]>;
  close(): void;
}

export async function postJson<T>(
  address: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; reply: Reply<T>; cookie: string | null }> {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? null;
  return { status: response.status, reply: (await response.json()) as Reply<T>, cookie };
}

/** A guest with a fresh session (or the one of `token`), connected. */
export async function guest(node: Pick<TestNode, 'address'>, lang: Lang, token?: string): Promise<PersonInTest> {
  const own = token ?? (await newToken(node, lang));
  return connect(node.address, { v: PROTOCOL_VERSION, lang, token: own }, own);
}

export async function newToken(node: Pick<TestNode, 'address'>, lang: Lang): Promise<string> {
  const { reply } = await postJson<{ token: string }>(node.address, '/api/session', { lang });
  if (!reply.ok) throw new Error(reply.code);
  return reply.data.token;
}

export interface StaffInTest {
  id: string;
  email: string;
  password: string;
  /** The second factor's secret and its recovery codes, of a lead or coordinator. */
  secret: string;
  codes: string[];
}

/** An account with a place among the staff, certified for a month and with a second factor when the role needs them. */
export async function hire(
  house: House,
  name: string,
  role: StaffRole,
  groups: string[] = ['main', 'families', 'qazaqsha'],
): Promise<StaffInTest> {
  const email = `${name.toLowerCase()}@tirek.invalid`;
  const password = 'wormwood at first frost';
  const { userId } = await house.accounts.create(email, password);
  const certified =
    role === 'trainee' || role === 'coordinator' ? null : new Date(Date.now() + 30 * 86_400_000).toISOString();
  const row = {
    id: userId,
    working_name: name,
    role,
    room_groups: groups,
    languages: ['kk', 'ru'] as Lang[],
    certified_until: certified,
  };
  await house.supabase.asService().from('staff').insert(row).throwOnError();
  const hired: StaffInTest = { id: userId, email, password, secret: newSecret(), codes: [] };
  if (role === 'lead' || role === 'coordinator') await giveFactor(house, hired);
  return hired;
}

async function giveFactor({ supabase, sealer }: House, { id, secret, codes }: StaffInTest): Promise<void> {
  for (let set = 0; set < 5; set += 1) codes.push(...newRecoveryCodes());
  const code_hashes = codes.map(hashCode);
  const sealed_secret = sealer.seal(secret, id);
  await supabase
    .asService()
    .rpc('set_second_factor', { staff_id: id, sealed_secret, step: 0, code_hashes })
    .throwOnError();
}

/** Signs in, with a recovery code as the second step where one is asked for; the cookie. */
export async function signIn({ address }: { address: string }, staff: StaffInTest): Promise<string> {
  const { email, password } = staff;
  let { cookie, reply } = await postJson<SignedIn>(address, '/desk/api/sign-in', { email, password });
  if (reply.ok && reply.data.next === 'code') {
    const { pending } = reply.data;
    const code = staff.codes.shift();
    ({ cookie, reply } = await postJson<SignedIn>(address, '/desk/api/sign-in/code', { pending, code }));
  }
  if (!cookie) throw new Error(`no cookie: ${JSON.stringify(reply)}`);
  return cookie;
}

/** A member of staff, signed in and connected to the desk. */
export async function atDesk(
  node: Pick<TestNode, 'address'>,
  staff: StaffInTest,
  lang: Lang = 'ru',
): Promise<PersonInTest & { cookie: string }> {
  const cookie = await signIn(node, staff);
  const ticket = await ticketOf(node, cookie);
  return { ...(await connect(node.address, { v: PROTOCOL_VERSION, lang, ticket }, '')), cookie };
}

export async function ticketOf(node: Pick<TestNode, 'address'>, cookie: string): Promise<string> {
  const { reply } = await postJson<{ ticket: string }>(node.address, '/desk/api/ticket', {}, { cookie });
  if (!reply.ok) throw new Error(reply.code);
  return reply.data.ticket;
}

/** Rejects with the connect error whose message is the refusal. */
export async function connect(address: string, auth: object, token: string): Promise<PersonInTest> {
  const socket = io(address, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
  const heard: { event: string; frame: unknown }[] = [];
  const waiting: { event: string; fits: (frame: never) => boolean; resolve: (frame: never) => void }[] = [];
  socket.onAny((event: string, frame: unknown) => {
    const index = waiting.findIndex((one) => one.event === event && one.fits(frame as never));
    if (index < 0) heard.push({ event, frame });
    else waiting.splice(index, 1)[0]?.resolve(frame as never);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
  const ask: PersonInTest['ask'] = (event, input) => socket.emitWithAck(event, input);
  return {
    socket,
    token,
    ask,
    must: async (event, input) => {
      const reply = await ask(event, input);
      if (!reply.ok) throw new Error(`${event}: ${reply.code}`);
      return reply.data;
    },
    hears: (event, fits = () => true) =>
      new Promise((resolve) => {
        const index = heard.findIndex((one) => one.event === event && fits(one.frame as never));
        if (index >= 0) resolve(heard.splice(index, 1)[0]?.frame as never);
        else waiting.push({ event, fits: fits as never, resolve: resolve as never });
      }),
    close: () => socket.close(),
  };
}
