import { useSignal } from '@preact/signals';
import { REACTIONS, type Reaction } from '../../shared/entries.ts';
import type { Reply } from '../../shared/errors.ts';
import { react, retract } from '../actions.ts';
import { Button } from '../parts/button.tsx';
import { hide } from '../safety.ts';
import { errorWords } from '../words/errors.ts';
import { roomWords } from '../words/rooms.ts';
import { safetyWords } from '../words/safety.ts';
import { say, sayIn } from '../words/say.ts';
import { type OneMessage, REACTION_SIGN } from './bubble.tsx';
import { ReportMessage, ReportVolunteer } from './report.tsx';

/** What can be done with one message; stands under it while open. */
export function BubbleActions({ app, room, message, own }: OneMessage) {
  const t = sayIn(app.lang, roomWords);
  const asking = useSignal(false);
  const problem = useSignal('');
  const close = (reply: Reply<unknown>) => {
    if (reply.ok) room.active.value = null;
    else problem.value = say(app.lang, errorWords, reply.code);
  };
  const toggle = async (reaction: Reaction) => {
    const mine = message.reactions.some((tally) => tally.reaction === reaction && tally.mine);
    close(await react(app, room, { seq: message.seq, reaction, on: !mine }));
  };
  const reporting = useSignal(false);
  const answer = () => {
    room.replyTo.value = message.seq;
    room.active.value = null;
    document.getElementById('composer')?.focus();
  };
  return (
    <div class="bubble-actions">
      {!own &&
        REACTIONS.map((reaction) => (
          <Button key={reaction} look="quiet" icon={REACTION_SIGN[reaction]} onClick={() => void toggle(reaction)}>
            {t(reaction)}
          </Button>
        ))}
      <Button look="quiet" icon="reply" onClick={answer}>
        {t('reply')}
      </Button>
      {!own && app.can.value.size === 0 && (
        <Button look="quiet" icon="info" onClick={() => (reporting.value = true)}>
          {say(app.lang, safetyWords, message.by.staff ? 'reportVolunteer' : 'report')}
        </Button>
      )}
      {!own && !message.by.staff && app.can.value.size === 0 && (
        <Button look="quiet" icon="close" onClick={() => hide(room, message.by.member, true)}>
          {say(app.lang, safetyWords, 'hide')}
        </Button>
      )}
      {own && !asking.value && (
        <Button look="quiet" icon="remove" onClick={() => (asking.value = true)}>
          {t('retract')}
        </Button>
      )}
      {asking.value && (
        <p class="row">
          <span>{t('retractAsk')}</span>
          <Button look="alarm" onClick={async () => close(await retract(app, room, message.seq))}>
            {t('retractYes')}
          </Button>
        </p>
      )}
      {app.slots.message?.({ app, room, message })}
      {reporting.value && message.by.staff && (
        <ReportVolunteer
          app={app}
          room={room}
          staffMember={message.by.member}
          onClose={() => (room.active.value = null)}
        />
      )}
      {reporting.value && !message.by.staff && (
        <ReportMessage app={app} room={room} seq={message.seq} onClose={() => (room.active.value = null)} />
      )}
      <p role="status" class="small">
        {problem.value}
      </p>
    </div>
  );
}
