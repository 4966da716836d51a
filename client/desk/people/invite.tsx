import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LANGUAGES, type Lang } from '../../../shared/languages.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { languageNames } from '../../words/languages.ts';
import { peopleWords } from '../../words/people.ts';
import { sayIn } from '../../words/say.ts';
import { whenOf } from '../../words/times.ts';
import { Confirm } from '../confirm.tsx';
import { during, groupName, invite, type People } from './people-state.ts';
import { Ticks } from './ticks.tsx';

/** A link for a new person; shown once, then among those nobody has opened yet. */
export function Invite({ people }: { people: People }) {
  const { lang } = people.desk.app;
  const t = sayIn(lang, peopleWords);
  const languages = useSignal<readonly Lang[]>([lang]);
  const groups = useSignal<readonly string[]>(['main']);
  if (people.made.value) return <MadeLink people={people} />;
  return (
    <details class="invite">
      <summary>{t('invite')}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void invite(people, { languages: [...languages.value], groups: [...groups.value] });
        }}
      >
        <p class="soft">{t('inviteLead')}</p>
        <Ticks
          title={t('languages')}
          chosen={languages}
          options={LANGUAGES.map((value) => ({ value, label: languageNames[lang][value] }))}
        />
        <Ticks
          title={t('groups')}
          chosen={groups}
          options={(people.list.value?.groups ?? []).map((value) => ({ value, label: groupName(lang, value) }))}
        />
        <Button type="submit" look="primary" icon="next" wide aria-disabled={people.busy.value}>
          {t('makeLink')}
        </Button>
      </form>
    </details>
  );
}

function MadeLink({ people }: { people: People }) {
  const { app } = people.desk;
  const t = sayIn(app.lang, peopleWords);
  const title = useRef<HTMLHeadingElement>(null);
  const made = people.made.value;
  useLayoutEffect(() => title.current?.focus(), []);
  const copy = async () => {
    const field = document.getElementById('invite-link') as HTMLInputElement | null;
    try {
      await navigator.clipboard.writeText(made?.link ?? '');
      people.told.value = t('copied');
    } catch {
      // Not allowed here: it can still be copied by hand.
      field?.select();
      people.told.value = t('copyByHand');
    }
  };
  if (!made) return null;
  return (
    <section class="notice notice-calm stack tight" aria-labelledby="link-title">
      <h3 id="link-title" tabIndex={-1} ref={title}>
        {t('linkReady')}
      </h3>
      <p>{t('linkOnce', { when: whenOf(app.lang, made.invite.until, app.now()) })}</p>
      <TextField
        id="invite-link"
        label={t('linkTitle')}
        readOnly
        value={made.link}
        onFocus={(event) => (event.currentTarget as HTMLInputElement).select()}
      />
      <p class="row">
        <Button look="primary" icon="copy" onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button onClick={() => (people.made.value = null)}>{t('linkDone')}</Button>
      </p>
    </section>
  );
}

/** Links that were made and neither used nor ended. */
export function OpenInvites({ people }: { people: People }) {
  const { app } = people.desk;
  const t = sayIn(app.lang, peopleWords);
  const invites = people.list.value?.invites ?? [];
  if (invites.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="invites-title">
      <h3 id="invites-title">
        {t('openInvites')}
        <span class="count">{invites.length}</span>
      </h3>
      <ul class="people-cards stack tight">
        {invites.map((one) => (
          <li key={one.id} class="row apart">
            <div>
              <p>{one.groups.map((group) => groupName(app.lang, group)).join(', ') || t('noRooms')}</p>
              <p class="soft small">{t('inviteUntil', { when: whenOf(app.lang, one.until, app.now()) })}</p>
            </div>
            <Confirm
              act={t('endInvite')}
              ask={t('inviteUntil', { when: whenOf(app.lang, one.until, app.now()) })}
              no={t('no')}
              onYes={() =>
                void during(people, () => app.connection.ask('staff:uninvite', { invite: one.id }), {
                  done: 'inviteEnded',
                  leaves: true,
                  refused: { link_used: 'inviteUsed' },
                })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
