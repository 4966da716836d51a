import type { Gate } from '../../shared/entries.ts';
import type { Lang } from '../../shared/languages.ts';
import { classes } from '../parts/classes.ts';
import { roomWords } from '../words/rooms.ts';
import { say } from '../words/say.ts';

const WORD = { on: 'dutyOn', gap: 'dutyGap', off: 'dutyOff' } as const;

/** Whether somebody looks after a room, in words and not by colour alone. */
export function DutyTag({ lang, duty }: { lang: Lang; duty: Gate['duty'] }) {
  return (
    <span class={classes('tag', 'duty', duty === 'on' && 'tag-on', duty === 'off' && 'duty-off')}>
      <i class="duty-dot" aria-hidden="true" />
      {say(lang, roomWords, WORD[duty])}
    </span>
  );
}
