import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Lang } from '../../shared/languages.ts';
import { partWords } from '../words/parts.ts';
import { say } from '../words/say.ts';
import { Button } from './button.tsx';

interface Props {
  lang: Lang;
  /** Unique on the page; names the dialog's title. */
  id: string;
  title: string;
  open: boolean;
  /** Escape, the close button, or a press beside the dialog. */
  onClose: () => void;
  children: ComponentChildren;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back. */
export function Dialog({ lang, id, title, open, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open) box.current?.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the press beside it is an addition for the thumb.
    <dialog
      ref={box}
      class="dialog stack"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === box.current && onClose()}
    >
      <div class="row apart">
        <h2 id={id}>{title}</h2>
        <Button look="quiet" icon="close" iconOnly onClick={onClose}>
          {say(lang, partWords, 'close')}
        </Button>
      </div>
      {children}
    </dialog>
  );
}
