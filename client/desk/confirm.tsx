import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import type { IconName } from '../parts/icon.tsx';

interface Props {
  /** The act: on the button, and on the one that says yes. */
  act: string;
  /** What it would do. */
  ask: string;
  no: string;
  icon?: IconName;
  busy?: boolean;
  onYes: () => void;
}

/** A button that says what it would do before it does it. The answer that changes nothing has the focus first. */
export function Confirm({ act, ask, no, icon, busy, onYes }: Props) {
  const asking = useSignal(false);
  const first = useRef<HTMLParagraphElement>(null);
  const begin = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (asking.value) first.current?.querySelector('button')?.focus();
  }, [asking.value]);
  const back = () => {
    asking.value = false;
    requestAnimationFrame(() => begin.current?.querySelector('button')?.focus());
  };
  if (!asking.value)
    return (
      <div ref={begin}>
        <Button icon={icon} onClick={() => (asking.value = true)}>
          {act}
        </Button>
      </div>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is one more way to "no", which is a button.
    <div class="confirm stack tight" ref={begin} onKeyDown={(event) => event.key === 'Escape' && back()}>
      <p>{ask}</p>
      <p class="row" ref={first}>
        <Button onClick={back}>{no}</Button>
        <Button
          look="alarm"
          aria-disabled={busy}
          onClick={() => {
            back();
            onYes();
          }}
        >
          {act}
        </Button>
      </p>
    </div>
  );
}
