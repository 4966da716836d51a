import { effect } from '@preact/signals';

/** Resolves when `wanted`, which reads signals, is true. */
export function until(wanted: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let done = false;
    stop = effect(() => {
      if (done || !wanted()) return;
      done = true;
      queueMicrotask(() => stop?.());
      resolve();
    });
  });
}
