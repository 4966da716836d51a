import type { ComponentChildren } from 'preact';
import { Mark } from './mark.tsx';

/** Nothing here yet: says so, and what can be done instead. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Mark size={48} />
      <p class="lead">{title}</p>
      {children}
    </div>
  );
}
