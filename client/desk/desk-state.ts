import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ErrorCode, Reply } from '../../shared/errors.ts';
import type { CaseFile, DeskState, HeldCard, ServerEvents } from '../../shared/events.ts';
import type { App } from '../state.ts';

/** What a volunteer's screen knows. */
export interface Desk {
  readonly app: App;
  /** When this session ends whatever is done (server's time, ms since 1970). */
  readonly sessionUntil: number;
  readonly state: Signal<DeskState | null>;
  /** Why the desk could not be read, or null. */
  readonly problem: Signal<ErrorCode | null>;
  readonly onDuty: ReadonlySignal<boolean>;
  /** The screen that was chosen; null until then. */
  readonly tab: Signal<string | null>;
  /** The held message that keys act on. */
  readonly current: Signal<string | null>;
  /** The held message whose removal waits for a reason. */
  readonly choosing: Signal<string | null>;
  /** Decisions under way. */
  readonly deciding: Signal<ReadonlySet<string>>;
  /** The case that is open. */
  readonly file: Signal<OpenFile | null>;
  /** What was done last, and for a while what takes it back. */
  readonly done: Signal<{ text: string; back: (() => Promise<Reply<unknown>>) | null } | null>;
  /** The last outcome, read aloud politely. */
  readonly told: Signal<string>;
  /** "Are you still here?": when the session ends unless it is answered; null while nothing is asked. */
  readonly asked: Signal<number | null>;
  /** Somebody may need help: read aloud at once. */
  readonly alarm: Signal<string>;
  /** What came while the desk was being read: the answer may be older. Null when no reading is under way. */
  meanwhile: ((state: DeskState) => DeskState)[] | null;
}

export interface OpenFile {
  id: string;
  /** Null until it is read. */
  file: CaseFile | null;
  /** Something is being done to it. */
  busy: boolean;
}

export function createDesk(app: App, sessionUntil = Number.POSITIVE_INFINITY): Desk {
  const state = signal<DeskState | null>(null);
  return {
    app,
    sessionUntil,
    state,
    problem: signal(null),
    onDuty: computed(() => state.value?.rooms.some(({ mine }) => mine) === true),
    tab: signal(null),
    current: signal(null),
    choosing: signal(null),
    deciding: signal(new Set()),
    file: signal(null),
    done: signal(null),
    told: signal(''),
    asked: signal(null),
    alarm: signal(''),
    meanwhile: null,
  };
}

/** A change to the desk; one that comes while the desk is being read counts for the answer too. */
export function apply(desk: Desk, change: (now: DeskState) => DeskState): void {
  desk.meanwhile?.push(change);
  if (desk.state.value) desk.state.value = change(desk.state.value);
}

type Frame<E extends keyof ServerEvents> = Parameters<ServerEvents[E]>[0];

/** A held message came or went. The oldest comes first: it has the least time left. */
export function withHeld(state: DeskState, { added, removed }: Frame<'desk:held'>): DeskState {
  const rest = state.held.filter(({ heldId }) => heldId !== removed && heldId !== added?.heldId);
  return { ...state, held: sorted(added ? [...rest, added] : rest) };
}

export const sorted = (held: readonly HeldCard[]): HeldCard[] => [...held].sort((a, b) => a.at - b.at);

/** A room's rule or its number of people changed. */
export function withRoom(state: DeskState, { room, gate, people }: Frame<'desk:room'>): DeskState {
  const rooms = state.rooms.map((one) =>
    one.id === room
      ? { ...one, gate, people, duty: gate.duty, mine: gate.onDuty.some(({ staff }) => staff === state.me.staff) }
      : one,
  );
  return { ...state, rooms };
}

/** The neighbour of `current` in the list, `step` places on; the first or the last at the ends, null in an empty list. */
export function neighbour(held: readonly HeldCard[], current: string | null, step: number): string | null {
  const at = held.findIndex(({ heldId }) => heldId === current);
  const next = at < 0 ? 0 : Math.min(held.length - 1, Math.max(0, at + step));
  return held[next]?.heldId ?? null;
}

/** Which card keys act on after `gone` has left: the one that takes its place. */
export function afterLeaving(held: readonly HeldCard[], gone: string): string | null {
  const at = held.findIndex(({ heldId }) => heldId === gone);
  return (held[at + 1] ?? held[at - 1])?.heldId ?? null;
}
