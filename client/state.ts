import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Capability } from '../shared/capabilities.ts';
import type { ActReason } from '../shared/cases.ts';
import type { Gate, People, Person } from '../shared/entries.ts';
import type { ErrorCode } from '../shared/errors.ts';
import type { MySanction, Receipt, RoomCard, ServerEvents } from '../shared/events.ts';
import type { Lang } from '../shared/languages.ts';
import type { Connection, Status } from './connection.ts';
import { emptyLog, type LogState } from './log.ts';
import type { Look } from './look.ts';
import { type Outbox, settle } from './outbox.ts';
import type { Slots } from './rooms/slots.ts';

/** Everything one open room shows. Each part is a signal, so that a screen redraws only what changed. */
export interface RoomState {
  readonly id: string;
  readonly card: Signal<RoomCard | null>;
  /** Null until the first join. */
  readonly me: Signal<Person | null>;
  readonly gate: Signal<Gate | null>;
  readonly people: Signal<People>;
  readonly log: Signal<LogState>;
  readonly outbox: Signal<Outbox>;
  /** Members who write now, and until when (this device's clock) that is believed. */
  readonly typing: Signal<ReadonlyMap<string, number>>;
  readonly nextShift: Signal<number | null>;
  /** Why the last join was refused, or null. */
  readonly problem: Signal<ErrorCode | null>;
  /** Another room that has a place, when this one is full. */
  readonly instead: Signal<string | null>;
  /** What the room sees of my last message, when contact details were taken out of it; null when there is nothing to tell. */
  readonly masked: Signal<string | null>;
  /** Why a volunteer took my last message away, until I have read it. */
  readonly removedMine: Signal<ActReason | null>;
  /** The volunteer who has taken up my call for help. */
  readonly coming: Signal<string | null>;
  /** Members this screen does not show. */
  readonly hidden: Signal<ReadonlySet<string>>;
  /** An old session ended and a new one gave another name. */
  readonly renamed: Signal<boolean>;
  readonly loadingOlder: Signal<boolean>;
  /** What stands in the composer, and the message it answers; kept while the screen changes around it. */
  readonly draft: Signal<string>;
  readonly replyTo: Signal<number | null>;
  /** The message whose actions are open. */
  readonly active: Signal<number | null>;
  /** The help card is to be shown: the server saw a danger in what was written (promise 7). */
  readonly care: Signal<boolean>;
  /** What the browser's check asks before a message is sent. */
  readonly question: Signal<ComponentChildren>;
  life: number;
  /** The reader is at the end of the talk; further up nothing may be cut from under them. */
  following: boolean;
  /** Work under way, so that it is not begun twice. */
  readonly busy: {
    filling: boolean;
    sending: boolean;
    typedAt: number;
    timer: ReturnType<typeof setTimeout> | undefined;
  };
}

/** One visit in one tab. */
export interface App {
  readonly lang: Lang;
  readonly connection: Pick<Connection, 'ask' | 'on' | 'onNewSession' | 'open' | 'close'> & {
    status: ReadonlySignal<Status>;
  };
  readonly rooms: Signal<RoomCard[] | null>;
  readonly room: Signal<RoomState | null>;
  /** My reports with what became of them, and what was done to me; both hold in every room. */
  readonly receipts: Signal<readonly Receipt[]>;
  readonly sanctions: Signal<readonly MySanction[]>;
  /** News of these two that I have read. */
  readonly told: Signal<ReadonlySet<string>>;
  /** A room that asks something before it opens (youth). */
  readonly asking: Signal<RoomCard | null>;
  /** What the desk adds to a room. */
  readonly slots: Slots;
  /** What a volunteer at the desk may do; empty for guests. */
  readonly can: Signal<ReadonlySet<Capability>>;
  /** The rooms can be read, not written in: the server's store does not answer. */
  readonly storeAway: Signal<boolean>;
  /** How the visit was ended, when the server ended it. */
  readonly end: Signal<Parameters<ServerEvents['ended']>[0] | null>;
  /** Looks at what a guest writes before it is sent; volunteers are not asked. */
  readonly look?: Look;
  /** This device does the work that a new session asks for. */
  readonly checking: ReadonlySignal<boolean>;
  /** Why the list could not be read, or null. */
  readonly problem: Signal<ErrorCode | null>;
  /** Server's clock minus this device's, in milliseconds. */
  readonly clockGap: Signal<number>;
  readonly now: () => number;
  /** Waits before something is tried again while the connection stands; milliseconds. */
  readonly retryDelay: number;
}

export function createApp(lang: Lang, connection: App['connection'], given: Partial<App> = {}): App {
  return {
    lang,
    connection,
    rooms: signal(null),
    room: signal(null),
    receipts: signal([]),
    sanctions: signal([]),
    told: signal(new Set()),
    asking: signal(null),
    slots: {},
    can: signal(new Set()),
    storeAway: signal(false),
    end: signal(null),
    checking: signal(false),
    problem: signal(null),
    clockGap: signal(0),
    now: Date.now,
    retryDelay: 3000,
    ...given,
  };
}

export function createRoom(id: string, card: RoomCard | null): RoomState {
  return {
    id,
    card: signal(card),
    me: signal(null),
    gate: signal(null),
    people: signal({ count: 0, people: [] }),
    log: signal(emptyLog),
    outbox: signal([]),
    typing: signal(new Map()),
    nextShift: signal(null),
    problem: signal(null),
    instead: signal(null),
    masked: signal(null),
    removedMine: signal(null),
    coming: signal(null),
    hidden: signal(new Set()),
    renamed: signal(false),
    loadingOlder: signal(false),
    draft: signal(''),
    replyTo: signal(null),
    active: signal(null),
    care: signal(false),
    question: signal(null),
    life: Number.POSITIVE_INFINITY,
    following: true,
    busy: { filling: false, sending: false, typedAt: 0, timer: undefined },
  };
}

/** The log changed: what now stands in it leaves the outbox. */
export function setLog(room: RoomState, log: LogState): void {
  room.log.value = log;
  room.outbox.value = settle(room.outbox.value, log, room.me.value?.member ?? '');
}

/** The server's time, as well as this device can tell. */
export const serverNow = (app: Pick<App, 'now' | 'clockGap'>): number => app.now() + app.clockGap.value;
