/** Three presses of Shift within this time leave the page. */
const WINDOW = 2000;

/**
 * Makes the quick-exit links (`data-exit`) take this page's place in the history, and three presses of Shift do the same.
 * `before` runs first, e.g. to end the session; nothing waits for it. Returns the way to switch it off.
 */
export function quickExit(before: () => void = () => {}): () => void {
  let presses: number[] = [];
  const leave = (address: string) => {
    // What was read disappears at once, also when the next page is slow to come.
    document.documentElement.hidden = true;
    document.title = '…';
    before();
    sessionStorage.clear();
    location.replace(address);
  };
  const address = () => document.querySelector<HTMLAnchorElement>('[data-exit]')?.href;
  const click = (event: MouseEvent) => {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('[data-exit]');
    if (!link) return;
    event.preventDefault();
    leave(link.href);
  };
  const key = (event: KeyboardEvent) => {
    if (event.repeat) return;
    presses = event.key === 'Shift' ? [...presses.filter((at) => event.timeStamp - at < WINDOW), event.timeStamp] : [];
    const to = address();
    if (presses.length >= 3 && to) leave(to);
  };
  document.addEventListener('click', click);
  document.addEventListener('keydown', key);
  return () => {
    document.removeEventListener('click', click);
    document.removeEventListener('keydown', key);
  };
}
