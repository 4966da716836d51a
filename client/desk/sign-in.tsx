import { useSignal } from '@preact/signals';
import type { SignedIn } from '../../shared/desk-api.ts';
import type { Lang } from '../../shared/languages.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { post } from '../session.ts';
import { accountWords } from '../words/account.ts';
import { deskWords } from '../words/desk.ts';
import { say, sayIn } from '../words/say.ts';
import { FormProblem, PasswordField } from './form.tsx';
import { CodeStep } from './staff/code-step.tsx';
import { refusedWords } from './staff/refused.ts';

interface Props {
  lang: Lang;
  /** Why this page is shown again. */
  note: 'signedOut' | 'accessEnded' | 'recovered' | null;
  onDone: () => void;
}

export function SignIn({ lang, note, onDone }: Props) {
  const t = sayIn(lang, deskWords);
  const problem = useSignal<string | null>(null);
  const pending = useSignal<string | null>(null);
  const busy = useSignal(false);
  const submit = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    busy.value = true;
    const reply = await post<SignedIn>('/desk/api/sign-in', {
      email: `${given.get('email') ?? ''}`.trim(),
      password: `${given.get('password') ?? ''}`,
    });
    busy.value = false;
    if (!reply.ok) problem.value = refusedWords(lang, reply);
    else if (reply.data.next === 'in') onDone();
    else pending.value = reply.data.pending;
  };
  const tooLate = () => {
    pending.value = null;
    problem.value = say(lang, accountWords, 'tooLate');
  };
  if (pending.value) return <CodeStep lang={lang} pending={pending.value} onDone={onDone} onTooLate={tooLate} />;
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
      <FormProblem>{problem.value}</FormProblem>
      <TextField id="email" name="email" type="email" label={t('email')} autocomplete="username" required />
      <PasswordField lang={lang} autocomplete="current-password" />
      <Button type="submit" look="primary" big wide aria-disabled={busy.value}>
        {t(busy.value ? 'checking' : 'signIn')}
      </Button>
    </form>
  );
}
