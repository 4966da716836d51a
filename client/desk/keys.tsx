import { effect, type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { openFile } from './cases/case-actions.ts';
import { listed } from './cases/case-state.ts';
import { decide } from './desk-actions.ts';
import { type Desk, neighbour } from './desk-state.ts';

const KEY = 'tirek.desk.keys';

/** Single-letter keys can be switched off (WCAG 2.1.4): speech input and a cat on the keyboard press them too. */
export const keysOn: Signal<boolean> = signal(localStorage.getItem(KEY) !== 'off');
effect(() => localStorage.setItem(KEY, keysOn.value ? 'on' : 'off'));

/** The key of a button, beside its words; assistive technology has the words alone. */
export function Key({ children }: { children: ComponentChildren }) {
  if (!keysOn.value) return null;
  return (
    <span class="key" aria-hidden="true">
      {children}
    </span>
  );
}

/**
 * Keys of a screen part, by `code`, so that they work on a Kazakh or Russian layout too. `act` answers whether the key was
 * one of its own.
 */
export function useKeys(act: (code: string) => boolean): void {
  const now = useRef(act);
  now.current = act;
  // With what is drawn, not after the next frame: who is quick must not lose a key.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isKey(event) || (event.target as HTMLElement | null)?.closest('dialog')) return;
      if (now.current(event.code)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** J and K walk along the held messages, A lets the chosen one through, R keeps it out, O opens the first case. */
export const useDeskKeys = (desk: Desk): void => useKeys((code) => desk.file.value === null && act(desk, code));

function act(desk: Desk, code: string): boolean {
  const held = desk.state.value?.held ?? [];
  const chosen = held.some(({ heldId }) => heldId === desk.current.value) ? desk.current.value : null;
  const first = desk.state.value && listed(desk.state.value)[0];
  if (code === 'KeyJ') desk.current.value = neighbour(held, chosen, 1);
  else if (code === 'KeyK') desk.current.value = neighbour(held, chosen, -1);
  else if (code === 'KeyA' && chosen) void decide(desk, chosen);
  else if (code === 'KeyR' && chosen) desk.choosing.value = chosen;
  else if (code === 'KeyO' && first) void openFile(desk, first.id);
  else return false;
  return true;
}

/** Lists that digits choose from now; the one that was opened last has them. */
const lists: object[] = [];

/** While `on`: the digits choose a place of a list (from 0), Escape calls `back`. Before the desk's own keys. */
export function useDigits(on: boolean, pick: (place: number) => void, back?: () => void): void {
  const now = useRef({ pick, back });
  now.current = { pick, back };
  useLayoutEffect(() => {
    if (!on) return;
    const list = {};
    lists.push(list);
    const press = (event: KeyboardEvent) => {
      if (lists.at(-1) !== list) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const leaves = event.code === 'Escape' && now.current.back;
      if (!isKey(event) || (!digit && !leaves)) return;
      event.preventDefault();
      event.stopPropagation();
      if (digit) now.current.pick(Number(digit) - 1);
      else now.current.back?.();
    };
    document.addEventListener('keydown', press, true);
    return () => {
      lists.splice(lists.indexOf(list), 1);
      document.removeEventListener('keydown', press, true);
    };
  }, [on]);
}

function isKey(event: KeyboardEvent): boolean {
  if (!keysOn.value || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
  const target = event.target as HTMLElement | null;
  return target?.closest('input:not([type="checkbox"]), textarea, select') == null;
}
