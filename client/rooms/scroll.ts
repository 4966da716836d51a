import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** This near to the end counts as being there; CSS pixels. */
const NEAR = 80;

/**
 * Keeps a growing list where its reader wants it: at the end it follows, further up it stays, and history that comes in
 * above does not move what is being read. `first`, `last`: sequences shown; `own`: how many messages of mine are on the way.
 */
export function useScroll({ first, last, own }: { first: number; last: number; own: number }) {
  const box = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const before = useRef({ first, own, height: 0 });
  /** The newest sequence that was on the screen. */
  const seen = useSignal(last);
  const toEnd = () => {
    const element = box.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    atEnd.current = true;
    seen.value = last;
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const grewAbove = first < before.current.first && before.current.height > 0;
    if (own > before.current.own) atEnd.current = true;
    if (grewAbove && !atEnd.current) element.scrollTop += element.scrollHeight - before.current.height;
    else if (atEnd.current) toEnd();
    before.current = { first, own, height: element.scrollHeight };
  }, [first, last, own]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    // The keyboard of a phone, a notice, buttons under a message: the end stays in sight.
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    watcher.observe(element);
    if (inside.current) watcher.observe(inside.current);
    return () => watcher.disconnect();
  }, []);
  const moved = () => {
    const element = box.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    if (atEnd.current) seen.value = last;
  };
  return { box, inside, seen, toEnd, moved };
}
