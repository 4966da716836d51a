import { useSignal } from '@preact/signals';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Lang } from '../../shared/languages.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { post } from '../session.ts';
import { deskWords } from '../words/desk.ts';
import { errorWords } from '../words/errors.ts';
import { say, sayIn } from '../words/say.ts';
import { FormProblem, PasswordField } from './form.tsx';

/** What somebody with a link fills in once. */
export function Setup({ lang, token, onDone }: { lang: Lang; token: string; onDone: () => void }) {
  const t = sayIn(lang, deskWords);
  const problem = useSignal<ErrorCode | null>(null);
  const busy = useSignal(false);
  const submit = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const field = (name: string) => `${given.get(name) ?? ''}`;
    busy.value = true;
    const reply = await post('/desk/api/setup', {
      token,
      email: field('email').trim(),
      password: field('password'),
      workingName: field('name').trim(),
    });
    busy.value = false;
    if (reply.ok) onDone();
    else problem.value = reply.code;
  };
  const weak = problem.value === 'weak_password';
  return (
    <form
      class="stack desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h1>{t('setupTitle')}</h1>
      <p class="lead">{t('setupLead')}</p>
      <FormProblem>{problem.value && !weak && sentence(lang, problem.value)}</FormProblem>
      <TextField
        id="name"
        name="name"
        label={t('workingName')}
        hint={t('workingNameHint')}
        autocomplete="off"
        required
        minLength={2}
        maxLength={40}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        autocomplete="username"
        required
      />
      <PasswordField
        lang={lang}
        hint={t('passwordHint', { n: LIMITS.passwordLength })}
        error={weak ? say(lang, errorWords, 'weak_password') : undefined}
        autocomplete="new-password"
        minLength={LIMITS.passwordLength}
      />
      <Button type="submit" look="primary" big wide aria-disabled={busy.value}>
        {t(busy.value ? 'checking' : 'create')}
      </Button>
    </form>
  );
}

function sentence(lang: Lang, code: ErrorCode): string {
  if (code === 'taken') return say(lang, deskWords, 'taken');
  return code === 'bad_input' ? say(lang, deskWords, 'badInput') : say(lang, errorWords, code);
}
