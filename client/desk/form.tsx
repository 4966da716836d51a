import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Lang } from '../../shared/languages.ts';
import { LIMITS } from '../../shared/limits.ts';
import { TextField } from '../parts/field.tsx';
import { deskWords } from '../words/desk.ts';
import { sayIn } from '../words/say.ts';

/** What went wrong with a form; there from the start, so that it is read aloud when it appears. */
export function FormProblem({ children }: { children?: ComponentChildren }) {
  return <div role="alert">{children && <p class="notice notice-alarm">{children}</p>}</div>;
}

interface Props {
  lang: Lang;
  hint?: string | undefined;
  error?: string | undefined;
  autocomplete: 'new-password' | 'current-password';
  minLength?: number;
}

/** A password that can be looked at before it is sent. */
export function PasswordField({ lang, hint, error, autocomplete, minLength }: Props) {
  const t = sayIn(lang, deskWords);
  const shown = useSignal(false);
  return (
    <div class="stack tight">
      <TextField
        id="password"
        name="password"
        type={shown.value ? 'text' : 'password'}
        label={t('password')}
        hint={hint}
        error={error}
        autocomplete={autocomplete}
        required
        minLength={minLength}
        maxLength={LIMITS.passwordMax}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={shown.value}
          onChange={(event) => (shown.value = event.currentTarget.checked)}
        />
        {t('showPassword')}
      </label>
    </div>
  );
}
