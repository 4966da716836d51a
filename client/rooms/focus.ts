import { useEffect, useRef } from 'preact/hooks';

/** Moves the focus to an element when it appears, so that a new screen is read from its beginning. */
export function useFirstFocus<E extends HTMLElement>() {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus({ preventScroll: true }), []);
  return element;
}
