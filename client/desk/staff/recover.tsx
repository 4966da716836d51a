import { useSignal } from '@preact/signals';
import type { Lang } from '../../../shared/languages.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { Button } from '../../parts/button.tsx';
import { post } from '../../session.ts';
import { accountWords } from '../../words/account.ts';
import { deskWords } from '../../words/desk.ts';
import { errorWords } from '../../words/errors.ts';
import { say, sayIn } from '../../words/say.ts';
import { FormProblem, PasswordField } from '../form.tsx';
import { refusedWords } from './refused.ts';

/** By a link that the operator made: a new password, then signing in as always. */
export function Recover({ lang, token, onDone }: { lang: Lang; token: string; onDone: () => void }) {
  const t = sayIn(lang, accountWords);
  const problem = useSignal<string | null>(null);
  const weak = useSignal(false);
  const submit = async (form: HTMLFormElement) => {
    const password = `${new FormData(form).get('password') ?? ''}`;
    const reply = await post('/desk/api/recover', { token, password });
    if (reply.ok) return onDone();
    weak.value = reply.code === 'weak_password';
    problem.value = weak.value ? null : refusedWords(lang, reply);
  };
  return (
    <form
      class="stack desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h1>{t('recoverTitle')}</h1>
      <p class="lead">{t('recoverLead')}</p>
      <FormProblem>{problem.value}</FormProblem>
      <PasswordField
        lang={lang}
        hint={say(lang, deskWords, 'passwordHint', { n: LIMITS.passwordLength })}
        error={weak.value ? say(lang, errorWords, 'weak_password') : undefined}
        autocomplete="new-password"
        minLength={LIMITS.passwordLength}
      />
      <Button type="submit" look="primary" big wide>
        {t('recoverSave')}
      </Button>
    </form>
  );
}
