import { useSignal } from '@preact/signals';
import type { SignedIn } from '../../../shared/desk-api.ts';
import type { Lang } from '../../../shared/languages.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { post } from '../../session.ts';
import { accountWords } from '../../words/account.ts';
import { deskWords } from '../../words/desk.ts';
import { say, sayIn } from '../../words/say.ts';
import { FormProblem } from '../form.tsx';
import { refusedWords } from './refused.ts';

interface Props {
  lang: Lang;
  pending: string;
  onDone: () => void;
  /** The first step was too long ago. */
  onTooLate: () => void;
}

/** The second step of signing in: a code of the app, or a recovery code. */
export function CodeStep({ lang, pending, onDone, onTooLate }: Props) {
  const t = sayIn(lang, accountWords);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const submit = async (form: HTMLFormElement) => {
    busy.value = true;
    const code = `${new FormData(form).get('code') ?? ''}`;
    const reply = await post<SignedIn>('/desk/api/sign-in/code', { pending, code });
    busy.value = false;
    if (reply.ok) onDone();
    else if (reply.code === 'no_session') onTooLate();
    else problem.value = refusedWords(lang, reply);
  };
  return (
    <form
      class="stack desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h1>{t('codeTitle')}</h1>
      <p class="lead">{t('codeLead')}</p>
      <FormProblem>{problem.value}</FormProblem>
      <CodeField lang={lang} hint={t('codeHint')} recovery />
      <Button type="submit" look="primary" big wide aria-disabled={busy.value}>
        {busy.value ? say(lang, deskWords, 'checking') : t('goOn')}
      </Button>
    </form>
  );
}

/** Figures alone, unless a recovery code may stand here too. */
export function CodeField({ lang, hint, recovery }: { lang: Lang; hint?: string; recovery?: boolean }) {
  return (
    <TextField
      id="code"
      name="code"
      label={say(lang, accountWords, 'code')}
      hint={hint}
      inputMode={recovery ? 'text' : 'numeric'}
      autocomplete="one-time-code"
      autocapitalize="none"
      spellcheck={false}
      autofocus
      required
      maxLength={60}
    />
  );
}
