import type {
  ComponentChildren,
  InputHTMLAttributes,
  LooseInputHTMLAttributes,
  LooseSelectHTMLAttributes,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'preact';

interface Named {
  /** Ties label, hint, error and control together; unique on the page. */
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}
type Control<A> = Named & Omit<A, 'id' | 'label' | 'class' | 'role'>;

const describedBy = ({ id, hint, error }: Named) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** Label above, hint under it, then the control, then what is wrong with it. */
function Frame({ id, label, hint, error, children }: Named & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

const told = (named: Named) => ({
  id: named.id,
  class: 'input',
  'aria-describedby': describedBy(named),
  'aria-invalid': named.error ? ('true' as const) : undefined,
});

export function TextField({ id, label, hint, error, ...rest }: Control<LooseInputHTMLAttributes>) {
  const named = { id, label, hint, error };
  return (
    <Frame {...named}>
      <input {...(rest as InputHTMLAttributes)} {...told(named)} />
    </Frame>
  );
}

export function TextArea({ id, label, hint, error, ...rest }: Control<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const named = { id, label, hint, error };
  return (
    <Frame {...named}>
      <textarea {...rest} {...told(named)} />
    </Frame>
  );
}

export function Select(props: Control<LooseSelectHTMLAttributes> & { children: ComponentChildren }) {
  const { id, label, hint, error, children, ...rest } = props;
  const named = { id, label, hint, error };
  return (
    <Frame {...named}>
      <select {...(rest as SelectHTMLAttributes)} {...told(named)}>
        {children}
      </select>
    </Frame>
  );
}
