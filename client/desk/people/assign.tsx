import { useSignal } from '@preact/signals';
import { LANGUAGES, type Lang } from '../../../shared/languages.ts';
import { Button } from '../../parts/button.tsx';
import { languageNames } from '../../words/languages.ts';
import { peopleWords } from '../../words/people.ts';
import { sayIn } from '../../words/say.ts';
import { during, groupName } from './people-state.ts';
import type { OfPerson } from './person.tsx';
import { Ticks } from './ticks.tsx';

/** Languages, room groups, and whether the young people's room may be served. */
export function Assign({ people, card }: OfPerson) {
  const { lang, connection } = people.desk.app;
  const t = sayIn(lang, peopleWords);
  const all = people.list.value?.groups ?? [];
  const languages = useSignal<readonly Lang[]>(card.languages);
  const groups = useSignal<readonly string[]>(card.groups.includes('*') ? all : card.groups);
  const vetted = useSignal<readonly 'youth'[]>(card.youthVetted ? ['youth'] : []);
  const save = () =>
    during(
      people,
      () =>
        connection.ask('staff:assign', {
          staff: card.id,
          languages: [...languages.value],
          groups: [...groups.value],
          youthVetted: vetted.value.length > 0,
        }),
      { done: 'saved', name: card.name },
    );
  return (
    <form
      class="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h4>{t('assign')}</h4>
      <Ticks
        title={t('languages')}
        chosen={languages}
        options={LANGUAGES.map((value) => ({ value, label: languageNames[lang][value] }))}
      />
      <Ticks
        title={t('groups')}
        chosen={groups}
        options={all.map((value) => ({ value, label: groupName(lang, value) }))}
      />
      <Ticks title={t('vetting')} chosen={vetted} options={[{ value: 'youth', label: t('vettedTick') }]} />
      <Button type="submit" aria-disabled={people.busy.value}>
        {t('save')}
      </Button>
    </form>
  );
}
