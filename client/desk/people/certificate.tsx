import { useSignal } from '@preact/signals';
import { COURSE, type CourseUnit } from '../../../shared/staff.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/field.tsx';
import { serverNow } from '../../state.ts';
import { peopleWords } from '../../words/people.ts';
import { sayIn } from '../../words/say.ts';
import { Confirm } from '../confirm.tsx';
import { during } from './people-state.ts';
import type { OfPerson } from './person.tsx';
import { Ticks } from './ticks.tsx';

/** The database allows a year; a day less keeps clear of its edge. */
const DAYS: Record<number, number> = { 3: 91, 6: 182, 12: 364 };
const DAY = 86_400_000;

/** What was gone through together, and the certificate that follows from all of it. */
export function Certificate({ people, card }: OfPerson) {
  const { app } = people.desk;
  const t = sayIn(app.lang, peopleWords);
  const passed = useSignal<readonly CourseUnit[]>([]);
  const months = useSignal(6);
  const certify = () =>
    during(
      people,
      () => {
        const until = Math.round(serverNow(app)) + (DAYS[months.value] ?? 0) * DAY;
        return app.connection.ask('staff:certify', { staff: card.id, until, course: [...passed.value] });
      },
      { done: 'certified', name: card.name },
    );
  return (
    <form
      class="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void certify();
      }}
    >
      <h4>{t('certificate')}</h4>
      <p class="soft small">{t('certLead')}</p>
      <Ticks
        title={t('course', { done: new Set([...card.course, ...passed.value]).size, all: COURSE.length })}
        chosen={passed}
        options={COURSE.map((value) => ({ value, label: t(`unit_${value}`), fixed: card.course.includes(value) }))}
      />
      <Select
        id={`months-${card.id}`}
        label={t('certFor')}
        value={`${months.value}`}
        onChange={(event) => {
          months.value = Number((event.currentTarget as HTMLSelectElement).value);
        }}
      >
        {Object.keys(DAYS).map((n) => (
          <option key={n} value={n}>
            {t('months', { n: Number(n) })}
          </option>
        ))}
      </Select>
      <div class="row">
        <Button type="submit" look="primary" icon="check" aria-disabled={people.busy.value}>
          {t('certify')}
        </Button>
        {card.certifiedUntil !== null && <Uncertify people={people} card={card} />}
      </div>
    </form>
  );
}

function Uncertify({ people, card }: OfPerson) {
  const { app } = people.desk;
  const t = sayIn(app.lang, peopleWords);
  const ask = () => app.connection.ask('staff:uncertify', { staff: card.id });
  return (
    <Confirm
      act={t('uncertify')}
      ask={t('uncertifyAsk')}
      no={t('no')}
      busy={people.busy.value}
      onYes={() => void during(people, ask, { done: 'uncertified', name: card.name })}
    />
  );
}
