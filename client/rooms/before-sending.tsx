import type { CheckResult } from '../../shared/guard/before-sending.ts';
import { maskSpans } from '../../shared/guard/mask.ts';
import type { Checked, ToCheck } from '../guard-worker.ts';
import type { Verdict } from '../look.ts';
import { type Kind, Question } from './question.tsx';

/**
 * The check before sending, with its question; loaded when a room is open. It reads in a worker, since on an old phone that
 * takes long enough to be felt. `allow`: phone numbers that anybody may post.
 */
export function prepare(allow: string[]): (text: string) => Promise<Verdict> {
  const worker = new Worker(new URL('../guard-worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToCheck) => worker.postMessage(message);
  const waiting = new Map<number, (found: CheckResult | null) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data: { id, found } }: MessageEvent<Checked>) => {
    waiting.get(id)?.(found);
    waiting.delete(id);
  });
  worker.addEventListener('error', () => {
    for (const give of waiting.values()) give(null);
  });
  tell({ allow });
  return async (text) => {
    last += 1;
    const id = last;
    const found = await new Promise<CheckResult | null>((resolve) => {
      waiting.set(id, resolve);
      tell({ id, text });
    });
    if (found) return verdictOn(text, found);
    worker.terminate();
    throw new Error('The check could not be loaded.');
  };
}

/**
 * A danger goes first and whole: the help card at once, and the message as it is, because the desk may need the number or the
 * address in it; the server masks both for the room. Anything else by which the writer could be known is asked about.
 */
export function verdictOn(text: string, { contact, crisis }: CheckResult): Verdict {
  return async (app, room) => {
    if (crisis.length > 0) room.care.value = true;
    if (crisis.length > 0 || contact.length === 0) return text;
    const masked = maskSpans(text, contact);
    const send = await new Promise<boolean>((resolve) => {
      room.question.value = <Question lang={app.lang} kind={kindOf(contact)} masked={masked} onAnswer={resolve} />;
    });
    room.question.value = null;
    return send ? masked : null;
  };
}

function kindOf(hits: CheckResult['contact']): Kind {
  const kinds = new Set(hits.map(({ why }) => why));
  return kinds.size === 1 ? (hits[0]?.why as Kind) : 'several';
}
