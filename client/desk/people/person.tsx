import type { StaffCard } from '../../../shared/events.ts';
import { COURSE } from '../../../shared/staff.ts';
import { Button } from '../../parts/button.tsx';
import { serverNow } from '../../state.ts';
import { languageNames } from '../../words/languages.ts';
import { peopleWords } from '../../words/people.ts';
import { roomWords } from '../../words/rooms.ts';
import { say, sayIn } from '../../words/say.ts';
import { fullDateOf } from '../../words/times.ts';
import { Access } from './access.tsx';
import { Assign } from './assign.tsx';
import { Certificate } from './certificate.tsx';
import { groupName, manages, mayChange, type People } from './people-state.ts';

export interface OfPerson {
  people: People;
  card: StaffCard;
}

/** One person of the team: who they are here, and on request what can be changed. */
export function PersonCard({ people, card }: OfPerson) {
  const { app, state } = people.desk;
  const t = sayIn(app.lang, peopleWords);
  const open = people.open.value === card.id;
  const may = mayChange(people, card);
  return (
    <li>
      <article class="stack tight" aria-labelledby={`person-${card.id}`}>
        <div class="row apart">
          <h3 id={`person-${card.id}`}>
            {card.name} <span class="tag">{t(`role_${card.role}`)}</span>
            {card.id === state.value?.me.staff && <span class="soft small"> {say(app.lang, roomWords, 'you')}</span>}
          </h3>
          {may && (
            <Button
              look="quiet"
              icon={open ? 'close' : 'next'}
              aria-expanded={open}
              onClick={() => {
                people.open.value = open ? null : card.id;
              }}
            >
              {t(open ? 'changeClose' : 'change')}
              <span class="visually-hidden">: {card.name}</span>
            </Button>
          )}
        </div>
        <Standing people={people} card={card} />
        {open && may && (
          <div class="person-forms stack">
            <Assign people={people} card={card} />
            {people.list.value?.mayCertify && <Certificate people={people} card={card} />}
            {manages(people) && <Access people={people} card={card} />}
          </div>
        )}
      </article>
    </li>
  );
}

function Standing({ people, card }: OfPerson) {
  const { app } = people.desk;
  const t = sayIn(app.lang, peopleWords);
  const groups = card.groups.includes('*')
    ? t('allRooms')
    : card.groups.map((group) => groupName(app.lang, group)).join(', ') || t('noRooms');
  const languages = card.languages.map((lang) => languageNames[app.lang][lang]).join(', ') || t('noLanguages');
  const stuck = !card.secondFactor && (card.role === 'lead' || card.role === 'coordinator');
  const learning = card.certifiedUntil === null && card.role !== 'coordinator';
  return (
    <>
      <p class="soft small">
        {languages} · {groups}
        {card.youthVetted && ` · ${t('vetted')}`}
      </p>
      <p class="row small">
        <Certified people={people} card={card} />
        {learning && <span class="soft">{t('course', { done: card.course.length, all: COURSE.length })}</span>}
      </p>
      {stuck && card.active && <p class="small person-stuck">{t('factorMissing')}</p>}
    </>
  );
}

function Certified({ people: { desk }, card: { certifiedUntil, role } }: OfPerson) {
  const { app } = desk;
  const t = sayIn(app.lang, peopleWords);
  if (certifiedUntil === null) return role === 'coordinator' ? null : <span class="tag">{t('certNone')}</span>;
  if (certifiedUntil <= serverNow(app)) return <span class="tag">{t('certOver')}</span>;
  return <span class="tag tag-on">{t('certUntil', { date: fullDateOf(app.lang, certifiedUntil) })}</span>;
}
