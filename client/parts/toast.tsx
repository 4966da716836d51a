import type { ComponentChildren } from 'preact';

/** One short line that comes and goes. The element stays in the page, so that what appears in it is read aloud. */
export function Toast({ children }: { children?: ComponentChildren }) {
  return (
    <div class="toast row" role="status">
      {children}
    </div>
  );
}
