import type { Lang } from '../../../shared/languages.ts';
import { Button } from '../../parts/button.tsx';
import { accountWords } from '../../words/account.ts';
import { sayIn } from '../../words/say.ts';

/** Shown once: the way in without the phone. */
export function RecoveryCodes({ lang, codes, onDone }: { lang: Lang; codes: readonly string[]; onDone: () => void }) {
  const t = sayIn(lang, accountWords);
  return (
    <section class="stack desk-form" aria-labelledby="codes-title">
      <h1 id="codes-title" tabIndex={-1} ref={(title) => title?.focus()}>
        {t('codesTitle')}
      </h1>
      <p class="lead">{t('codesLead')}</p>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="row no-print">
        <Button onClick={() => print()}>{t('codesPrint')}</Button>
        <Button look="primary" onClick={onDone}>
          {t('codesKept')}
        </Button>
      </p>
    </section>
  );
}
