import { type ReadonlySignal, signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import { type Reply, refuse } from '../shared/errors.ts';
import type { EventName, Input, Replies, ServerEvents } from '../shared/events.ts';
import type { Lang } from '../shared/languages.ts';
import { PROTOCOL_VERSION } from '../shared/protocol.ts';
import type { Identity } from './session.ts';

type ClientEvents = {
  [E in EventName]: (input: Input<E>, answer: (reply: Reply<Replies[E]>) => void) => void;
};

/**
 * `offline`: trying again by itself. The last four are ends: the session was closed, the page is older than the server,
 * staff have to sign in again, or to set up two-step sign-in first.
 */
export type Status = 'connecting' | 'online' | 'offline' | 'ended' | 'old_client' | 'signed_out' | 'factor_needed';

export interface ConnectionOptions {
  lang: Lang;
  identity: Identity;
  /** Scheme, host and port; the page's own when absent. */
  origin?: string;
  /** How long to wait before attempt `n` (1, 2, ...), in milliseconds. */
  delay?: (attempt: number) => number;
  /** Longest wait for an acknowledgement, in milliseconds. */
  patience?: number;
}

/** Grows from one to fifteen seconds; the random part keeps a thousand clients of a node that died from coming back at once. */
const jitter = (attempt: number) => (0.3 + 0.7 * Math.random()) * Math.min(15_000, 1000 * 2 ** (attempt - 1));

/** One socket to the server that comes back by itself. Nothing is kept here; what must survive is in the outbox. */
export class Connection {
  readonly #status = signal<Status>('connecting');
  readonly #socket: Socket<ServerEvents, ClientEvents>;
  readonly #options: ConnectionOptions;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #opening = false;
  #onSession: () => void = () => {};

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const settings = {
      autoConnect: false,
      forceNew: true,
      // Refusals at the handshake and lost transports are answered in one place, below.
      reconnection: false,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
    };
    this.#socket = options.origin ? io(options.origin, settings) : io(settings);
    this.#socket.on('connect', () => this.#opened());
    // The message is one of CONNECT_REFUSALS, or a transport's own words for a lost way.
    this.#socket.on('connect_error', (error) => this.#refused(error.message));
    this.#socket.on('disconnect', () => this.#again());
    this.#socket.on('moved', ({ withinMs }) => this.#move(withinMs));
    this.#socket.on('ended', () => this.close());
  }

  get status(): ReadonlySignal<Status> {
    return this.#status;
  }

  /** Calls `listener` for each event of this name for as long as the connection lives. */
  on<E extends keyof ServerEvents>(event: E, listener: ServerEvents[E]): void {
    this.#socket.on(event as never, listener as never);
  }

  /** Calls `listener` when the server no longer knows the session and a new one begins. */
  onNewSession(listener: () => void): void {
    this.#onSession = listener;
  }

  /** Asks and waits for the answer. No connection, or no answer in time: `unavailable`; it may have been done all the same. */
  async ask<E extends EventName>(event: E, input: Input<E>): Promise<Reply<Replies[E]>> {
    if (!this.#socket.connected) return refuse('unavailable');
    try {
      const patient = this.#socket.timeout(this.#options.patience ?? 10_000) as unknown as {
        emitWithAck(event: string, input: unknown): Promise<Reply<Replies[E]>>;
      };
      return await patient.emitWithAck(event, input);
    } catch {
      return refuse('unavailable');
    }
  }

  /** Opens the connection, or tries at once when it waits for its next attempt. */
  async open(): Promise<void> {
    if (this.#opening || this.#socket.connected || this.#over()) return;
    clearTimeout(this.#timer);
    this.#opening = true;
    const reply = await this.#options.identity.credentials();
    this.#opening = false;
    if (this.#over()) return;
    if (reply.ok) {
      this.#socket.auth = { v: PROTOCOL_VERSION, lang: this.#options.lang, ...reply.data };
      this.#socket.connect();
    } else if (reply.code === 'factor_needed') this.#end('factor_needed');
    else if (reply.code === 'no_session' || reply.code === 'not_allowed') this.#end('signed_out');
    else this.#again();
  }

  /** Closes for good and forgets who we were. */
  close(): void {
    this.#options.identity.forget();
    this.#end('ended');
  }

  #opened(): void {
    this.#attempt = 0;
    this.#status.value = 'online';
  }

  #refused(why: string): void {
    if (why === 'old_client') {
      this.#end('old_client');
      return;
    }
    if (why === 'no_session' && this.#options.identity.forget()) this.#onSession();
    this.#again();
  }

  #again(): void {
    if (this.#over()) return;
    this.#attempt += 1;
    this.#status.value = 'offline';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.open(), (this.#options.delay ?? jitter)(this.#attempt));
  }

  /** The node is closing: go to another one at a random moment, so that not everybody goes at once. */
  #move(withinMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#socket.disconnect();
      void this.open();
    }, Math.random() * Math.max(0, withinMs));
  }

  #end(status: Status): void {
    clearTimeout(this.#timer);
    this.#status.value = status;
    this.#socket.disconnect();
  }

  #over(): boolean {
    const status = this.#status.value;
    return status === 'ended' || status === 'old_client' || status === 'signed_out' || status === 'factor_needed';
  }
}
