import type { Signal } from '@preact/signals';

interface Props<V extends string> {
  title: string;
  options: readonly { value: V; label: string; fixed?: boolean }[];
  chosen: Signal<readonly V[]>;
}

/** Some of a short list. What is `fixed` stays ticked. */
export function Ticks<V extends string>({ title, options, chosen }: Props<V>) {
  return (
    <fieldset class="field ticks">
      <legend>{title}</legend>
      {options.map(({ value, label, fixed }) => (
        <label key={value} class="check">
          <input
            type="checkbox"
            checked={fixed || chosen.value.includes(value)}
            disabled={fixed}
            onChange={(event) => {
              const others = chosen.value.filter((one) => one !== value);
              chosen.value = event.currentTarget.checked ? [...others, value] : others;
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
