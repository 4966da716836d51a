import { useSignal } from '@preact/signals';
import type { EntryFile, EntryStatus } from '../../../shared/directory-events.ts';
import { Button } from '../../parts/button.tsx';

import { dayIn } from './day.ts';
import { Field } from './field.tsx';
import { cellsFrom, fieldsOf } from './fields.ts';
import { History } from './history.tsx';
import { openEntry } from './open-entry.ts';
import { ask, type DirectoryState, type Fresh, readAll } from './state.ts';

const NEXT: [EntryStatus, 'publish' | 'hide' | 'close'][] = [
  ['published', 'publish'],
  ['hidden', 'hide'],
  ['closed', 'close'],
];

/** One entry: its fields, whether readers see it, and who changed what. */
export function Editor({ state, open }: { state: DirectoryState; open: EntryFile | Fresh }) {
  const { t, busy, desk } = state;
  const file = 'id' in open ? open : null;
  const wrong = useSignal<string[]>([]);
  const save = async (form: HTMLFormElement) => {
    const cells = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const suggestion = 'suggestion' in open ? open.suggestion?.id : undefined;
    const { kind, id, version } = file ?? { kind: 'listing' as const, id: null, version: '' };
    const reply = await ask(state, 'directory:save', {
      kind,
      id,
      version,
      cells,
      ...(suggestion ? { suggestion } : {}),
    });
    if (!reply) return;
    wrong.value = reply.wrong;
    if (reply.wrong.length > 0 || reply.id === null) return;
    await openEntry(state, kind, reply.id);
    desk.told.value = t('saved');
  };
  return (
    <section class="stack loose" aria-labelledby="entry-title">
      <div class="stack tight">
        <p>
          <Button
            look="quiet"
            icon="back"
            onClick={() => {
              state.open.value = null;
              void readAll(state);
            }}
          >
            {t('back')}
          </Button>
        </p>
        <h2 id="entry-title">{file ? file.name : t('newEntry')}</h2>
        {file && <Status state={state} file={file} />}
      </div>
      <div role="alert">{wrong.value.length > 0 && <p class="notice notice-alarm">{t('wrongFields')}</p>}</div>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy.value) void save(event.currentTarget);
        }}
      >
        {fieldsOf(file).map((name) => (
          <Field
            key={name}
            state={state}
            name={name}
            value={cellsFrom(open)[name] ?? ''}
            wrong={wrong.value.includes(name)}
            fresh={!file}
          />
        ))}
        <p>
          <Button type="submit" look="primary" disabled={busy.value}>
            {t('save')}
          </Button>
        </p>
      </form>
      {file && <History state={state} items={file.history} />}
    </section>
  );
}

function Status({ state, file }: { state: DirectoryState; file: EntryFile }) {
  const { t, busy, desk } = state;
  const set = async (status: EntryStatus) => {
    if (!(await ask(state, 'directory:status', { kind: file.kind, id: file.id, status }))) return;
    await openEntry(state, file.kind, file.id);
    desk.told.value = t('done');
  };
  const choices = NEXT.filter(([status]) => status !== file.status && (file.kind === 'listing' || status !== 'closed'));
  return (
    <>
      <p>
        <span class="tag">{t(`status_${file.status}`)}</span>{' '}
        <span class="soft">
          {file.calledOn ? t('calledOn', { date: dayIn(desk.app.lang, file.calledOn) }) : t('notCalled')}
        </span>
      </p>
      <p class="row">
        {choices.map(([status, word]) => (
          <Button key={status} disabled={busy.value} onClick={() => void set(status)}>
            {t(word)}
          </Button>
        ))}
      </p>
    </>
  );
}
