import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Lang } from '../../shared/languages.ts';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { sayIn } from '../words/say.ts';
import { sendWords } from '../words/sending.ts';

/** Four seconds in, six out: about six breaths a minute; the length of both is also in styles/rooms.css. */
const IN = 4000;
const OUT = 6000;

/** A circle to breathe with. It begins only when asked; with reduced motion the words alone change. */
export function Breathing({ lang }: { lang: Lang }) {
  const t = sayIn(lang, sendWords);
  const phase = useSignal<'rest' | 'in' | 'out'>('rest');
  const resting = phase.value === 'rest';
  useEffect(() => {
    if (phase.value === 'rest') return;
    const timer = setTimeout(
      () => {
        phase.value = phase.value === 'in' ? 'out' : 'in';
      },
      phase.value === 'in' ? IN : OUT,
    );
    return () => clearTimeout(timer);
  }, [phase.value]);
  return (
    <section class="breathing" aria-labelledby="breath-title">
      <div class={classes('breath-circle', `breath-${phase.value}`)} aria-hidden="true">
        <span>{resting ? '' : t(phase.value === 'in' ? 'breathIn' : 'breathOut')}</span>
      </div>
      <div class="stack tight">
        <h3 id="breath-title">{t('breathTitle')}</h3>
        <p>{t('breathText')}</p>
        <Button
          onClick={() => {
            phase.value = resting ? 'in' : 'rest';
          }}
        >
          {t(resting ? 'breathStart' : 'breathStop')}
        </Button>
      </div>
    </section>
  );
}
