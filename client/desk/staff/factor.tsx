import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeskReplies } from '../../../shared/desk-api.ts';
import type { Lang } from '../../../shared/languages.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { post } from '../../session.ts';
import { accountWords } from '../../words/account.ts';
import { deskWords } from '../../words/desk.ts';
import { say, sayIn } from '../../words/say.ts';
import { FormProblem } from '../form.tsx';
import { CodeField } from './code-step.tsx';
import { Picture } from './picture.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { refusedWords } from './refused.ts';

type Begun = DeskReplies['/factor/begin'];

interface Props {
  lang: Lang;
  onDone: () => void;
  /** The session is too old to begin: sign in again. */
  onTooLate: () => void;
}

/** Sets up two-step sign-in: a picture to scan, the first code, then the recovery codes once. */
export function Factor({ lang, onDone, onTooLate }: Props) {
  const begun = useSignal<Begun | null>(null);
  const codes = useSignal<string[] | null>(null);
  const problem = useSignal<string | null>(null);
  const begin = async () => {
    problem.value = null;
    const reply = await post<Begun>('/desk/api/factor/begin', {});
    if (reply.ok) begun.value = reply.data;
    else if (reply.code === 'no_session') onTooLate();
    else problem.value = refusedWords(lang, reply);
  };
  useEffect(() => void begin(), []);
  if (codes.value) return <RecoveryCodes lang={lang} codes={codes.value} onDone={onDone} />;
  if (begun.value)
    return (
      <FirstCode
        lang={lang}
        begun={begun.value}
        onAgain={() => void begin()}
        onCodes={(given) => {
          codes.value = given;
        }}
      />
    );
  if (!problem.value) return <Skeleton lang={lang} rows={4} />;
  return (
    <Notice role="alert">
      <p>{problem.value}</p>
      <Button onClick={() => void begin()}>{say(lang, deskWords, 'retry')}</Button>
    </Notice>
  );
}

interface First {
  lang: Lang;
  begun: Begun;
  onAgain: () => void;
  onCodes: (codes: string[]) => void;
}

function FirstCode({ lang, begun, onAgain, onCodes }: First) {
  const t = sayIn(lang, accountWords);
  const problem = useSignal<string | null>(null);
  const over = useSignal(false);
  const submit = async (form: HTMLFormElement) => {
    const code = `${new FormData(form).get('code') ?? ''}`;
    const reply = await post<DeskReplies['/factor/confirm']>('/desk/api/factor/confirm', { code });
    if (reply.ok) return onCodes(reply.data.recoveryCodes);
    over.value = reply.code === 'no_session';
    problem.value = over.value ? t('factorAgain') : refusedWords(lang, reply);
  };
  return (
    <form
      class="stack desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h1>{t('factorTitle')}</h1>
      <p class="lead">{t('factorLead')}</p>
      <p>{t('factorScan')}</p>
      <Picture uri={begun.uri} label={t('factorPicture')} />
      <p class="soft small">
        {t('factorKey')} <code class="factor-key">{(begun.secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
      <p>{t('factorEnter')}</p>
      <FormProblem>{problem.value}</FormProblem>
      <CodeField lang={lang} />
      {over.value ? (
        <Button look="primary" big wide onClick={onAgain}>
          {t('again')}
        </Button>
      ) : (
        <Button type="submit" look="primary" big wide>
          {t('goOn')}
        </Button>
      )}
    </form>
  );
}
