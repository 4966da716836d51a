import type { ComponentChildren } from 'preact';
import type { Gate } from '../../shared/entries.ts';
import type { Lang } from '../../shared/languages.ts';
import { classes } from '../parts/classes.ts';
import { roomWords } from '../words/rooms.ts';
import { say } from '../words/say.ts';

const WORD = { on: 'dutyOn', gap: 'dutyGap', off: 'dutyOff' } as const;

interface Props {
  lang: Lang;
  duty: Gate['duty'];
  /** More exact words than the usual ones. */
  children?: ComponentChildren;
}

/** Whether somebody looks after a room, in words and not by colour alone. */
export function DutyTag({ lang, duty, children }: Props) {
  return (
    <span class={classes('tag', 'duty', `duty-${duty}`, duty === 'on' && 'tag-on')}>
      <i class="duty-dot" aria-hidden="true" />
      {children ?? say(lang, roomWords, WORD[duty])}
    </span>
  );
}
