import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Skeleton } from '../../parts/skeleton.tsx';
import type { Desk } from '../desk-state.ts';

/** The directory's screen, loaded when it is opened: most of a shift is spent elsewhere. */
export function DirectoryTab({ desk }: { desk: Desk }) {
  const panel = useSignal<{ Panel: ComponentType<{ desk: Desk }> } | null>(null);
  useEffect(() => {
    import('./panel.tsx').then(
      ({ Panel }) => {
        panel.value = { Panel };
      },
      () => {
        desk.problem.value = 'unavailable';
      },
    );
  }, [desk, panel]);
  return panel.value ? <panel.value.Panel desk={desk} /> : <Skeleton lang={desk.app.lang} rows={6} />;
}
