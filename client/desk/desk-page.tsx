import type { Signal } from '@preact/signals';
import type { ErrorCode } from '../../shared/errors.ts';
import { LANGUAGES, type Lang } from '../../shared/languages.ts';
import { Button } from '../parts/button.tsx';
import { Mark } from '../parts/mark.tsx';
import { Notice } from '../parts/notice.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { post } from '../session.ts';
import { deskWords } from '../words/desk.ts';
import { errorWords } from '../words/errors.ts';
import { partWords } from '../words/parts.ts';
import { say, sayIn } from '../words/say.ts';
import { DeskScreen } from './desk-screen.tsx';
import type { Desk } from './desk-state.ts';
import { languageHref } from './language.ts';
import { Setup } from './setup.tsx';
import { SignIn } from './sign-in.tsx';
import { Factor } from './staff/factor.tsx';
import { Recover } from './staff/recover.tsx';

export type DeskView =
  | { is: 'loading' }
  | { is: 'problem'; code: ErrorCode }
  | { is: 'setup'; token: string }
  | { is: 'recover'; token: string }
  | { is: 'sign-in'; note: 'signedOut' | 'accessEnded' | 'recovered' | null }
  | { is: 'factor' }
  | { is: 'desk'; desk: Desk };

interface Props {
  lang: Lang;
  view: Signal<DeskView>;
  onSignedIn: () => void;
  onRetry: () => void;
}

/** The volunteers' page: first link, sign-in, or the desk itself. */
export function DeskPage({ lang, view, onSignedIn, onRetry }: Props) {
  const now = view.value;
  if (now.is === 'desk') return <DeskScreen desk={now.desk} head={<DeskHead lang={lang} signedIn={now.desk} />} />;
  return (
    <>
      <DeskHead lang={lang} />
      <main class="wrap desk-door" id="main">
        {now.is === 'loading' && <Skeleton lang={lang} rows={4} />}
        {now.is === 'problem' && (
          <Notice role="alert">
            <p>{say(lang, errorWords, now.code)}</p>
            <Button onClick={onRetry}>{say(lang, deskWords, 'retry')}</Button>
          </Notice>
        )}
        {now.is === 'setup' && <Setup lang={lang} token={now.token} onDone={onSignedIn} />}
        {now.is === 'recover' && (
          <Recover
            lang={lang}
            token={now.token}
            onDone={() => {
              view.value = { is: 'sign-in', note: 'recovered' };
            }}
          />
        )}
        {now.is === 'sign-in' && <SignIn lang={lang} note={now.note} onDone={onSignedIn} />}
        {now.is === 'factor' && (
          <Factor
            lang={lang}
            onDone={onSignedIn}
            onTooLate={() => {
              view.value = { is: 'sign-in', note: 'signedOut' };
            }}
          />
        )}
      </main>
    </>
  );
}

function DeskHead({ lang, signedIn }: { lang: Lang; signedIn?: Desk }) {
  const t = sayIn(lang, deskWords);
  const signOut = async () => {
    await post('/desk/api/sign-out', {});
    signedIn?.app.connection.close();
    location.assign(languageHref(lang));
  };
  return (
    <header class="head desk-head">
      <div class="wrap head-row">
        <span class="brand">
          <Mark />
          {say(lang, partWords, 'brand')}
          <span class="desk-brand">{t('desk')}</span>
        </span>
        <nav class="languages" aria-label={say(lang, partWords, 'languages')}>
          {LANGUAGES.map((other) => (
            <a
              key={other}
              href={languageHref(other)}
              lang={other}
              hreflang={other}
              aria-current={other === lang ? 'true' : undefined}
            >
              {{ kk: 'Қаз', ru: 'Рус', en: 'Eng' }[other]}
            </a>
          ))}
        </nav>
        {signedIn && (
          <Button look="quiet" icon="exit" class="desk-out" onClick={() => void signOut()}>
            <span>{t('signOut')}</span>
          </Button>
        )}
      </div>
    </header>
  );
}
