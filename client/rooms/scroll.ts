import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RoomState } from '../state.ts';

/** This near to the end counts as being there; CSS pixels. */
const NEAR = 80;

/**
 * Keeps a growing list where its reader wants it: at the end it follows, further up it stays, and history that comes in
 * above does not move what is being read. `first`, `last`: sequences shown.
 */
export function useScroll(room: RoomState, { first, last }: { first: number; last: number }) {
  const own = room.outbox.value.length;
  const box = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const before = useRef({ first, own, height: 0 });
  /** The newest sequence that was on the screen. */
  const seen = useSignal(last);
  const toEnd = () => {
    const element = box.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    room.following = true;
    seen.value = last;
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const grewAbove = first < before.current.first && before.current.height > 0;
    if (own > before.current.own) room.following = true;
    if (grewAbove && !room.following) element.scrollTop += element.scrollHeight - before.current.height;
    else if (room.following) toEnd();
    before.current = { first, own, height: element.scrollHeight };
  }, [first, last, own]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    // The keyboard of a phone, a notice, buttons under a message: the end stays in sight.
    const watcher = new ResizeObserver(() => {
      if (room.following) element.scrollTop = element.scrollHeight;
    });
    watcher.observe(element);
    if (inside.current) watcher.observe(inside.current);
    return () => watcher.disconnect();
  }, []);
  const moved = () => {
    const element = box.current;
    if (!element) return;
    room.following = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    if (room.following) seen.value = last;
  };
  return { box, inside, seen, toEnd, moved };
}
