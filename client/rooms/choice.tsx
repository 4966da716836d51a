import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.tsx';

interface Props<V extends string> {
  title: string;
  options: readonly { value: V; label: string }[];
  cancel: string;
  /** Figures choose too. */
  keys?: boolean;
  onChoose: (value: V) => void;
  onCancel: () => void;
}

/** A short list to choose one from, by tap or by its figure; Escape takes back the question. */
export function Choice<V extends string>({ title, options, cancel, keys = false, onChoose, onCancel }: Props<V>) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector('button')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    const option = keys && /^Digit[1-9]$/.test(event.code) && options[Number(event.code.slice(5)) - 1];
    if (option) onChoose(option.value);
    // While the question stands, letters do not act on the list behind it.
    event.stopPropagation();
  };
  return (
    <fieldset ref={box} class="choice stack tight" onKeyDown={press}>
      <legend>{title}</legend>
      <div class="row">
        {options.map(({ value, label }, index) => (
          <Button key={value} onClick={() => onChoose(value)}>
            {label}
            {keys && (
              <span class="key" aria-hidden="true">
                {index + 1}
              </span>
            )}
          </Button>
        ))}
        <Button look="quiet" onClick={onCancel}>
          {cancel}
        </Button>
      </div>
    </fieldset>
  );
}
