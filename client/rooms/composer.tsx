import { useLayoutEffect, useRef } from 'preact/hooks';
import { LIMITS } from '../../shared/limits.ts';
import { typing } from '../actions.ts';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { send } from '../sending.ts';
import { partWords } from '../words/parts.ts';
import { say, sayIn } from '../words/say.ts';
import { sendWords } from '../words/sending.ts';
import type { InRoom } from './room.tsx';

/** From this many characters left on, the counter is also read aloud. */
const NEAR_END = 50;

/** With a mouse at hand Enter sends; under a thumb it makes a new line and the button sends. */
export const enterSends = () => matchMedia('(hover: hover) and (pointer: fine)').matches;

export function Composer({ app, room }: InRoom) {
  const t = sayIn(app.lang, sendWords);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = room.draft.value;
  const left = LIMITS.messageLength - [...text.trim()].length;
  const locked = room.gate.value?.locked === true;
  const slow = room.gate.value?.slowSeconds ?? 0;
  const submit = () => {
    field.current?.focus();
    if (text.trim() === '' || left < 0 || locked) return;
    send(app, room, { text: text.trim(), replyTo: room.replyTo.value ?? undefined });
    room.draft.value = '';
    room.replyTo.value = null;
  };
  useGrowth(field, text);
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Answering app={app} room={room} />
      {locked && <p class="notice small">{t('lockedNote')}</p>}
      {slow > 0 && <p class="small soft">{t('slowNote', { n: slow })}</p>}
      <div class="composer-row">
        <label class="visually-hidden" for="composer">
          {t('label')}
        </label>
        <textarea
          id="composer"
          class="input"
          ref={field}
          rows={1}
          placeholder={t('placeholder')}
          value={text}
          aria-describedby="composer-left composer-keys"
          aria-invalid={left < 0 ? 'true' : undefined}
          readOnly={locked}
          onInput={(event) => {
            room.draft.value = event.currentTarget.value;
            if (event.currentTarget.value.trim()) typing(app, room);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !enterSends()) return;
            event.preventDefault();
            submit();
          }}
        />
        <Button
          type="submit"
          look="primary"
          icon="send"
          iconOnly
          aria-disabled={text.trim() === '' || left < 0 || locked}
        >
          {t('send')}
        </Button>
      </div>
      <div class="composer-foot small soft">
        <span id="composer-keys" class="composer-keys">
          {t('keys')}
        </span>
        <Counter app={app} left={left} written={text !== ''} />
      </div>
    </form>
  );
}

function Counter({ app, left, written }: Pick<InRoom, 'app'> & { left: number; written: boolean }) {
  const words =
    left < 0 ? say(app.lang, partWords, 'counterOver', { n: -left }) : say(app.lang, partWords, 'counter', { n: left });
  return (
    <>
      <span id="composer-left" class={classes('composer-left', left < 0 && 'field-error')}>
        {written && words}
      </span>
      <span class="visually-hidden" role="status">
        {left < 0 || left === NEAR_END || left === 0 ? words : ''}
      </span>
    </>
  );
}

/** The message that is being answered, above the field. */
function Answering({ app, room }: InRoom) {
  const t = sayIn(app.lang, sendWords);
  const seq = room.replyTo.value;
  const entry = seq === null ? undefined : room.log.value.entries.find((one) => one.seq === seq);
  if (entry?.kind !== 'message') return null;
  return (
    <div class="answering">
      <p class="quote">
        <span class="quote-name">{t('replyTo', { name: entry.by.name })}</span>
        <span class="quote-text">{entry.text}</span>
      </p>
      <Button look="quiet" icon="close" iconOnly onClick={() => (room.replyTo.value = null)}>
        {t('cancelReply')}
      </Button>
    </div>
  );
}

/** The field grows with its text; how far is the style sheet's business. */
function useGrowth(field: { current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 3}px`;
  }, [text]);
}
