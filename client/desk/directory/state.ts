import { type Signal, signal } from '@preact/signals';
import type { DirectoryDesk, EntryCard, EntryFile, SuggestionCard } from '../../../shared/directory-events.ts';
import type { EventName, Input, Replies } from '../../../shared/events.ts';
import { directoryDeskWords } from '../../words/directory-desk.ts';
import { errorWords } from '../../words/errors.ts';
import { type Say, say, sayIn } from '../../words/say.ts';
import type { Desk } from '../desk-state.ts';

/** A new entry that is being written, from a suggestion or from nothing. */
export interface Fresh {
  suggestion: SuggestionCard | null;
}

/** What the directory's screen knows. */
export interface DirectoryState {
  desk: Desk;
  t: Say<keyof typeof directoryDeskWords.kk>;
  data: Signal<DirectoryDesk | null>;
  found: Signal<EntryCard[]>;
  /** The entry that is open, or a new one. */
  open: Signal<EntryFile | Fresh | null>;
  busy: Signal<boolean>;
}

export const createState = (desk: Desk): DirectoryState => ({
  desk,
  t: sayIn(desk.app.lang, directoryDeskWords),
  data: signal(null),
  found: signal([]),
  open: signal(null),
  busy: signal(false),
});

/** Asks and tells what went wrong; null then. */
export async function ask<E extends EventName>(
  { desk, busy }: DirectoryState,
  event: E,
  input: Input<E>,
): Promise<Replies[E] | null> {
  busy.value = true;
  const reply = await desk.app.connection.ask(event, input);
  busy.value = false;
  desk.told.value = reply.ok ? '' : say(desk.app.lang, errorWords, reply.code);
  return reply.ok ? reply.data : null;
}

export async function readAll(state: DirectoryState): Promise<void> {
  state.data.value = (await ask(state, 'directory:open', {})) ?? state.data.value;
}

/** Does something, tells how it went and reads the desk again, also where somebody else was quicker. */
export async function act<E extends EventName>(
  state: DirectoryState,
  event: E,
  input: Input<E>,
  told: (data: Replies[E]) => string,
): Promise<void> {
  if (state.busy.value) return;
  const done = await ask(state, event, input);
  const said = done ? told(done) : state.desk.told.value;
  await readAll(state);
  state.desk.told.value = said;
}
