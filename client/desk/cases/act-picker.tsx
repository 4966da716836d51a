import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ACT_REASONS, type ActReason } from '../../../shared/cases.ts';
import type { Lang } from '../../../shared/languages.ts';
import { Button } from '../../parts/button.tsx';
import { actWords } from '../../words/acts.ts';
import { caseWords } from '../../words/cases.ts';
import { sayIn } from '../../words/say.ts';
import { Key, useDigits } from '../keys.tsx';
import { type Act, type Choice, needsReason } from './case-state.ts';

interface Props {
  lang: Lang;
  acts: readonly Act[];
  /** Other words for an act, e.g. for a message that is not in the room yet. */
  named?: (act: Act) => string | null;
  busy: boolean;
  /** What the acts are for, when it is not a case. */
  title?: string;
  /** Escape, before an act is chosen. */
  onBack?: () => void;
  onPick: (choice: Choice) => void;
}

/** What can be decided, and for what reason where one is needed: one or two presses, or one or two keys. */
export function ActPicker({ lang, acts, named, busy, title: of, onBack, onPick }: Props) {
  const t = sayIn(lang, caseWords);
  const chosen = useSignal<Act | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const act = acts.find((one) => one === chosen.value);
  const name = (one: Act) => named?.(one) ?? t(`act_${one}`);
  const choose = (one: Act | undefined) => {
    if (!one || busy) return;
    if (needsReason(one)) chosen.value = one;
    else onPick({ act: one, reason: null });
  };
  useDigits(act === undefined, (place) => choose(acts[place]), onBack);
  const back = () => {
    chosen.value = null;
    requestAnimationFrame(() => title.current?.focus());
  };
  if (act)
    return (
      <ReasonPicker lang={lang} of={name(act)} busy={busy} onBack={back} onPick={(reason) => onPick({ act, reason })} />
    );
  return (
    <div class="picker stack tight">
      <h2 tabIndex={-1} ref={title}>
        {of ?? t('decide')}
      </h2>
      <ul class="choices">
        {acts.map((one, place) => (
          <li key={one}>
            <Button look={place === 0 ? 'primary' : 'plain'} aria-disabled={busy} onClick={() => choose(one)}>
              {name(one)}
              <Key>{place + 1}</Key>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ReasonProps {
  lang: Lang;
  /** What the reason is for. */
  of: string;
  busy: boolean;
  onBack: () => void;
  onPick: (reason: ActReason) => void;
}

/** The short list of reasons; the person reads the chosen one in their language. */
export function ReasonPicker({ lang, of, busy, onBack, onPick }: ReasonProps) {
  const t = sayIn(lang, caseWords);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  useDigits(
    true,
    (place) => {
      const reason = ACT_REASONS[place];
      if (reason && !busy) onPick(reason);
    },
    onBack,
  );
  return (
    <div class="picker stack tight">
      <h2 tabIndex={-1} ref={title}>
        {of}. {t('reasonTitle')}
      </h2>
      <p class="soft small">{t('reasonNote')}</p>
      <ul class="choices">
        {ACT_REASONS.map((reason, place) => (
          <li key={reason}>
            <Button aria-disabled={busy} onClick={() => !busy && onPick(reason)}>
              {sayIn(lang, actWords)(reason)}
              <Key>{place + 1}</Key>
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" icon="back" onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  );
}
