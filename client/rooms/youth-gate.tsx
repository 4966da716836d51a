import { useSignal } from '@preact/signals';
import type { Helpline } from '../../shared/directory.ts';
import type { RoomCard } from '../../shared/events.ts';
import { enter } from '../actions.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Emergency } from '../parts/emergency.tsx';
import { Lines } from '../parts/lines.tsx';
import { href } from '../parts/links.ts';
import type { App } from '../state.ts';
import { roomWords } from '../words/rooms.ts';
import { safetyWords } from '../words/safety.ts';
import { say, sayIn } from '../words/say.ts';
import { useFirstFocus } from './focus.ts';

/** Lines for children and teenagers. */
const YOUNG_LINES = ['kz-111', 'kz-150'];

/** Before the room for young people: younger than 16 has a page of its own. Nothing of the answer is kept or sent. */
export function YouthGate({ app, room, lines }: { app: App; room: RoomCard; lines: readonly Helpline[] }) {
  const t = sayIn(app.lang, safetyWords);
  const under = useSignal(false);
  const title = useFirstFocus<HTMLHeadingElement>();
  const back = () => {
    app.asking.value = null;
  };
  return (
    <section class="stack read" key={`${under.value}`}>
      <h1 tabIndex={-1} ref={title}>
        {t(under.value ? 'underTitle' : 'youngTitle')}
      </h1>
      {under.value ? (
        <>
          <p class="lead">{t('underText')}</p>
          <Lines lang={app.lang} lines={lines.filter(({ id }) => YOUNG_LINES.includes(id))} />
          <Emergency lang={app.lang} />
          <p>
            <LinkButton href={href(app.lang, '/directory?kind=youth_health_centre')} icon="pin" wide>
              {t('underCentres')}
            </LinkButton>
          </p>
        </>
      ) : (
        <>
          <p class="lead">{t('youngAsk')}</p>
          <p class="row">
            <Button look="primary" big wide onClick={() => void enter(app, room.id)}>
              {t('youngOver')}
            </Button>
            <Button big wide onClick={() => (under.value = true)}>
              {t('youngUnder')}
            </Button>
          </p>
        </>
      )}
      <p>
        <Button look="quiet" icon="back" onClick={back}>
          {say(app.lang, roomWords, 'back')}
        </Button>
      </p>
    </section>
  );
}
