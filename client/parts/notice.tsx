import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

interface Props {
  look?: 'plain' | 'calm' | 'alarm';
  title?: string;
  /** `status` is read aloud politely when it appears, `alert` at once; neither for what is there from the start. */
  role?: 'status' | 'alert';
  children: ComponentChildren;
}

export function Notice({ look = 'plain', title, role, children }: Props) {
  return (
    <div class={classes('notice', 'stack', 'tight', look !== 'plain' && `notice-${look}`)} role={role}>
      {title && <h2 class="notice-title">{title}</h2>}
      {children}
    </div>
  );
}
