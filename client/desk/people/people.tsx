import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Toast } from '../../parts/toast.tsx';
import '../../styles/people.css';
import { errorWords } from '../../words/errors.ts';
import { peopleWords } from '../../words/people.ts';
import { say, sayIn } from '../../words/say.ts';
import type { Desk } from '../desk-state.ts';
import { Invite, OpenInvites } from './invite.tsx';
import { createPeople, manages, type People, readPeople } from './people-state.ts';
import { PersonCard } from './person.tsx';

/** Long enough to be read; milliseconds. */
const TOLD = 8000;

/** Who works here: invite, certify, assign, remove. The server decides who may; the page only leaves out what they may not. */
export function PeopleScreen({ desk }: { desk: Desk }) {
  const { lang, connection } = desk.app;
  const t = sayIn(lang, peopleWords);
  const people = useMemo(() => createPeople(desk), [desk]);
  const { list, problem, told } = people;
  const online = connection.status.value === 'online';
  useEffect(() => {
    if (online) void readPeople(people);
  }, [people, online]);
  useEffect(() => {
    const timer = setTimeout(() => {
      told.value = '';
    }, TOLD);
    return () => clearTimeout(timer);
  }, [told.value]);
  return (
    <section class="stack" aria-labelledby="people-title">
      <div class="row apart">
        <h2 id="people-title" tabIndex={-1}>
          {t('title')}
        </h2>
        <Button look="quiet" onClick={() => void readPeople(people)}>
          {t('refresh')}
        </Button>
      </div>
      <p class="soft">{t('lead')}</p>
      {problem.value && (
        <Notice role="alert">
          <p>{say(lang, errorWords, problem.value)}</p>
        </Notice>
      )}
      {list.value ? <Lists people={people} /> : !problem.value && <Skeleton lang={lang} rows={5} />}
      <Toast>{told.value && <span>{told.value}</span>}</Toast>
    </section>
  );
}

function Lists({ people }: { people: People }) {
  const t = sayIn(people.desk.app.lang, peopleWords);
  const all = people.list.value?.people ?? [];
  const former = all.filter(({ active }) => !active);
  return (
    <>
      {manages(people) && <Invite people={people} />}
      {manages(people) && <OpenInvites people={people} />}
      <ul class="people-cards stack tight">
        {all
          .filter(({ active }) => active)
          .map((card) => (
            <PersonCard key={card.id} people={people} card={card} />
          ))}
      </ul>
      {former.length > 0 && (
        <details>
          <summary>{t('former', { n: former.length })}</summary>
          <ul class="people-cards stack tight">
            {former.map((card) => (
              <PersonCard key={card.id} people={people} card={card} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
