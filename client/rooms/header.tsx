import { useSignal } from '@preact/signals';
import { Button, LinkButton } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Exit } from '../parts/exit.tsx';
import { Icon } from '../parts/icon.tsx';
import { href } from '../parts/links.ts';
import { roomWords } from '../words/rooms.ts';
import { sayIn } from '../words/say.ts';
import { About } from './about.tsx';
import { DutyTag } from './duty-tag.tsx';
import { useFirstFocus } from './focus.ts';
import type { RoomProps } from './room.tsx';

/** Name, how many are in, who is on duty; help and the quick exit are one tap away. */
export function RoomHeader({ app, room, onBack, staff }: RoomProps) {
  const t = sayIn(app.lang, roomWords);
  const title = useFirstFocus<HTMLHeadingElement>();
  const asking = useSignal(false);
  const unsent = room.outbox.value.some(({ state }) => state.is === 'sending' || state.is === 'failed');
  const back = () => {
    if (unsent) asking.value = true;
    else onBack();
  };
  return (
    <header class="room-head">
      {!staff && (
        <div class="room-strip">
          <LinkButton href={href(app.lang, '/help')} look="quiet" icon="help" class="room-help">
            {t('help')}
          </LinkButton>
          <Exit lang={app.lang} />
        </div>
      )}
      <div class="room-bar">
        <Button look="quiet" icon="back" iconOnly onClick={back}>
          {t('back')}
        </Button>
        <div class="room-name">
          <h1 id="room-title" tabIndex={-1} ref={title}>
            {room.card.value?.name[app.lang] ?? t('rooms')}
          </h1>
          <OnDuty app={app} room={room} />
        </div>
        <AboutButton app={app} room={room} />
      </div>
      <Dialog
        lang={app.lang}
        id="unsent-title"
        title={t('leave')}
        open={asking.value}
        onClose={() => (asking.value = false)}
      >
        <p>{t('unsent')}</p>
        <p class="row">
          <Button look="primary" onClick={() => (asking.value = false)}>
            {t('stay')}
          </Button>
          <Button onClick={onBack}>{t('leave')}</Button>
        </p>
      </Dialog>
    </header>
  );
}

function OnDuty({ app, room }: Pick<RoomProps, 'app' | 'room'>) {
  const t = sayIn(app.lang, roomWords);
  const gate = room.gate.value;
  if (!gate) return <p class="room-duty small soft" />;
  const names = gate.onDuty.map(({ name }) => name).join(', ');
  return (
    <p class="room-duty small">
      <DutyTag lang={app.lang} duty={gate.duty}>
        {gate.duty === 'on' && names ? t('onDuty', { names }) : undefined}
      </DutyTag>
    </p>
  );
}

/** On a narrow screen the room's rules and people open over it; on a wide one they stand beside it. */
function AboutButton({ app, room }: Pick<RoomProps, 'app' | 'room'>) {
  const t = sayIn(app.lang, roomWords);
  const open = useSignal(false);
  const { count } = room.people.value;
  return (
    <div class="room-about-button">
      <Button look="quiet" aria-haspopup="dialog" onClick={() => (open.value = true)}>
        <Icon name="people" />
        <span aria-hidden="true">{count}</span>
        <span class="visually-hidden">
          {t('about')}, {t('people', { n: count })}
        </span>
      </Button>
      <Dialog
        lang={app.lang}
        id="about-title"
        title={t('about')}
        open={open.value}
        onClose={() => (open.value = false)}
      >
        {open.value && <About app={app} room={room} inDialog />}
      </Dialog>
    </div>
  );
}
