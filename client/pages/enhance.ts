/** What a script adds to pages that are complete without it: copying a number, sorting by distance, keeping the numbers on the device, and a quick exit that leaves no way back. */
import type { Purpose } from '../../shared/proof.ts';
import { quickExit } from '../quick-exit.ts';
import { keepContacts } from './keep-contacts.ts';
import { nearFirst } from './near.ts';

quickExit();
nearFirst();
keepContacts();

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-prove]')) {
  // Loaded where it is needed alone. Without it the form is sent with its slip.
  void import('./prove-form.ts').then(({ proveForm }) => proveForm(form, form.dataset.prove as Purpose));
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(button.dataset.copy ?? '').then(
      () => confirm(button),
      () => button.remove(),
    );
  });
}

/** The button itself says that it is done; it is a live region for that moment. */
function confirm(button: HTMLButtonElement): void {
  button.setAttribute('aria-live', 'polite');
  button.lastChild?.replaceWith(button.dataset.copied ?? '');
}
