import { effect } from '@preact/signals';
import { listen } from '../actions.ts';
import { deskWords } from '../words/desk.ts';
import { errorWords } from '../words/errors.ts';
import { say } from '../words/say.ts';
import { afterLeaving, type Desk, sorted, withHeld, withRoom } from './desk-state.ts';

/** Binds the desk to what the server says; reads it anew after every reconnect. Returns the way out. */
export function listenAtDesk(desk: Desk): () => void {
  const { app, state } = desk;
  app.connection.on('desk:held', (frame) => {
    if (!state.value) return;
    if (frame.removed) leaveCurrent(desk, frame.removed);
    state.value = withHeld(state.value, frame);
  });
  app.connection.on('desk:room', (frame) => {
    if (state.value) state.value = withRoom(state.value, frame);
  });
  const stops = [
    listen(app),
    effect(() => {
      if (app.connection.status.value === 'online') void readDesk(desk);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export async function readDesk({ app, state, problem }: Desk): Promise<void> {
  const reply = await app.connection.ask('desk:open', {});
  problem.value = reply.ok ? null : reply.code;
  if (!reply.ok) return;
  app.clockGap.value = reply.data.now - app.now();
  state.value = { ...reply.data, held: sorted(reply.data.held) };
}

/** Goes on duty, or off. The rooms' new state comes as events; the desk is read again so that nothing is guessed. */
export async function setDuty(desk: Desk, on: boolean): Promise<void> {
  const reply = await desk.app.connection.ask(on ? 'duty:start' : 'duty:end', {});
  if (!reply.ok) desk.told.value = say(desk.app.lang, errorWords, reply.code);
  await readDesk(desk);
}

/** Decides a held message. Where somebody else was quicker, the card leaves and that is said. */
export async function decide(desk: Desk, heldId: string, decision: 'approve' | 'remove'): Promise<void> {
  const { app, deciding, state } = desk;
  if (deciding.value.has(heldId)) return;
  deciding.value = new Set(deciding.value).add(heldId);
  const reply = await app.connection.ask('held:decide', { heldId, decision });
  deciding.value = new Set([...deciding.value].filter((id) => id !== heldId));
  desk.told.value = reply.ok ? say(app.lang, deskWords, reply.data.state) : say(app.lang, errorWords, reply.code);
  if (!reply.ok && reply.code !== 'already_decided' && reply.code !== 'not_found') return;
  leaveCurrent(desk, heldId);
  if (state.value) state.value = withHeld(state.value, { removed: heldId });
}

function leaveCurrent({ current, state }: Desk, heldId: string): void {
  if (current.value === heldId) current.value = afterLeaving(state.value?.held ?? [], heldId);
}
