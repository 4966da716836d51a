import { type ReadonlySignal, signal } from '@preact/signals';

/** This device's clock for times left on the screen, in milliseconds; moves every five seconds while somebody looks. */
export const clock: ReadonlySignal<number> = (() => {
  let timer: ReturnType<typeof setInterval> | undefined;
  const now = signal(Date.now(), {
    watched() {
      this.value = Date.now();
      timer = setInterval(() => {
        this.value = Date.now();
      }, 5000);
    },
    unwatched() {
      clearInterval(timer);
    },
  });
  return now;
})();
