import { Button, LinkButton } from '../parts/button.tsx';
import { Emergency } from '../parts/emergency.tsx';
import { href } from '../parts/links.ts';
import { sayIn } from '../words/say.ts';
import { sendWords } from '../words/sending.ts';
import type { InRoom } from './room.tsx';

/** The help card: shown to the writer alone, at once, whatever became of the message (promise 7). */
export function CareCard({ app, room }: InRoom) {
  const t = sayIn(app.lang, sendWords);
  return (
    <div role="alert">
      {room.care.value && (
        <div class="care-card stack tight">
          <Emergency lang={app.lang} title={t('cardTitle')} />
          <p>{t('cardText')}</p>
          <p class="row">
            <LinkButton href={href(app.lang, '/help')} target="_blank" rel="noopener">
              {t('cardMore')}
            </LinkButton>
            <Button look="quiet" onClick={() => (room.care.value = false)}>
              {t('cardClose')}
            </Button>
          </p>
        </div>
      )}
    </div>
  );
}
