const WORKER = '/contacts-worker.js';

/** Makes the card `data-keep` keep and remove the numbers. Without a visitor's tap nothing is stored. */
export function keepContacts(): void {
  const card = document.querySelector<HTMLElement>('[data-keep]');
  const on = card?.querySelector<HTMLButtonElement>('[data-keep-on]');
  const off = card?.querySelector<HTMLButtonElement>('[data-keep-off]');
  if (!card || !on || !off || !('serviceWorker' in navigator) || !('caches' in window)) return;
  const show = async (words = '') => {
    const kept = (await registered()) !== undefined;
    on.hidden = kept;
    off.hidden = !kept;
    card.hidden = false;
    card.querySelector('[role=status]')?.replaceChildren(words);
  };
  const act = async (button: HTMLButtonElement, run: () => Promise<void>, done: string | undefined) => {
    button.disabled = true;
    const words = await run().then(
      () => done,
      () => card.dataset.failed,
    );
    button.disabled = false;
    await show(words);
    (on.hidden ? off : on).focus();
  };
  on.addEventListener('click', () => void act(on, start, card.dataset.kept));
  off.addEventListener('click', () => void act(off, stop, card.dataset.removed));
  void show();
}

const registered = () => navigator.serviceWorker.getRegistration(WORKER);

async function start(): Promise<void> {
  try {
    await navigator.serviceWorker.register(WORKER);
    const { active } = await navigator.serviceWorker.ready;
    const lang = location.pathname.split('/')[1];
    await ask(active, [`/${lang}/contacts`, `/${lang}/help`]);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function stop(): Promise<void> {
  const registration = await registered();
  try {
    await ask(registration?.active ?? null, []);
  } finally {
    await registration?.unregister();
  }
}

/** Has the worker keep these pages, or forget all when none is named. Rejects when it could not. */
function ask(worker: ServiceWorker | null, pages: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data === true ? resolve() : reject(new Error('not kept')));
    if (worker) worker.postMessage(pages, [port2]);
    else reject(new Error('no worker'));
  });
}
