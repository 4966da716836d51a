import { effect } from '@preact/signals';
import { enter, leave } from '../actions.ts';
import type { App } from '../state.ts';

const roomIn = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && 'room' in state && typeof state.room === 'string' ? state.room : null;

/**
 * The visit stays on one address; an open room is a step of the tab's history, so that "back" leads to the list and a
 * reload leads back into the room. Nothing about the room stands in the address.
 */
export function keepHistory(app: App): () => void {
  const start = roomIn(history.state);
  if (start) void enter(app, start);
  const moved = (event: PopStateEvent) => {
    const to = roomIn(event.state);
    if (to === (app.room.peek()?.id ?? null)) return;
    void (to ? enter(app, to) : leave(app));
  };
  addEventListener('popstate', moved);
  const stop = effect(() => {
    const id = app.room.value?.id;
    if (id && roomIn(history.state) !== id) history.pushState({ room: id }, '');
  });
  return () => {
    removeEventListener('popstate', moved);
    stop();
  };
}

/** Leaves the open room the way "back" does. */
export function goBack(app: App): void {
  if (roomIn(history.state)) history.back();
  else void leave(app);
}
