import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A QR code drawn on this device; what draws it is loaded only here. */
export function Picture({ uri, label }: { uri: string; label: string }) {
  const draw = useSignal<ComponentType<{ text: string; label: string }> | null>(null);
  useEffect(() => {
    import('../../parts/qr.tsx').then(
      ({ Qr }) => {
        draw.value = Qr;
      },
      // Without it the key below can be typed.
      () => {},
    );
  }, []);
  const Qr = draw.value;
  return <div class="factor-picture">{Qr && <Qr text={uri} label={label} />}</div>;
}
