import { REACTIONS, type Reaction } from '../../shared/entries.ts';
import { react } from '../actions.ts';
import { startOf } from '../log.ts';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { ShownMessage } from '../view.ts';
import { roomWords } from '../words/rooms.ts';
import { sayIn } from '../words/say.ts';
import { timeOf } from '../words/times.ts';
import { BubbleActions } from './bubble-actions.tsx';
import type { InLog } from './group.tsx';

export interface OneMessage extends InLog {
  message: ShownMessage;
  own: boolean;
}

/** Drawn beside their words, which assistive technology reads. Our own, because not every phone has every emoji. */
export const REACTION_SIGN: Record<Reaction, IconName> = {
  support: 'help',
  thanks: 'sprout',
  same: 'alike',
  strength: 'mountain',
};

/** One message: what it answers, its text as a text node, its time, reactions, and a button for what can be done. */
export function Bubble(props: OneMessage) {
  const { app, room, message, own } = props;
  const t = sayIn(app.lang, roomWords);
  const open = room.active.value === message.seq;
  const time = timeOf(message.at);
  return (
    <article class="bubble-row" id={`m${message.seq}`}>
      <div class={classes('bubble', own && 'bubble-own')}>
        {message.replyTo !== undefined && <Quote {...props} of={message.replyTo} />}
        <p class="bubble-text">{message.text}</p>
        <p class="bubble-foot">
          {message.approved && <span>{t('approved')}</span>}
          <time dateTime={new Date(message.at).toISOString()}>{time}</time>
        </p>
      </div>
      <Button
        look="quiet"
        icon="more"
        iconOnly
        class="bubble-more"
        aria-expanded={open}
        onClick={() => {
          room.active.value = open ? null : message.seq;
        }}
      >
        {t('actions', { name: own ? t('you') : message.by.name, time })}
      </Button>
      {message.reactions.length > 0 && <Tallies {...props} />}
      {open && <BubbleActions {...props} />}
    </article>
  );
}

function Quote({ app, room, bySeq, of }: OneMessage & { of: number }) {
  const t = sayIn(app.lang, roomWords);
  const quoted = bySeq.value.get(of);
  if (!quoted) return <p class="quote soft">{t(of < startOf(room.log.value) ? 'quoteOld' : 'quoteGone')}</p>;
  return (
    <blockquote class="quote">
      <span class="quote-name">{quoted.by.name}</span>
      <span class="quote-text">{quoted.text}</span>
    </blockquote>
  );
}

function Tallies({ app, room, message }: OneMessage) {
  const t = sayIn(app.lang, roomWords);
  return (
    <ul class="tallies">
      {REACTIONS.flatMap((reaction) => {
        const tally = message.reactions.find((one) => one.reaction === reaction);
        if (!tally) return [];
        return [
          <li key={reaction}>
            <button
              type="button"
              class="tally"
              aria-pressed={tally.mine}
              onClick={() => void react(app, room, { seq: message.seq, reaction, on: !tally.mine })}
            >
              <Icon name={REACTION_SIGN[reaction]} size={18} />
              <span aria-hidden="true">{tally.count}</span>
              <span class="visually-hidden">{t('count', { name: t(reaction), n: tally.count })}</span>
            </button>
          </li>,
        ];
      })}
    </ul>
  );
}
