import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

interface Props {
  /** The link inside its heading takes the whole card. */
  link?: boolean;
  /** Where it is, "latitude,longitude", for sorting by distance in the browser. */
  at?: string | undefined;
  children: ComponentChildren;
}

/** A bordered surface. */
export function Card({ link, at, children }: Props) {
  return (
    <article class={classes('card', 'stack', 'tight', link && 'card-link')} data-at={at}>
      {children}
    </article>
  );
}
