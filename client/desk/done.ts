import type { Reply } from '../../shared/errors.ts';
import { caseWords } from '../words/cases.ts';
import { errorWords } from '../words/errors.ts';
import { say } from '../words/say.ts';
import type { Desk } from './desk-state.ts';

/** Says what was done, wherever the eyes are now; with `back`, what takes it back is offered for a while. */
export function tellDone(desk: Desk, text: string, back: (() => Promise<Reply<unknown>>) | null = null): void {
  // Read out once, by this line.
  desk.told.value = '';
  desk.done.value = { text, back };
}

/** Takes back what was done last. */
export async function undo(desk: Desk): Promise<void> {
  const back = desk.done.value?.back;
  desk.done.value = null;
  if (!back) return;
  const reply = await back();
  tellDone(desk, reply.ok ? say(desk.app.lang, caseWords, 'undone') : say(desk.app.lang, errorWords, reply.code));
}
