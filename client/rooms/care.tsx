import type { Helpline } from '../../shared/directory.ts';
import { clock } from '../clock.ts';
import { LinkButton } from '../parts/button.tsx';
import { Emergency } from '../parts/emergency.tsx';
import { Lines } from '../parts/lines.tsx';
import { href } from '../parts/links.ts';
import { serverNow } from '../state.ts';
import { sayIn } from '../words/say.ts';
import { sendWords } from '../words/sending.ts';
import { whenOf } from '../words/times.ts';
import { Breathing } from './breathing.tsx';
import type { InRoom } from './room.tsx';

/** Takes the composer's place when nobody is on duty: nobody writes into silence. */
export function Care({ app, room, lines }: InRoom & { lines: readonly Helpline[] }) {
  const t = sayIn(app.lang, sendWords);
  const next = room.nextShift.value;
  void clock.value;
  const when = next !== null && next > serverNow(app) ? whenOf(app.lang, next, serverNow(app)) : null;
  return (
    <div class="care stack loose">
      <div class="stack tight" role="status">
        <h2>{t('careTitle')}</h2>
        <p>{t('careText')}</p>
        <p class="soft">{when ? t('nextShift', { when }) : t('nextUnknown')}</p>
      </div>
      <div class="care-columns">
        <div class="stack">
          <Emergency lang={app.lang} />
          <p class="row">
            <LinkButton href={href(app.lang, '/help')} wide icon="help">
              {t('overdose')}
            </LinkButton>
            <LinkButton href={href(app.lang, '/directory')} wide icon="pin">
              {t('directory')}
            </LinkButton>
          </p>
          <Breathing lang={app.lang} />
        </div>
        <section class="stack tight" aria-labelledby="care-lines">
          <h3 id="care-lines">{t('careCall')}</h3>
          <Lines lang={app.lang} lines={lines} brief />
        </section>
      </div>
    </div>
  );
}
