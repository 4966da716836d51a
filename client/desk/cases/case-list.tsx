import type { CaseCard } from '../../../shared/events.ts';
import { clock } from '../../clock.ts';
import { Button } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { serverNow } from '../../state.ts';
import { caseWords } from '../../words/cases.ts';
import { sayIn } from '../../words/say.ts';
import type { Desk } from '../desk-state.ts';
import { Key, keysOn } from '../keys.tsx';
import { openFile } from './case-actions.ts';
import { listed, URGENT } from './case-state.ts';
import { ageOf, reasonsOf } from './case-words.ts';
import { Claimed } from './claimed.tsx';

/** Who may be in danger: above everything, and read aloud at once. */
export function UrgentCases({ desk }: { desk: Desk }) {
  const t = sayIn(desk.app.lang, caseWords);
  const urgent = casesOf(desk).filter(({ priority }) => priority >= URGENT);
  return (
    <>
      <p role="alert" class="visually-hidden">
        {desk.alarm.value}
      </p>
      {urgent.length > 0 && (
        <section class="urgent stack tight" aria-labelledby="urgent-title">
          <h2 id="urgent-title">{t('urgentTitle')}</h2>
          <Cards desk={desk} cards={urgent} />
        </section>
      )}
    </>
  );
}

/** All other open cases, oldest first. */
export function CaseList({ desk }: { desk: Desk }) {
  const t = sayIn(desk.app.lang, caseWords);
  const all = casesOf(desk);
  const cards = all.filter(({ priority }) => priority < URGENT);
  if (!desk.state.value?.me.capabilities.includes('case.decide')) return null;
  return (
    <section class="stack tight" aria-labelledby="cases-title">
      <h2 id="cases-title" tabIndex={-1}>
        {t('title')}
        {cards.length > 0 && <span class="count">{cards.length}</span>}
      </h2>
      <p class="visually-hidden" role="status">
        {all.length > 0 ? t('count', { n: all.length }) : t('none')}
      </p>
      {all.length > 0 && keysOn.value && <p class="soft small keys-help">{t('keysHelp')}</p>}
      {cards.length === 0 ? <p class="soft">{t('none')}</p> : <Cards desk={desk} cards={cards} />}
    </section>
  );
}

const casesOf = ({ state }: Desk): CaseCard[] => (state.value ? listed(state.value) : []);

function Cards({ desk, cards }: { desk: Desk; cards: readonly CaseCard[] }) {
  const [first] = casesOf(desk);
  return (
    <ul class="waiting stack tight">
      {cards.map((card) => (
        <Card key={card.id} desk={desk} card={card} first={card === first} />
      ))}
    </ul>
  );
}

function Card({ desk, card, first }: { desk: Desk; card: CaseCard; first: boolean }) {
  const { app, state, file } = desk;
  const t = sayIn(app.lang, caseWords);
  void clock.value;
  const room = state.value?.rooms.find(({ id }) => id === card.room)?.name[app.lang] ?? card.room;
  return (
    <li
      class={classes('case-card', card.priority >= URGENT && 'case-urgent')}
      aria-current={file.value?.id === card.id ? 'true' : undefined}
    >
      <article class="stack tight">
        <p class="row apart small">
          <b>{room}</b>
          <span class="soft">{ageOf(app.lang, card.at, serverNow(app))}</span>
        </p>
        <h3>{t(`kind_${card.kind}`)}</h3>
        {reasonsOf(app.lang, card) && <p>{reasonsOf(app.lang, card)}</p>}
        <Claimed desk={desk} card={card} />
        <Button
          id={`case-${card.id}`}
          class="case-open"
          look={card.priority >= URGENT ? 'primary' : 'plain'}
          onClick={() => void openFile(desk, card.id)}
        >
          {t('open')}
          <span class="visually-hidden">
            {t(`kind_${card.kind}`)}, {room}
          </span>
          {first && <Key>O</Key>}
        </Button>
      </article>
    </li>
  );
}
