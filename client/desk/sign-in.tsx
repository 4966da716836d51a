import { useSignal } from '@preact/signals';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Lang } from '../../shared/languages.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { post } from '../session.ts';
import { deskWords } from '../words/desk.ts';
import { errorWords } from '../words/errors.ts';
import { say, sayIn } from '../words/say.ts';
import { FormProblem, PasswordField } from './form.tsx';

interface Props {
  lang: Lang;
  /** Why this page is shown again. */
  note: 'signedOut' | 'accessEnded' | null;
  onDone: () => void;
}

export function SignIn({ lang, note, onDone }: Props) {
  const t = sayIn(lang, deskWords);
  const problem = useSignal<ErrorCode | null>(null);
  const busy = useSignal(false);
  const submit = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    busy.value = true;
    const reply = await post('/desk/api/sign-in', {
      email: `${given.get('email') ?? ''}`.trim(),
      password: `${given.get('password') ?? ''}`,
    });
    busy.value = false;
    if (reply.ok) onDone();
    else problem.value = reply.code;
  };
  return (
    <form
      class="stack desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h1>{t('signInTitle')}</h1>
      {note && (
        <p class="notice" role="status">
          {t(note)}
        </p>
      )}
      <FormProblem>{problem.value && say(lang, errorWords, problem.value)}</FormProblem>
      <TextField id="email" name="email" type="email" label={t('email')} autocomplete="username" required />
      <PasswordField lang={lang} autocomplete="current-password" />
      <Button type="submit" look="primary" big wide aria-disabled={busy.value}>
        {t(busy.value ? 'checking' : 'signIn')}
      </Button>
    </form>
  );
}
