import { effect, type Signal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { decide } from './desk-actions.ts';
import { type Desk, neighbour } from './desk-state.ts';

const KEY = 'tirek.desk.keys';

/** Single-letter keys can be switched off (WCAG 2.1.4): speech input and a cat on the keyboard press them too. */
export const keysOn: Signal<boolean> = signal(localStorage.getItem(KEY) !== 'off');
effect(() => localStorage.setItem(KEY, keysOn.value ? 'on' : 'off'));

/** J and K walk along the held messages, A lets the chosen one through, R keeps it out. By the key's place on the keyboard. */
export function useHeldKeys(desk: Desk): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!keysOn.value || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event)) return;
      if (!act(desk, event.code)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [desk]);
}

/** By `code`, so that they work on a Kazakh or Russian layout too. */
function act(desk: Desk, code: string): boolean {
  const held = desk.state.value?.held ?? [];
  const chosen = held.some(({ heldId }) => heldId === desk.current.value) ? desk.current.value : null;
  if (code === 'KeyJ') desk.current.value = neighbour(held, chosen, 1);
  else if (code === 'KeyK') desk.current.value = neighbour(held, chosen, -1);
  else if (code === 'KeyA' && chosen) void decide(desk, chosen);
  else if (code === 'KeyR' && chosen) desk.choosing.value = chosen;
  else return false;
  return true;
}

function isWriting(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return target?.closest('input:not([type="checkbox"]), textarea, select, dialog') != null;
}
