import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

/** A bordered surface. `link`: the link inside its heading takes the whole card. */
export function Card({ link, children }: { link?: boolean; children: ComponentChildren }) {
  return <article class={classes('card', 'stack', 'tight', link && 'card-link')}>{children}</article>;
}
