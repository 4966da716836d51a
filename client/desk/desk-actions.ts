import { effect } from '@preact/signals';
import type { ActReason } from '../../shared/cases.ts';
import type { DeskState } from '../../shared/events.ts';
import { listen } from '../actions.ts';
import { deskWords } from '../words/desk.ts';
import { errorWords } from '../words/errors.ts';
import { say } from '../words/say.ts';
import { hearCase } from './cases/case-actions.ts';
import { sortedCases } from './cases/case-state.ts';
import { afterLeaving, apply, type Desk, sorted, withHeld, withRoom } from './desk-state.ts';

/** Binds the desk to what the server says; reads it anew after every reconnect. Returns the way out. */
export function listenAtDesk(desk: Desk): () => void {
  const { app } = desk;
  app.connection.on('desk:held', (frame) => {
    if (frame.removed) leaveCurrent(desk, frame.removed);
    apply(desk, (now) => withHeld(now, frame));
  });
  app.connection.on('desk:room', (frame) => apply(desk, (now) => withRoom(now, frame)));
  app.connection.on('desk:idle', ({ until, now }) => {
    app.clockGap.value = now - app.now();
    desk.asked.value = until;
  });
  app.connection.on('case', (frame) => hearCase(desk, frame));
  const stops = [
    listen(app),
    effect(() => {
      if (app.connection.status.value !== 'online') return;
      // A new connection is asked anew.
      desk.asked.value = null;
      void readDesk(desk);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export async function readDesk(desk: Desk): Promise<void> {
  const { app, state, problem } = desk;
  desk.meanwhile = [];
  const changes = desk.meanwhile;
  const reply = await app.connection.ask('desk:open', {});
  // A newer reading has begun or is done.
  if (desk.meanwhile !== changes) return;
  desk.meanwhile = null;
  problem.value = reply.ok ? null : reply.code;
  if (!reply.ok) return;
  app.clockGap.value = reply.data.now - app.now();
  const read: DeskState = { ...reply.data, held: sorted(reply.data.held), cases: sortedCases(reply.data.cases) };
  app.can.value = new Set(reply.data.me.capabilities);
  state.value = changes.reduce((now, change) => change(now), read);
}

/** "Still here": the session goes on. When that did not get through the question stays. */
export async function answerHere(desk: Desk): Promise<void> {
  const reply = await desk.app.connection.ask('desk:here', {});
  if (reply.ok) desk.asked.value = null;
}

/** Goes on duty, or off. The rooms' new state comes as events; the desk is read again so that nothing is guessed. */
export async function setDuty(desk: Desk, on: boolean): Promise<void> {
  const reply = await desk.app.connection.ask(on ? 'duty:start' : 'duty:end', {});
  if (!reply.ok) desk.told.value = say(desk.app.lang, errorWords, reply.code);
  await readDesk(desk);
}

/**
 * Lets a held message in, or with a reason keeps it out. Where somebody else was quicker, the card leaves and that is said.
 */
export async function decide(desk: Desk, heldId: string, reason?: ActReason): Promise<void> {
  const { app, deciding, state } = desk;
  if (deciding.value.has(heldId)) return;
  desk.choosing.value = null;
  deciding.value = new Set(deciding.value).add(heldId);
  const reply = await app.connection.ask('held:decide', {
    heldId,
    ...(reason ? { decision: 'remove', reason } : { decision: 'approve' }),
  });
  deciding.value = new Set([...deciding.value].filter((id) => id !== heldId));
  desk.told.value = reply.ok ? say(app.lang, deskWords, reply.data.state) : say(app.lang, errorWords, reply.code);
  if (!reply.ok && reply.code !== 'already_decided' && reply.code !== 'not_found') return;
  leaveCurrent(desk, heldId);
  if (state.value) state.value = withHeld(state.value, { removed: heldId });
}

function leaveCurrent({ current, state }: Desk, heldId: string): void {
  if (current.value === heldId) current.value = afterLeaving(state.value?.held ?? [], heldId);
}
