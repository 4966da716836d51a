import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeskReplies, Me } from '../../../shared/desk-api.ts';
import { Button } from '../../parts/button.tsx';
import { get, post } from '../../session.ts';
import { accountWords } from '../../words/account.ts';
import { deskWords } from '../../words/desk.ts';
import { peopleWords } from '../../words/people.ts';
import { say, sayIn } from '../../words/say.ts';
import { Confirm } from '../confirm.tsx';
import type { Desk } from '../desk-state.ts';
import { FormProblem, PasswordField } from '../form.tsx';
import { CodeField } from './code-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { refusedWords } from './refused.ts';

/** One's own account: ending every session, and new recovery codes. */
export function Account({ desk }: { desk: Desk }) {
  const { lang } = desk.app;
  const t = sayIn(lang, accountWords);
  const me = useSignal<Me | null>(null);
  const problem = useSignal<string | null>(null);
  const codes = useSignal<string[] | null>(null);
  const read = async () => {
    const reply = await get<Me>('/desk/api/me');
    if (reply.ok) me.value = reply.data;
    else problem.value = refusedWords(lang, reply);
  };
  useEffect(() => void read(), []);
  const everywhere = async () => {
    // The server closes this desk with the others.
    const reply = await post('/desk/api/sign-out-everywhere', {});
    if (!reply.ok) problem.value = refusedWords(lang, reply);
  };
  if (codes.value) {
    const done = () => {
      codes.value = null;
      void read();
    };
    return <RecoveryCodes lang={lang} codes={codes.value} onDone={done} />;
  }
  const left = me.value?.recoveryCodes ?? null;
  return (
    <section class="stack" aria-labelledby="account-title">
      <h2 id="account-title">{t('accountTitle')}</h2>
      {me.value && (
        <p>
          <b>{me.value.name}</b> <span class="tag">{say(lang, peopleWords, `role_${me.value.role}`)}</span>
        </p>
      )}
      <FormProblem>{problem.value}</FormProblem>
      <Confirm
        act={t('everywhere')}
        ask={t('everywhereAsk')}
        no={t('everywhereNo')}
        icon="exit"
        onYes={() => void everywhere()}
      />
      {left !== null && <NewCodes lang={lang} left={left} onCodes={(given) => (codes.value = given)} />}
    </section>
  );
}

interface NewProps {
  lang: Desk['app']['lang'];
  left: number;
  onCodes: (codes: string[]) => void;
}

/** New recovery codes in place of the old ones; password and code say that it is really you. */
function NewCodes({ lang, left, onCodes }: NewProps) {
  const t = sayIn(lang, accountWords);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const submit = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const proof = { password: `${given.get('password') ?? ''}`, code: `${given.get('code') ?? ''}` };
    busy.value = true;
    const reply = await post<DeskReplies['/factor/codes']>('/desk/api/factor/codes', { proof });
    busy.value = false;
    if (reply.ok) onCodes(reply.data.recoveryCodes);
    else problem.value = refusedWords(lang, reply);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.value) void submit(event.currentTarget);
      }}
    >
      <h3>{t('newCodes')}</h3>
      <p>
        {t('codesLeft', { n: left })} {t('newCodesLead')}
      </p>
      <FormProblem>{problem.value}</FormProblem>
      <PasswordField lang={lang} autocomplete="current-password" />
      <CodeField lang={lang} hint={t('codeHint')} recovery />
      <Button type="submit" aria-disabled={busy.value}>
        {busy.value ? say(lang, deskWords, 'checking') : t('newCodesMake')}
      </Button>
    </form>
  );
}
