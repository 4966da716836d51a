import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { openEntry } from './open-entry.ts';
import { ask, type DirectoryState } from './state.ts';

/** Every entry, found by name or town; at first those that readers do not see. */
export function Entries({ state }: { state: DirectoryState }) {
  const { t, found, busy } = state;
  const asked = useSignal('');
  const find = async (q: string) => {
    const reply = await ask(state, 'directory:find', { q });
    asked.value = q;
    found.value = reply?.entries ?? [];
  };
  useEffect(() => void find(''), []);
  return (
    <section class="stack tight" aria-labelledby="entries-title">
      <h2 id="entries-title">{t('entries')}</h2>
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          void find(String(new FormData(event.currentTarget).get('q') ?? ''));
        }}
      >
        <TextField id="entry-q" name="q" type="search" label={t('find')} maxLength={100} />
        <p class="row">
          <Button type="submit" icon="search" disabled={busy.value}>
            {t('search')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              state.open.value = { suggestion: null };
            }}
          >
            {t('newEntry')}
          </Button>
        </p>
      </form>
      {asked.value === '' && <h3>{t('hiddenOnes')}</h3>}
      <p role="status" class="soft">
        {found.value.length === 0 ? t('nothing') : ''}
      </p>
      <ul class="waiting stack tight">
        {found.value.map(({ kind, id, name, place, status }) => (
          <li key={`${kind}/${id}`} class="entry-row">
            <span>
              <b>{name}</b>
              <br />
              <span class="soft small">{[place, t(`status_${status}`)].filter(Boolean).join(' · ')}</span>
            </span>
            <Button aria-label={`${t('openEntry')}: ${name}`} onClick={() => void openEntry(state, kind, id)}>
              {t('openEntry')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
