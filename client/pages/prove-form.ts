import { refuse } from '../../shared/errors.ts';
import type { Given, Purpose } from '../../shared/proof.ts';

/** A proof this old may end on its way. */
const FRESH = 240_000;

/**
 * Does a form's work while it is being read, so that a tap is answered at once, and puts the proof in place of its slip. The
 * form is then sent as it would be without a script.
 */
export function proveForm(form: HTMLFormElement, purpose: Purpose): void {
  // Loaded as the chat loads it, so that neither carries the other's. Without it the form goes with its slip.
  const work = () => import('../proof.ts').then(({ prove }) => prove(purpose)).catch(() => refuse('unavailable'));
  const begin = () => ({ at: performance.now(), work: work() });
  let begun = begin();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = event.submitter as HTMLButtonElement | null;
    const status = form.querySelector<HTMLElement>('[data-working]');
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    status?.append(status.dataset.working ?? '');
    if (performance.now() - begun.at > FRESH) begun = begin();
    void begun.work.then((reply) => {
      if (button?.name) put(form, button.name, button.value);
      if (reply.ok) bring(form, reply.data);
      form.submit();
    });
  });
  // Who comes back to the form by the browser's button finds it ready again.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

function bring(form: HTMLFormElement, { proof, slip }: Given): void {
  if (proof) {
    form.querySelector('[name="slip"]')?.remove();
    put(form, 'proof', proof);
  } else if (slip) put(form, 'slip', slip);
}

function put(form: HTMLFormElement, name: string, value: string): void {
  form.querySelector(`input[type="hidden"][name="${name}"]`)?.remove();
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  form.append(field);
}
