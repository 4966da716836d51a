import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import type { Entry, Gate, LogPage, Person } from '../../shared/entries.ts';
import { okay, type Reply, refuse } from '../../shared/errors.ts';
import {
  EVENTS,
  type EventName,
  type HeldMine,
  handshake,
  type Input,
  type Joined,
  type Replies,
  type RoomCard,
  type ServerEvents,
} from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Asked } from '../../shared/proof.ts';

type ClientEvents = { [E in EventName]: (input: Input<E>, answer: (reply: Reply<Replies[E]>) => void) => void };
type Session = { token: string; person: Person };
type Answers = {
  [E in EventName]?: (session: Session, input: Input<E>, socket: Socket) => Reply<Replies[E]> | 'silence';
};

export const words = (text: string) => ({ kk: text, ru: text, en: text });
export const roomCard = (id: string): RoomCard => ({
  id,
  lang: null,
  name: words(id),
  about: words(`About ${id}`),
  rules: { kk: ['Ереже'], ru: ['Правило'], en: ['Rule'] },
  youth: false,
  people: 0,
  capacity: 1000,
  duty: 'on',
});

/**
 * A real Socket.IO server that speaks the contract for one room and does as a test tells it: the client's own tests need
 * losses and refusals at chosen moments, which the real server does not offer.
 */
export class ChatServer {
  readonly #http: HttpServer;
  readonly io: Server<ClientEvents, ServerEvents>;
  readonly sessions = new Map<string, Session>();
  readonly asked: { event: EventName; input: unknown }[] = [];
  /** What a test has said to answer instead. */
  answers: Answers = {};
  refusal: string | null = null;
  gate: Gate = { duty: 'on', onDuty: [{ staff: 's-dana', name: 'Дана' }], locked: false, slowSeconds: 0 };
  held: HeldMine[] = [];
  epoch = 'e1';
  first = 1;
  entries: Entry[] = [];
  remembered = new Map<string, number>();
  /** Frames are not delivered while this is true. */
  deaf = false;
  #sockets = new Set<Socket<ClientEvents, ServerEvents>>();

  rooms: RoomCard[] = [roomCard('cravings'), roomCard('families')];
  nextShift: number | null = null;

  /** `other` answers what is not the session's start; false when it does not know the address. */
  constructor(other: (request: IncomingMessage, response: ServerResponse) => boolean = () => false) {
    this.#http = createServer((request, response) => {
      if (other(request, response)) return;
      const token = `token-${this.sessions.size + 1}`;
      const name = ['Тыныш Бозторғай', 'Тихий Жаворонок', 'Quiet Lark'][this.sessions.size % 3] ?? '';
      response.setHeader('content-type', 'application/json');
      if (request.url === '/api/challenge')
        return void response.end(JSON.stringify(okay({ challenge: null, slip: '', slipAfter: 0 } satisfies Asked)));
      const ok = request.method === 'POST' && request.url === '/api/session';
      if (ok) this.sessions.set(token, { token, person: { member: `m-${token}`, name } });
      response.end(JSON.stringify(ok ? okay({ token }) : refuse('not_found')));
    });
    this.io = new Server(this.#http);
    this.io.use((socket, next) => {
      const shape = handshake.safeParse(socket.handshake.auth);
      const session = this.sessions.get(shape.data?.token ?? '');
      if (this.refusal) return next(new Error(this.refusal));
      if (!shape.success) return next(new Error('old_client'));
      if (!session) return next(new Error('no_session'));
      socket.data = session;
      next();
    });
    this.io.on('connection', (socket) => this.#welcome(socket));
  }

  /** On a free port unless one is given; the address. */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#http.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await this.io.close();
  }

  /** Cuts every connection as a lost network would. */
  cut(): void {
    for (const socket of this.#sockets) socket.conn.close();
  }

  /** Somebody writes; delivered to all unless `deaf`. */
  say(by: Person, text: string, id?: string): Entry {
    const entry: Entry = { seq: this.last + 1, at: Date.now(), kind: 'message', by, text, ...(id && { id }) };
    return this.add(entry);
  }

  add(entry: Entry): Entry {
    this.entries.push(entry);
    if (!this.deaf) this.io.emit('entries', { room: 'cravings', epoch: this.epoch, entries: [entry] });
    return entry;
  }

  get last(): number {
    return this.entries.at(-1)?.seq ?? this.first - 1;
  }

  count(event: EventName): number {
    return this.asked.filter((one) => one.event === event).length;
  }

  #welcome(socket: Socket<ClientEvents, ServerEvents>): void {
    this.#sockets.add(socket);
    socket.on('disconnect', () => this.#sockets.delete(socket));
    const session = socket.data as Session;
    socket.onAny((...sent) => {
      const [event, input, answer] = sent as [EventName, never, (reply: unknown) => void];
      EVENTS[event].input.parse(input);
      this.asked.push({ event, input });
      const given = this.answers[event] as Answers['room:list'] | undefined;
      const reply = given ? given(session, input, socket) : this.#usual(event, session, input);
      if (reply !== 'silence') answer(reply);
    });
  }

  #usual(event: EventName, session: Session, input: never): Reply<unknown> {
    if (event === 'room:list') return okay({ rooms: this.rooms });
    if (event === 'room:join') return okay(this.#joined(session, input));
    if (event === 'message:send') return this.accept(session, input);
    if (event === 'log:after') return okay(this.#page((input as Input<'log:after'>).seq + 1));
    if (event === 'log:before') return okay(this.#before((input as Input<'log:before'>).seq));
    return okay({});
  }

  /** The usual answer to a send: in the log, once. */
  accept(session: Session, { id, text }: Input<'message:send'>): Reply<Replies['message:send']> {
    const seq = this.remembered.get(id) ?? this.say(session.person, text, id).seq;
    this.remembered.set(id, seq);
    return okay({ state: 'sent', epoch: this.epoch, seq, at: Date.now() });
  }

  #joined(session: Session, { room, epoch, seq }: Input<'room:join'>): Joined {
    const known = epoch === this.epoch && seq !== undefined;
    return {
      room: this.rooms.find(({ id }) => id === room) ?? roomCard(room),
      me: session.person,
      gate: this.gate,
      people: { count: this.sessions.size, people: [...this.sessions.values()].map(({ person }) => person) },
      log: known ? this.#page(seq + 1) : this.#before(this.last + 1),
      gone: epoch !== undefined && (!known || seq + 1 < this.first),
      held: this.held,
      sanctions: [],
      receipts: [],
      nextShift: this.nextShift,
      now: Date.now(),
      life: LIMITS.messageLife,
    };
  }

  #page(from: number): LogPage {
    const entries = this.entries.filter(({ seq }) => seq >= from).slice(0, LIMITS.pageSize);
    return { epoch: this.epoch, first: this.first, last: this.last, entries };
  }

  #before(seq: number): LogPage {
    const entries = this.entries.filter((entry) => entry.seq < seq).slice(-LIMITS.pageSize);
    return { epoch: this.epoch, first: this.first, last: this.last, entries };
  }
}
